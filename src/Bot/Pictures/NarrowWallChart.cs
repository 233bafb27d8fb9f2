using System.Globalization;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Pictures;

/// <summary>The same chart for a phone held upright: one block a unit, worst first.</summary>
public sealed class NarrowWallChart(Say say)
{
    private const double Width = 390;
    private const double Margin = 12;
    private const double HeadHeight = 148;
    private const double BlockHeight = 148;

    private readonly WallChartStrip strip = new(say);

    public Picture Draw(WallChart chart, WallChartDrawing words)
    {
        var shapes = new List<Shape>();
        var rows = chart.Rows.OrderBy(r => Rank(r.Light)).ThenByDescending(r => r.Lag ?? decimal.MinValue).ThenBy(r => r.Order).ToList();
        var scale = new YearScale(chart.Year, Margin, (Width - (2 * Margin)) / 12);
        for (var m = 1; m <= 12; m++)
        {
            if (m == chart.AsOf.Month && chart.AsOf.Year == chart.Year) shapes.Add(new Box(scale.Month(m), HeadHeight - 22, scale.MonthWidth, 18, new Paint(Palette.Today), 3));
            shapes.Add(new Label(scale.Month(m) + (scale.MonthWidth / 2), HeadHeight - 8, m.ToString(CultureInfo.InvariantCulture), 13, m == chart.AsOf.Month ? Palette.White : Palette.Quiet, Anchor.Middle, Bold: true));
        }

        shapes.AddRange(new WallChartLegend(say).Draw(Margin, 14, Width - Margin, 12));
        for (var i = 0; i < rows.Count; i++) Block(shapes, rows[i], scale, HeadHeight + (i * BlockHeight), chart);
        return new Picture(Width, HeadHeight + (rows.Count * BlockHeight) + 8, words.Title(chart), words.Description(chart), shapes);
    }

    private void Block(List<Shape> shapes, WallChartRow row, YearScale scale, double y, WallChart chart)
    {
        shapes.Add(new Box(6, y + 2, Width - 12, BlockHeight - 8, new Paint(Palette.White, Palette.Rule), 8));
        if (row.Light is { } light) shapes.AddRange(LightMark.Draw(light, Margin + 18, y + 24, 12, say.Mark(light)));
        shapes.Add(new Label(Margin + 40, y + 24, TextWidth.Fit(row.Organization, 17, Width - 180), 17, Palette.Ink, Bold: true));
        shapes.Add(new Label(Margin + 40, y + 43, TextWidth.Fit(row.Project, 13, Width - 66), 13, Palette.Quiet));
        if (row.Plan is { } plan && row.Actual is { } actual)
        {
            shapes.Add(new Label(Width - Margin - 4, y + 24, say.Of("WallChartPair", ("plan", plan), ("actual", actual)), 14, Palette.Ink, Anchor.End));
            shapes.Add(new Box(Margin, y + 52, Width - (2 * Margin), 6, new Paint(Palette.Band, Palette.Rule)));
            shapes.Add(new Box(Margin, y + 52, (Width - (2 * Margin)) * (double)Math.Clamp(actual, 0, 100) / 100, 6, new Paint(Palette.ActualBar)));
            var at = Margin + ((Width - (2 * Margin)) * (double)Math.Clamp(plan, 0, 100) / 100);
            shapes.Add(new Line(at, y + 49, at, y + 61, new Paint(Stroke: Palette.Ink, Width: 2)));
        }

        for (var m = 2; m <= 12; m++) shapes.Add(new Line(scale.Month(m), y + 66, scale.Month(m), y + BlockHeight - 8, new Paint(Stroke: Palette.Rule, Width: 0.5)));
        shapes.AddRange(strip.Draw(row, scale, y + 88, y + 122, 7));
        if (chart.AsOf.Year == chart.Year) shapes.Add(new Line(scale.Of(chart.AsOf), y + 66, scale.Of(chart.AsOf), y + BlockHeight - 8, new Paint(Stroke: Palette.Today, Width: 1.5, Dashed: true)));
    }

    private static int Rank(Light? light) => light switch { Light.Red => 0, Light.Yellow => 1, Light.Green => 2, Light.Blue => 3, Light.Grey => 4, _ => 5 };
}
