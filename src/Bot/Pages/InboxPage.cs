using PartyProjects.Bot.Wording;

namespace PartyProjects.Bot.Pages;

/// <summary>Something that waits for 组织部 or the leading group: what, since when, how long overdue on the district's own clock, and what to say in chat to settle it.</summary>
public sealed record InboxItem(string Kind, string Unit, string Project, string Code, string What, DateOnly Since, int WaitingWorkdays, string SayInChat);

/// <summary>待决事项: declarations, reports and nodes to confirm, change requests, letters, district help; oldest first.</summary>
public sealed class InboxPage(Say say)
{
    /// <summary>After so many workdays a request to the district is red for the district itself (domain.md section 7).</summary>
    private const int RedAfterWd = 15;

    public Html Render(IReadOnlyList<InboxItem> items) => Html.Of($"""
        <h1>{say.Of("InboxTitle")}</h1>
        <p class="lead">{say.Of("InboxLead", ("count", items.Count), ("late", items.Count(i => i.WaitingWorkdays >= RedAfterWd)))}</p>
        {new Pieces(say).Table("InboxHeads", items.OrderByDescending(i => i.WaitingWorkdays).Select(i => (IReadOnlyList<Html>)
        [
            Html.Of($"{i.Kind}"), Html.Of($"{i.Unit}"), Html.Of($"<a href=\"/projects/{i.Code}\">{i.Project}</a>"), Html.Of($"{i.What}"),
            Html.Of($"<span class=\"{(i.WaitingWorkdays >= RedAfterWd ? "urgent" : "")}\">{say.Of("WaitingDays", ("days", i.WaitingWorkdays))}</span>"),
            Html.Of($"<code>{i.SayInChat}</code>"),
        ]))}
        """);
}
