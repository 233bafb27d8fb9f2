using System.Text.Json;
using PartyProjects.Bot.Conversation;

namespace PartyProjects.Bot.Channels.ActivityProtocol;

/// <summary>Replies as activities: plain text (a line break is a line break), buttons as suggested actions that type what they say, files inside the message.</summary>
internal static class ActivityWriter
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <summary>A reply swaps sender and recipient and names what it answers (channels.md 1.5).</summary>
    public static Activity Reply(Activity to, Reply reply) => Message(reply) with
    {
        ChannelId = to.ChannelId,
        From = to.Recipient ?? new Account { Id = "bot" },
        Recipient = to.From,
        Conversation = to.Conversation,
        ReplyToId = to.Id,
        Locale = to.Locale,
    };

    public static Activity Message(Reply reply) => new()
    {
        Type = "message",
        Text = reply.Text,
        TextFormat = "plain",
        InputHint = "acceptingInput",
        SuggestedActions = Suggested(reply.Buttons),
        Attachments = Attachments(reply),
    };

    public static SuggestedActions? Suggested(IReadOnlyList<ReplyButton> buttons) =>
        buttons.Count == 0 ? null : new SuggestedActions { Actions = [.. buttons.Select(b => new CardAction("imBack", b.Title, b.Says))] };

    public static Attachment Card(string json)
    {
        using var card = JsonDocument.Parse(json);
        return new Attachment { ContentType = CardType, Content = card.RootElement.Clone() };
    }

    private static IReadOnlyList<Attachment>? Attachments(Reply reply)
    {
        if (reply.Card is null && reply.Files.Count == 0) return null;
        var files = reply.Files.Select(f => new Attachment
        {
            ContentType = f.ContentType,
            ContentUrl = $"data:{f.ContentType};base64,{Convert.ToBase64String(f.Content)}",
            Name = f.Name,
        });
        return reply.Card is null ? [.. files] : [Card(reply.Card), .. files];
    }
}
