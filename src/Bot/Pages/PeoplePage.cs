using PartyProjects.Bot.Wording;

namespace PartyProjects.Bot.Pages;

/// <summary>A person as the page shows one: office, unit, roles, and whether a channel is bound.</summary>
public sealed record PersonRow(string Id, string Title, string Organization, string Roles, string Bound);

/// <summary>人员: who is bound and who is not; a code for each, shown once.</summary>
public sealed class PeoplePage(Say say)
{
    public Html Render(IReadOnlyList<PersonRow> people, int all, string? search, bool mayIssue, string? told) => Html.Of($"""
        <h1>{say.Of("PeopleTitle")}</h1>
        <p class="lead">{say.Of("PeopleLead", ("all", all), ("shown", people.Count))}</p>
        {OutboxPage.Told(told)}
        <form class="row" method="get" action="/people">
        <div><label for="q">{say.Of("PeopleSearch")}</label><input id="q" name="q" value="{search}"></div>
        <button>{say.Of("Search")}</button>
        </form>
        {new Pieces(say).Table("PeopleHeads", people.Select(p => (IReadOnlyList<Html>)
        [
            Html.Of($"{p.Title}"), Html.Of($"{p.Organization}"), Html.Of($"{p.Roles}"), Html.Of($"{(p.Bound.Length == 0 ? Html.Of($"<span class=\"urgent\">{say.Of("NotBound")}</span>") : Html.Of($"{p.Bound}"))}"),
            mayIssue ? Html.Of($"<form method=\"post\" action=\"/people/{p.Id}/code\"><button class=\"quiet\">{say.Of("IssueCode")}</button></form>") : Html.Nothing,
        ]))}
        """);
}
