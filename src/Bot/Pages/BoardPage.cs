using PartyProjects.Bot.Pictures;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Pages;

/// <summary>全区进度: figures, the district's year, and every project worst first; shows what the wall chart shows and nothing more.</summary>
public sealed class BoardPage(Say say)
{
    public Html Render(WallChart chart, DistrictChart district)
    {
        var pieces = new Pieces(say);
        var counted = chart.Rows.Where(r => r.Plan is not null && r.Actual is not null).ToList();
        var rows = chart.Rows.OrderBy(r => Rank(r.Light)).ThenByDescending(r => r.Lag ?? decimal.MinValue).ThenBy(r => r.Order);
        return Html.Of($"""
            <h1>{say.Of("BoardTitle", ("year", chart.Year))}</h1>
            <p class="lead">{say.Of("AsOfDay", ("year", chart.AsOf.Year), ("month", chart.AsOf.Month), ("day", chart.AsOf.Day))}</p>
            <ul class="figures">
            {new[] { Light.Red, Light.Yellow, Light.Green, Light.Blue, Light.Grey }.Select(l => Html.Of($"<li>{pieces.LightOf(l)}<b>{chart.Count(l)}</b></li>"))}
            {Figure("BoardNodes", $"{chart.Rows.Sum(r => r.NodesDone)}/{chart.Rows.Sum(r => r.Nodes.Count)}")}
            {Figure("BoardPlan", Pieces.Number(Average(counted, r => r.Plan!.Value)))}
            {Figure("BoardActual", Pieces.Number(Average(counted, r => r.Actual!.Value)))}
            </ul>
            <ul class="cards">{rows.Select(r => Card(pieces, r))}</ul>
            <h2>{say.Of("DistrictTitle", ("year", chart.Year))}</h2>
            <div class="chart scroll" tabindex="0" role="region" aria-label="{say.Of("DistrictTitle", ("year", chart.Year))}">{Pieces.Drawn(new DistrictDrawing(say).Draw(district), "district")}</div>
            """);
    }

    /// <summary>One project as a card.</summary>
    public Html Card(Pieces pieces, WallChartRow row, string? link = null)
    {
        var next = row.Nodes.FirstOrDefault(n => n.State is NodeState.Overdue or NodeState.Open);
        return Html.Of($"""
            <li class="card {row.Light}"><h3>{(link is null ? Html.Of($"{row.Organization}") : Html.Of($"<a href=\"{link}\">{row.Organization}</a>"))}</h3>
            <p class="org">{row.Project}</p><p>{pieces.LightOf(row.Light)}</p>
            {pieces.Bars(row.Plan, row.Actual)}
            {(next is null ? Html.Nothing : Html.Of($"<p>{say.Of("NextNode")} {next.Id} {next.Title} · {pieces.Due(next)} · <span class=\"{(next.State == NodeState.Overdue ? "urgent" : "")}\">{pieces.Standing(next)}</span></p>"))}
            </li>
            """);
    }

    private Html Figure(string key, string value) => Html.Of($"<li>{say.Of(key)}<b>{value}</b></li>");

    private static decimal? Average(List<WallChartRow> rows, Func<WallChartRow, decimal> value) =>
        rows.Count == 0 ? null : Math.Round(rows.Average(value), 1, MidpointRounding.AwayFromZero);

    private static int Rank(Light? light) => light switch { Light.Red => 0, Light.Yellow => 1, Light.Green => 2, Light.Blue => 3, Light.Grey => 4, _ => 5 };
}
