using PartyProjects.Bot.Wording;

namespace PartyProjects.Bot.Pages;

/// <summary>A document to take away.</summary>
public sealed record DocumentLink(string Name, string Path, string Note);

/// <summary>文件: ledger, bulletins, year-end sheets, forms, and the personal deadline calendar with its secret address.</summary>
public sealed class DocumentsPage(Say say)
{
    public Html Render(IReadOnlyList<DocumentLink> documents, string? calendarAddress, string? told) => Html.Of($"""
        <h1>{say.Of("DocumentsTitle")}</h1>
        {OutboxPage.Told(told)}
        <ul class="cards">{documents.Select(d => Html.Of($"<li class=\"card\"><h2><a href=\"{d.Path}\">{d.Name}</a></h2><p>{d.Note}</p></li>"))}</ul>
        <h2 id="calendar">{say.Of("CalendarTitle")}</h2>
        <p>{say.Of("CalendarLead")}</p>
        {(calendarAddress is null ? Html.Nothing : Html.Of($"<p><code>{calendarAddress}</code></p>"))}
        <form class="row" method="post" action="/calendar"><button>{say.Of(calendarAddress is null ? "CalendarCreate" : "CalendarRenew")}</button></form>
        <form class="row" method="post" action="/calendar/revoke"><button class="quiet">{say.Of("CalendarRevoke")}</button></form>
        """);
}
