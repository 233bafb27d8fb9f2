namespace PartyProjects.Bot.Conversation;

/// <summary>One answer: at most 12 lines of text, buttons that say what they type, and attachments.</summary>
public sealed record Reply(string Text)
{
    public IReadOnlyList<ReplyButton> Buttons { get; init; } = [];
    public IReadOnlyList<ReplyFile> Files { get; init; } = [];

    /// <summary>Adaptive Card 1.5 JSON for channels that show cards; <see cref="Text"/> says the same in words.</summary>
    public string? Card { get; init; }
}

/// <summary>A button; tapping it is the same as typing <paramref name="Says"/>.</summary>
public sealed record ReplyButton(string Title, string Says);

/// <summary>A picture or document that comes with an answer.</summary>
public sealed record ReplyFile(string Name, string ContentType, byte[] Content);
