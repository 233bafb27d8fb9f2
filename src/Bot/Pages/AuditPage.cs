using PartyProjects.Bot.Wording;

namespace PartyProjects.Bot.Pages;

/// <summary>One entry of the audit as the page shows it. The moment is China local.</summary>
public sealed record AuditRow(long Seq, DateTime At, string Actor, string Role, string? OnBehalfOf, string Action, string? Target, string? Before, string? After, string Channel);

/// <summary>审计: who did what, as which role, on whose behalf, from where, before and after; newest first, by target.</summary>
public sealed class AuditPage(Say say)
{
    public Html Render(IReadOnlyList<AuditRow> entries, string? target, string verdict) => Html.Of($"""
        <h1>{say.Of("AuditTitle")}</h1>
        <p class="lead">{verdict}</p>
        <form class="row" method="get" action="/audit">
        <div><label for="target">{say.Of("AuditTarget")}</label><input id="target" name="target" value="{target}"></div>
        <button>{say.Of("Search")}</button>
        </form>
        {new Pieces(say).Table("AuditHeads", entries.Select(e => (IReadOnlyList<Html>)
        [
            Html.Of($"{e.Seq}"), Html.Of($"{e.At:yyyy-MM-dd HH:mm:ss}"), Html.Of($"{e.Actor}{(e.OnBehalfOf is null ? "" : say.Of("AuditFor", ("office", e.OnBehalfOf)))}"), Html.Of($"{e.Role}"), Html.Of($"{e.Action}"), Html.Of($"{e.Target}"),
            e.Before is null && e.After is null ? Html.Nothing : Html.Of($"<details><summary>{say.Of("AuditShow")}</summary><pre>{e.Before}</pre><pre>{e.After}</pre></details>"),
            Html.Of($"{e.Channel}"),
        ]))}
        """);
}
