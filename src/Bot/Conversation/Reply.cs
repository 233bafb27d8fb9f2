namespace PartyProjects.Bot.Conversation;

/// <summary>One answer: at most 12 lines of text, buttons that say what they type, and attachments.</summary>
public sealed record Reply(string Text)
{
    public IReadOnlyList<ReplyButton> Buttons { get; init; } = [];
    public IReadOnlyList<ReplyFile> Files { get; init; } = [];

    /// <summary>Adaptive Card 1.5 JSON for channels that show cards; <see cref="Text"/> says the same in words.</summary>
    public string? Card { get; init; }

    /// <summary>Draws or writes what comes with the answer, after the turn is on disk and off the writer's thread; null when there is nothing.</summary>
    public Func<IReadOnlyList<ReplyFile>>? Later { get; init; }

    /// <summary>The reply with everything drawn.</summary>
    public Reply Finish() => Later is null ? this : this with { Files = [.. Files, .. Later()], Later = null };
}

/// <summary>A button; tapping it is the same as typing <paramref name="Says"/>.</summary>
public sealed record ReplyButton(string Title, string Says);

/// <summary>A picture or document that comes with an answer.</summary>
public sealed record ReplyFile(string Name, string ContentType, byte[] Content);
