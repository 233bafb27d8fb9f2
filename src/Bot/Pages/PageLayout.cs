using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Pages;

/// <summary>What every page has around it.</summary>
public sealed record PageFrame
{
    public required string Title { get; init; }

    /// <summary>The office of who is signed in; null on the sign-in page.</summary>
    public string? Who { get; init; }

    /// <summary>Path and name of the rooms this person may enter, in order.</summary>
    public IReadOnlyList<(string Path, string Name)> Rooms { get; init; } = [];
    public string CurrentPath { get; init; } = "";

    /// <summary>演示数据 · 演示时钟, where it applies.</summary>
    public string? Marking { get; init; }
    public bool Wide { get; init; }
}

/// <summary>Puts a page together: works without script, for keyboard and screen reader, phone first.</summary>
public sealed class PageLayout(Say say)
{
    public Html Render(PageFrame frame, Html main) => Html.Of($"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{frame.Title} · {say.Of("ProductName")}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="/pages.css">
        <script src="/pages.js" defer></script>
        </head>
        <body>
        <a class="skip" href="#main">{say.Of("SkipToContent")}</a>
        <header class="top"><span class="name"><a href="/">{say.Of("ProductName")}</a></span>{Marking(frame)}<span class="who">{frame.Who}</span></header>
        {Rooms(frame)}
        <main id="main" tabindex="-1"{(frame.Wide ? new Html(" class=\"wide\"") : Html.Nothing)}>
        {main}
        </main>
        <footer>{say.Of("PageFoot")}</footer>
        </body>
        </html>
        """);

    private static Html Marking(PageFrame frame) => frame.Marking is { } marking ? Html.Of($"<span class=\"mark\">{marking}</span>") : Html.Nothing;

    private Html Rooms(PageFrame frame) => frame.Rooms.Count == 0 ? Html.Nothing : Html.Of($"""
        <nav class="rooms" aria-label="{say.Of("RoomsLabel")}"><ul>{frame.Rooms.Select(r => Html.Of($"<li><a href=\"{r.Path}\"{(r.Path == frame.CurrentPath ? new Html(" aria-current=\"page\"") : Html.Nothing)}>{r.Name}</a></li>"))}</ul></nav>
        """);
}
