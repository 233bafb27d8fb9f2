using PartyProjects.Bot.Wording;

namespace PartyProjects.Bot.Pages;

/// <summary>One slot of the scheduler: what was planned, sent, failed or left out. Moments are China local.</summary>
public sealed record RunLine
{
    public required DateOnly Day { get; init; }
    public required string Slot { get; init; }
    public required DateTime StartedAt { get; init; }
    public DateTime? FinishedAt { get; init; }
    public required string State { get; init; }
    public required int Planned { get; init; }
    public required int Sent { get; init; }
    public required int Failed { get; init; }
    public required int Open { get; init; }
    public string? LeftOut { get; init; }
    public string? Reason { get; init; }
}

/// <summary>A message that would go out: the rehearsal shows it and sends nothing.</summary>
public sealed record RehearsalRow(DateTime At, string Recipient, string Rules, string Text);

/// <summary>运行记录 and 预演: what the scheduler did, and what it would do.</summary>
public sealed class RunsPage(Say say)
{
    public Html Render(IReadOnlyList<RunLine> runs) => Html.Of($"""
        <h1>{say.Of("RunsTitle")}</h1>
        <p class="lead">{say.Of("RunsLead")}</p>
        {new Pieces(say).Table("RunHeads", runs.Select(r => (IReadOnlyList<Html>)
        [
            Html.Of($"{r.Day:yyyy-MM-dd} {r.Slot}"),
            Html.Of($"{r.State}{(r.Reason is null ? "" : " · " + r.Reason)}"),
            Html.Of($"{r.StartedAt:HH:mm:ss}"),
            Html.Of($"{r.FinishedAt:HH:mm:ss}"),
            Html.Of($"{r.Planned}"), Html.Of($"{r.Sent}"), Html.Of($"{r.Failed}"), Html.Of($"{r.Open}"),
            Html.Of($"{r.LeftOut}"),
        ]))}
        """);

    public Html Rehearsal(DateOnly from, DateOnly until, IReadOnlyList<RehearsalRow> messages) => Html.Of($"""
        <h1>{say.Of("RehearsalTitle")}</h1>
        <p class="lead">{say.Of("RehearsalLead", ("count", messages.Count))}</p>
        <form class="row" method="get" action="/rehearsal">
        <div><label for="from">{say.Of("From")}</label><input id="from" name="from" type="date" value="{from:yyyy-MM-dd}"></div>
        <div><label for="until">{say.Of("Until")}</label><input id="until" name="until" type="date" value="{until:yyyy-MM-dd}"></div>
        <button>{say.Of("RehearsalGo")}</button>
        </form>
        {new Pieces(say).Table("RehearsalHeads", messages.Select(m => (IReadOnlyList<Html>)
        [
            Html.Of($"{m.At:MM-dd HH:mm}"), Html.Of($"{m.Recipient}"), Html.Of($"{m.Rules}"), Html.Of($"<pre>{m.Text}</pre>"),
        ]))}
        """);
}
