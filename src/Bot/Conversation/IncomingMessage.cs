using System.Text.Json;

namespace PartyProjects.Bot.Conversation;

/// <summary>What a channel hands to a turn: who spoke where, and what was said. Signature and freshness are already checked.</summary>
public sealed record IncomingMessage
{
    /// <summary>Channel name, e.g. <c>directline</c>, <c>msteams</c>, <c>wecom</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>Bot account or tenant inside the channel; empty where there is one.</summary>
    public string Account { get; init; } = "";
    public required string ConversationId { get; init; }

    /// <summary>The channel's own id: the same one arriving twice is answered once.</summary>
    public required string MessageId { get; init; }

    /// <summary>The channel's id of the speaker; bound to a person by a code.</summary>
    public required string SenderId { get; init; }
    public string? SenderName { get; init; }
    public string Text { get; init; } = "";

    /// <summary>Card submission or tapped button payload.</summary>
    public JsonElement? Value { get; init; }
    public IReadOnlyList<IncomingFile> Files { get; init; } = [];

    /// <summary>In a group chat only what the wall chart shows is answered; the rest goes to private chat.</summary>
    public bool IsGroup { get; init; }

    /// <summary>Opaque JSON with which the channel can speak first later (conversation reference).</summary>
    public string? Reference { get; init; }
}

/// <summary>A file that came with a message.</summary>
public sealed record IncomingFile(string Name, string ContentType, byte[] Content);
