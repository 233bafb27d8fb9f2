using System.Text.Json;
using PartyProjects.Bot.Conversation;

namespace PartyProjects.Bot.Channels.ActivityProtocol;

/// <summary>Activities as messages of the conversation (channels.md 1.7, 1.9).</summary>
internal static class ActivityReader
{
    private static readonly string[] GroupKinds = ["groupChat", "channel"];

    /// <summary>The activity must have a conversation, a sender and a channel.</summary>
    public static IncomingMessage Message(Activity activity, string account) => new()
    {
        Channel = activity.ChannelId!,
        Account = account,
        ConversationId = activity.Conversation!.Id!,
        MessageId = activity.Id is { Length: > 0 } id ? $"{activity.Conversation.Id}|{id}" : Guid.NewGuid().ToString("N"),
        SenderId = activity.From!.Id!,
        SenderName = activity.From.Name,
        Text = WithoutMention(activity),
        Value = activity.Value,
        Files = Files(activity.Attachments),
        IsGroup = activity.Conversation.IsGroup == true || GroupKinds.Contains(activity.Conversation.ConversationType, StringComparer.Ordinal),
        Reference = ConversationReference.Of(activity).Write(),
    };

    /// <summary>Files that came inside the message; addresses in it are not followed.</summary>
    public static IReadOnlyList<IncomingFile> Files(IReadOnlyList<Attachment>? attachments)
    {
        if (attachments is null) return [];
        var files = new List<IncomingFile>();
        foreach (var attachment in attachments)
        {
            if (attachment.ContentUrl is { } url && Content(url) is { } content)
            {
                files.Add(new IncomingFile(attachment.Name ?? "", attachment.ContentType ?? "application/octet-stream", content));
            }
        }

        return files;
    }

    private static byte[]? Content(string url)
    {
        const string Mark = ";base64,";
        var at = url.IndexOf(Mark, StringComparison.Ordinal);
        if (at < 0 || !url.StartsWith("data:", StringComparison.Ordinal)) return null;
        var base64 = url.AsSpan(at + Mark.Length);
        var content = new byte[base64.Length];
        return Convert.TryFromBase64Chars(base64, content, out var length) ? content[..length] : null;
    }

    /// <summary>Cuts exactly the text with which we were called.</summary>
    private static string WithoutMention(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var entity in activity.Entities ?? [])
        {
            if (entity is { Type: "mention", Text: { Length: > 0 } called } && entity.Mentioned?.Id is { } id && id == activity.Recipient?.Id) text = text.Replace(called, "", StringComparison.Ordinal);
        }

        return text.Trim();
    }

    /// <summary>What a card's button stands for: its data, as if the card had been submitted; null when there is none.</summary>
    public static JsonElement? ActionData(JsonElement action) =>
        action.TryGetProperty("data", out var data) && data.ValueKind is JsonValueKind.Object ? data : null;
}
