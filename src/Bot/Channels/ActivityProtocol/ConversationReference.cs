using System.Text.Json;

namespace PartyProjects.Bot.Channels.ActivityProtocol;

/// <summary>With what a conversation can be spoken to first (channels.md 1.6). Kept free of message ids, so that it stays the same while nothing moved.</summary>
public sealed record ConversationReference
{
    public string? ChannelId { get; init; }
    public string? ServiceUrl { get; init; }
    public ConversationAccount? Conversation { get; init; }
    public Account? User { get; init; }
    public Account? Bot { get; init; }
    public string? Locale { get; init; }

    public static ConversationReference Of(Activity activity) => new()
    {
        ChannelId = activity.ChannelId,
        ServiceUrl = activity.ServiceUrl,
        Conversation = activity.Conversation,
        User = activity.From,
        Bot = activity.Recipient,
        Locale = activity.Locale,
    };

    public string Write() => JsonSerializer.Serialize(this, ActivityJson.Default.ConversationReference);

    /// <summary>Null when there is none, or it is not one of this protocol.</summary>
    public static ConversationReference? Read(string? json)
    {
        if (json is null) return null;
        try
        {
            return JsonSerializer.Deserialize(json, ActivityJson.Default.ConversationReference) is { ServiceUrl: not null, Conversation.Id: not null } reference ? reference : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
