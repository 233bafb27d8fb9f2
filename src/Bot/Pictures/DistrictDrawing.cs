using System.Globalization;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Pictures;

/// <summary>Draws the district's year: three strips under each other, twelve months wide, so that a month reads from top to bottom.</summary>
public sealed class DistrictDrawing(Say say)
{
    private const double Width = 1200;
    private const double Height = 860;
    private const double Left = 130;
    private const double Right = 30;
    private const double StripHeight = 200;
    private const double FirstTop = 118;
    private const double Gap = 38;

    private static readonly Light[] StackOrder = [Light.Red, Light.Yellow, Light.Green, Light.Blue, Light.Grey];

    public Picture Draw(DistrictChart chart)
    {
        var shapes = new List<Shape>();
        var scale = new YearScale(chart.Year, Left, (Width - Left - Right) / 12);
        var names = say.List("DistrictStripWords");
        var title = say.Of("DistrictTitle", ("year", chart.Year));
        shapes.Add(new Box(0, 0, Width, 8, new Paint(Palette.Title)));
        shapes.Add(new Label(28, 54, title, 30, Palette.Title, Bold: true));
        shapes.Add(new Label(Width - Right, 50, say.Of("AsOfDay", ("year", chart.AsOf.Year), ("month", chart.AsOf.Month), ("day", chart.AsOf.Day)) + (chart.Illustrative ? " · " + say.Of("Illustrative") : ""), 18, Palette.Ink, Anchor.End, Bold: true));
        for (var m = 1; m <= 12; m++) shapes.Add(new Label(scale.Month(m) + (scale.MonthWidth / 2), FirstTop - 14, say.Of("MonthHead", ("month", m)), 16, Palette.Quiet, Anchor.Middle, Bold: true));
        for (var i = 0; i < 3; i++)
        {
            var top = FirstTop + (i * (StripHeight + Gap));
            shapes.Add(new Box(Left, top, Width - Left - Right, StripHeight, new Paint(i % 2 == 0 ? Palette.Band : Palette.White, Palette.Rule)));
            shapes.Add(new Label(28, top + 26, names[i], 18, Palette.Ink, Bold: true));
        }

        Lights(shapes, chart, scale, FirstTop);
        Progress(shapes, chart, scale, FirstTop + StripHeight + Gap);
        Reports(shapes, chart, scale, FirstTop + (2 * (StripHeight + Gap)));
        shapes.Add(new Label(28, Height - 16, say.Of("DistrictFoot"), 13, Palette.Quiet));
        return new Picture(Width, Height, title, Description(chart), shapes);
    }

    private string Description(DistrictChart chart) => string.Join(' ', chart.Months.Select(m => say.Of(
        "DistrictMonthLine",
        ("month", m.Month.Month),
        ("green", m.Lights.GetValueOrDefault(Light.Green)),
        ("yellow", m.Lights.GetValueOrDefault(Light.Yellow)),
        ("red", m.Lights.GetValueOrDefault(Light.Red)),
        ("plan", m.Plan),
        ("actual", m.Actual),
        ("due", m.ReportsDue),
        ("onTime", m.ReportsOnTime))));

    private void Lights(List<Shape> shapes, DistrictChart chart, YearScale scale, double top)
    {
        foreach (var month in chart.Months)
        {
            var all = month.Lights.Values.Sum();
            if (all == 0) continue;
            var x = scale.Month(month.Month.Month) + 14;
            var y = top + StripHeight - 8;
            foreach (var light in StackOrder)
            {
                if (month.Lights.GetValueOrDefault(light) is not (> 0 and var count)) continue;
                var height = (StripHeight - 24) * count / all;
                y -= height;
                shapes.Add(new Box(x, y, scale.MonthWidth - 28, height, light == Light.Grey ? new Paint(Palette.White, Palette.Of(light)) : new Paint(Palette.Of(light), Palette.White)));
                if (height >= 12) shapes.Add(new Label(x + ((scale.MonthWidth - 28) / 2), y + (height / 2) + 5, say.Of("DistrictLightCount", ("light", say.Mark(light)), ("count", count)), height < 16 ? 11 : 14, light is Light.Yellow or Light.Grey ? Palette.Ink : Palette.White, Anchor.Middle, Bold: true));
            }
        }
    }

    private void Progress(List<Shape> shapes, DistrictChart chart, YearScale scale, double top)
    {
        var words = say.List("WallChartLegendWords");
        foreach (var level in new[] { 0, 50, 100 })
        {
            var y = Level(top, level);
            shapes.Add(new Line(Left, y, Width - Right, y, new Paint(Stroke: Palette.Rule, Width: 1, Dashed: level == 50)));
            shapes.Add(new Label(Left - 8, y + 5, level.ToString(CultureInfo.InvariantCulture), 13, Palette.Quiet, Anchor.End));
        }

        Curve(shapes, chart, scale, top, m => m.Plan, Palette.PlanBar, dashed: true, above: true);
        Curve(shapes, chart, scale, top, m => m.Actual, Palette.ActualBar, dashed: false, above: false);
        shapes.Add(new Line(Width - 230, top + 20, Width - 200, top + 20, new Paint(Stroke: Palette.PlanBar, Width: 3, Dashed: true)));
        shapes.Add(new Label(Width - 194, top + 25, words[5], 14, Palette.Ink));
        shapes.Add(new Line(Width - 126, top + 20, Width - 104, top + 20, new Paint(Stroke: Palette.ActualBar, Width: 3)));
        shapes.Add(new Label(Width - 98, top + 25, words[6], 14, Palette.Ink));
    }

    private static void Curve(List<Shape> shapes, DistrictChart chart, YearScale scale, double top, Func<DistrictMonth, decimal?> value, string colour, bool dashed, bool above)
    {
        (double X, double Y)? last = null;
        foreach (var month in chart.Months)
        {
            if (value(month) is not { } figure) continue;
            var point = (X: scale.Month(month.Month.Month) + (scale.MonthWidth / 2), Y: Level(top, (double)figure));
            if (last is { } from) shapes.Add(new Line(from.X, from.Y, point.X, point.Y, new Paint(Stroke: colour, Width: 3, Dashed: dashed)));
            shapes.Add(new Disc(point.X, point.Y, 4, new Paint(colour)));
            shapes.Add(new Label(point.X, point.Y + (above ? -10 : 20), figure.ToString("0.0", CultureInfo.InvariantCulture), 13, above ? Palette.Quiet : Palette.ActualBar, Anchor.Middle, Bold: !above));
            last = point;
        }
    }

    private void Reports(List<Shape> shapes, DistrictChart chart, YearScale scale, double top)
    {
        foreach (var month in chart.Months)
        {
            if (month.ReportsDue == 0) continue;
            var x = scale.Month(month.Month.Month) + 14;
            var full = StripHeight - 52;
            var height = full * month.ReportsOnTime / month.ReportsDue;
            var y = top + StripHeight - 8;
            shapes.Add(new Box(x, y - full, scale.MonthWidth - 28, full, new Paint(Palette.White, Palette.Rule)));
            shapes.Add(new Box(x, y - height, scale.MonthWidth - 28, height, new Paint(Palette.ActualBar)));
            shapes.Add(new Label(x + ((scale.MonthWidth - 28) / 2), y - full - 8, say.Of("DistrictReports", ("onTime", month.ReportsOnTime), ("due", month.ReportsDue)), 14, Palette.Ink, Anchor.Middle, Bold: true));
            if (month.ReportsLate + month.ReportsMissing > 0)
            {
                shapes.Add(new Label(x + ((scale.MonthWidth - 28) / 2), top + 18, say.Of("DistrictReportsBad", ("late", month.ReportsLate), ("missing", month.ReportsMissing)), 12, Palette.Flag, Anchor.Middle, Bold: true));
            }
        }
    }

    private static double Level(double top, double percent) => top + StripHeight - 18 - ((StripHeight - 50) * Math.Clamp(percent, 0, 100) / 100);
}
