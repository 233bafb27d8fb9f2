using PartyProjects.Bot.Pictures;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Pages;

/// <summary>挂图: fills a big screen, prints on one A3 page, turns into blocks on a phone, and brings itself up to date.</summary>
public sealed class WallPage(Say say)
{
    /// <summary>Seconds between two looks.</summary>
    private const int RefreshSeconds = 60;

    public Html Render(WallChart chart)
    {
        var drawing = new WallChartDrawing(say);
        var pieces = new Pieces(say);
        return Html.Of($"""
            <h1 class="said">{drawing.Title(chart)}</h1>
            <div data-refresh="{RefreshSeconds}">
            <p class="lead said">{drawing.Description(chart)}</p>
            <div class="chart">
            <div class="sheet">{Pieces.Drawn(drawing.Sheet(chart), "sheet")}</div>
            <div class="phone">{Pieces.Drawn(new NarrowWallChart(say).Draw(chart, drawing), "phone")}</div>
            </div>
            <details class="noprint"><summary>{say.Of("WallAsTable")}</summary>
            {pieces.Table("WallTableHeads", chart.Rows.Select(r => Row(pieces, r)), drawing.Title(chart))}
            </details>
            </div>
            <p class="noprint"><a class="button quiet" href="/wall.png">{say.Of("WallAsPng")}</a> <a class="button quiet" href="/wall.svg">{say.Of("WallAsSvg")}</a></p>
            """);
    }

    private IReadOnlyList<Html> Row(Pieces pieces, WallChartRow row) =>
    [
        pieces.LightOf(row.Light),
        Html.Of($"{row.Organization}<br>{row.Project}"),
        Html.Of($"{row.Responsible}"),
        Html.Of($"{Pieces.Number(row.Plan)}"),
        Html.Of($"{Pieces.Number(row.Actual)}"),
        Html.Of($"{string.Join(say.Of("ListSeparator"), row.Nodes.Select(n => n.Id + " " + pieces.Day(n.DueOn) + " " + pieces.Standing(n)))}"),
    ];
}
