using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartyProjects.Bot.Conversation;

/// <summary>Answers as kept beside the inbound message id, so that the same message again gets the same words. Pictures are not kept.</summary>
internal static class AnswerJson
{
    public static string Write(IReadOnlyList<Reply> replies) => JsonSerializer.Serialize([.. replies.Select(r => new KeptReply(r.Text, [.. r.Buttons]))], AnswerContext.Default.KeptReplyArray);

    public static IReadOnlyList<Reply> Read(string json) => [.. JsonSerializer.Deserialize(json, AnswerContext.Default.KeptReplyArray)!.Select(k => new Reply(k.Text) { Buttons = k.Buttons })];
}

internal sealed record KeptReply(string Text, ReplyButton[] Buttons);

[JsonSerializable(typeof(KeptReply[]))]
internal sealed partial class AnswerContext : JsonSerializerContext;
