using PartyProjects.Bot.Wording;

namespace PartyProjects.Bot.Pages;

/// <summary>One message and how it went out, as the page shows it. Moments are China local.</summary>
public sealed record OutboxRow
{
    public required string Id { get; init; }
    public required string Recipient { get; init; }
    public required DateTime DueAt { get; init; }
    public required string State { get; init; }
    public string? Reason { get; init; }
    public string? Text { get; init; }

    /// <summary>One line a channel tried: channel, state, attempt, receipt or reason.</summary>
    public IReadOnlyList<string> Deliveries { get; init; } = [];

    /// <summary>Failed or given up: may be sent again.</summary>
    public required bool MayResend { get; init; }
}

/// <summary>发件箱: what exactly was sent, when, and whether it arrived; failures first, each with "send again".</summary>
public sealed class OutboxPage(Say say)
{
    public Html Render(IReadOnlyList<OutboxRow> rows, bool mayResend, string? told)
    {
        var pieces = new Pieces(say);
        var failed = rows.Where(r => r.MayResend).ToList();
        return Html.Of($"""
            <h1>{say.Of("OutboxTitle")}</h1>
            <p class="lead">{say.Of("OutboxLead", ("all", rows.Count), ("failed", failed.Count))}</p>
            {Told(told)}
            {(failed.Count == 0 ? Html.Nothing : Html.Of($"<h2>{say.Of("OutboxFailed")}</h2>{Table(pieces, failed, mayResend)}"))}
            <h2>{say.Of("OutboxLatest")}</h2>
            {Table(pieces, rows, mayResend)}
            """);
    }

    public static Html Told(string? told) => told is null ? Html.Nothing : Html.Of($"<p class=\"empty\" role=\"status\">{told}</p>");

    private Html Table(Pieces pieces, IEnumerable<OutboxRow> rows, bool mayResend) => pieces.Table("OutboxHeads", rows.Select(r => (IReadOnlyList<Html>)
    [
        Html.Of($"{r.DueAt:MM-dd HH:mm}"),
        Html.Of($"{r.Recipient}"),
        Html.Of($"{r.State}{(r.Reason is null ? "" : " · " + r.Reason)}"),
        Html.Of($"{r.Deliveries.Select(d => Html.Of($"{d}<br>"))}"),
        Html.Of($"<details><summary>{say.Of("OutboxShow")}</summary><pre>{r.Text}</pre></details>"),
        r.MayResend && mayResend ? Html.Of($"<form method=\"post\" action=\"/outbox/{r.Id}/resend\"><button>{say.Of("OutboxResend")}</button></form>") : Html.Nothing,
    ]));
}
