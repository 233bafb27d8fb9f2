using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyProjects.Bot.Channels.ActivityProtocol;
using PartyProjects.Bot.Conversation;
using PartyProjects.Data;

namespace PartyProjects.Bot.Channels.DirectLine;

/// <summary>Activities as the Direct Line client is given them.</summary>
internal sealed class DirectLineActivityWriter(RealTime realTime, string botName)
{
    public const string BotId = "partyprojects";

    // The bodies go out as application/json or over the socket, never into a page.
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ActivityJson Activities = new(new JsonSerializerOptions(ActivityJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Seven digits like the service's own; the order of ids is the order of activities.</summary>
    public static string IdOf(string conversationId, long number) => $"{conversationId}|{number:D7}";

    /// <summary>What the client posted, as everyone sees it: our id, our time, and the speaker that the token names. Everything else stays as it came (channelData above all).</summary>
    public Func<long, string> Posted(JsonObject activity, string conversationId, string userId)
    {
        var posted = (JsonObject)activity.DeepClone();
        var from = posted["from"] as JsonObject ?? [];
        from["id"] = userId;
        from["role"] = "user";
        posted["from"] = from.DeepClone();
        posted["conversation"] = new JsonObject { ["id"] = conversationId };
        posted["channelId"] = DirectLineChannel.ChannelName;
        posted["timestamp"] = Now();
        posted.Remove("serviceUrl");
        return number =>
        {
            posted["id"] = IdOf(conversationId, number);
            return posted.ToJsonString(Readable);
        };
    }

    /// <summary>A reply, and the files that it points to.</summary>
    public (Func<long, string> Body, IReadOnlyList<(string Id, DirectLineFile File)> Files) Reply(Reply reply, string conversationId, string? userId, string? replyToId, string filesAddress)
    {
        var files = reply.Files.Select(f => (Id: NewFileId(), File: new DirectLineFile(f.Name, f.ContentType, f.Content))).ToList();
        var attachments = files.ConvertAll(f => new Attachment { ContentType = f.File.ContentType, Name = f.File.Name, ContentUrl = FileAddress(filesAddress, f.Id, f.File.Name) });
        if (reply.Card is { } card) attachments.Insert(0, ActivityWriter.Card(card));
        var activity = ActivityWriter.Message(reply with { Files = [], Card = null }) with
        {
            ChannelId = DirectLineChannel.ChannelName,
            From = new Account { Id = BotId, Name = botName, Role = "bot" },
            Recipient = userId is null ? null : new Account { Id = userId },
            Conversation = new ConversationAccount { Id = conversationId },
            ReplyToId = replyToId,
            Timestamp = Now(),
            Locale = "zh-CN",
            Attachments = attachments.Count == 0 ? null : attachments,
        };
        return (number => JsonSerializer.Serialize(activity with { Id = IdOf(conversationId, number) }, Activities.Activity), files);
    }

    public static string NewFileId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public static string FileAddress(string filesAddress, string id, string name) => $"{filesAddress}{id}/{Uri.EscapeDataString(name)}";

    private string Now() => realTime.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
