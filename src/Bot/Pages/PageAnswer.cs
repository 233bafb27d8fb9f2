namespace PartyProjects.Bot.Pages;

/// <summary>What a route answers.</summary>
public abstract record PageAnswer
{
    /// <summary>A page inside the common frame.</summary>
    public sealed record Page(string Title, Html Main, bool Wide = false) : PageAnswer;

    /// <summary>A file to keep; shown in the browser where <paramref name="Inline"/>.</summary>
    public sealed record Document(string Name, string ContentType, byte[] Content, bool Inline = false) : PageAnswer;

    /// <summary>After a change: look at this page (303), which says what was done.</summary>
    public sealed record GoTo(string Path) : PageAnswer;

    /// <summary>Not allowed (403) or not there (404), in words.</summary>
    public sealed record Refused(int Status, string Why) : PageAnswer;
}
