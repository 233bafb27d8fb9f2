namespace PartyProjects.Bot.Channels.DirectLine;

/// <summary>What an operator says about the Direct Line server.</summary>
public sealed record DirectLineSettings
{
    /// <summary>Whoever has it may speak as any channel user; kept on servers only. Null: nobody may.</summary>
    public string? Secret { get; init; }

    /// <summary>Other sites whose pages may talk to us.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>How long what was said stays readable in the chat window, in days.</summary>
    public int KeepDays { get; init; } = 30;
}
