using System.Text.Json;
using System.Text.Json.Nodes;
using PartyProjects.Bot.Channels.ActivityProtocol;
using PartyProjects.Bot.Conversation;
using PartyProjects.Data;

namespace PartyProjects.Bot.Channels.DirectLine;

/// <summary>What happens in a conversation: somebody comes in and is greeted, somebody posts and is answered. Everything is stored before it is shown.</summary>
internal sealed class DirectLineConversations(DirectLineRepository repository, DirectLineStreams streams, DirectLineActivityWriter writer, Converse converse, Welcome welcome)
{
    /// <summary>Opens the conversation; a new one of a known user begins with a greeting.</summary>
    public async Task<bool> OpenAsync(string conversationId, string? userId, CancellationToken cancellation)
    {
        var (_, isNew) = await repository.OpenAsync(conversationId, userId, cancellation);
        if (!isNew || userId is null) return isNew;
        var greeting = welcome.Greet(DirectLineChannel.ChannelName, "", userId);
        await repository.AppendAsync(conversationId, "greeting", writer.Reply(greeting, conversationId, userId, null, "").Body, cancellation);
        streams.Look(conversationId);
        return isNew;
    }

    /// <summary>
    /// Stores what was posted, lets the bot answer, stores the answers; gives the activity's id. The same post again (clientActivityID) is not stored again, and is
    /// answered only if it was not yet.
    /// </summary>
    public async Task<string> PostAsync(DirectLineConversation conversation, string userId, JsonObject activity, IReadOnlyList<IncomingFile> files, string filesAddress)
    {
        var kept = files.Select(f => (Id: DirectLineActivityWriter.NewFileId(), File: new DirectLineFile(f.Name, f.ContentType, f.Content))).ToList();
        if (kept.Count > 0) activity["attachments"] = AttachmentsOf(kept, filesAddress);
        var sentAs = activity["channelData"] is JsonObject data && data["clientActivityID"] is JsonValue value && value.TryGetValue<string>(out var id) ? id : null;
        var (number, isNew, isAnswered) = await repository.AppendAsync(conversation.Id, sentAs, writer.Posted(activity, conversation.Id, userId), CancellationToken.None);
        if (isNew && kept.Count > 0) await repository.StoreFilesAsync(conversation.Id, kept, CancellationToken.None);
        var activityId = DirectLineActivityWriter.IdOf(conversation.Id, number);
        streams.Look(conversation.Id);
        if (isAnswered || Text(activity, "type") != "message") return activityId;

        var replies = await converse(Message(conversation.Id, userId, activity, files, $"{conversation.Id}|{sentAs ?? activityId}"), CancellationToken.None);
        var written = replies.Select(r => writer.Reply(r, conversation.Id, userId, activityId, filesAddress)).ToList();
        await repository.AnswerAsync(conversation.Id, number, [.. written.Select(w => w.Body)], [.. written.SelectMany(w => w.Files)], CancellationToken.None);
        streams.Look(conversation.Id);
        return activityId;
    }

    public static string Text(JsonObject activity, string name) => activity[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static IncomingMessage Message(string conversationId, string userId, JsonObject activity, IReadOnlyList<IncomingFile> files, string messageId) => new()
    {
        Channel = DirectLineChannel.ChannelName,
        ConversationId = conversationId,
        MessageId = messageId,
        SenderId = userId,
        SenderName = activity["from"] is JsonObject from ? Text(from, "name") : null,
        Text = Text(activity, "text").Trim(),
        Value = activity["value"] is { } value ? JsonSerializer.SerializeToElement(value, DirectLineJson.Default.JsonNode) : null,
        Files = files,
    };

    private static JsonArray AttachmentsOf(IReadOnlyList<(string Id, DirectLineFile File)> files, string filesAddress) => [.. files.Select(f => new JsonObject
    {
        ["contentType"] = f.File.ContentType,
        ["contentUrl"] = DirectLineActivityWriter.FileAddress(filesAddress, f.Id, f.File.Name),
        ["name"] = f.File.Name,
    })];
}
