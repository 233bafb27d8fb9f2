using System.Globalization;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Pictures;

/// <summary>Draws the wall chart: an A3 page in landscape for wall, print and big screen; a narrow one for a phone. No report text on it.</summary>
public sealed class WallChartDrawing(Say say)
{
    /// <summary>A3 landscape at 4 pixels a millimetre; more rows than fit make the sheet longer.</summary>
    private const double SheetWidth = 1680;
    private const double SheetHeight = 1188;
    private const double Margin = 28;
    private const double HeadHeight = 168;
    private const double FootHeight = 46;
    private const double LowestRow = 58;
    private const double TallestRow = 66;
    private const double NowWidth = 58;
    private const double NameWidth = 286;
    private const double MonthWidth = 78;
    private const double OwnerWidth = 128;

    private readonly WallChartStrip strip = new(say);

    /// <summary>The page for wall and print.</summary>
    public Picture Sheet(WallChart chart)
    {
        var room = (SheetHeight - HeadHeight - FootHeight - Margin) / Math.Max(1, chart.Rows.Count);
        var rowHeight = Math.Clamp(room, LowestRow, TallestRow);
        var bottom = HeadHeight + (rowHeight * chart.Rows.Count);
        var height = Math.Max(SheetHeight, bottom + FootHeight + Margin);
        var scale = new YearScale(chart.Year, Margin + NowWidth + NameWidth, MonthWidth);
        var shapes = new List<Shape>(64 + (chart.Rows.Count * 50));

        Heading(shapes, chart);
        shapes.AddRange(new WallChartLegend(say).Draw(Margin, 104, SheetWidth - Margin));
        MonthGrid(shapes, chart, scale, bottom);
        for (var i = 0; i < chart.Rows.Count; i++) Row(shapes, chart.Rows[i], scale, HeadHeight + (i * rowHeight), rowHeight, i % 2 == 1);
        Today(shapes, chart, scale, HeadHeight, bottom);
        shapes.Add(new Label(Margin, height - 20, say.Of("WallChartFoot"), 13, Palette.Quiet));
        return new Picture(SheetWidth, height, Title(chart), Description(chart), shapes);
    }

    /// <summary>The title with year, as-of day and, where it applies, 演示数据.</summary>
    public string Title(WallChart chart) => say.Of("WallChartTitle", ("year", chart.Year));

    /// <summary>The three lines that matter, in one: what a screen reader reads first.</summary>
    public string Description(WallChart chart) => say.Of(
        "WallChartDescription",
        ("date", AsOf(chart)),
        ("count", chart.Rows.Count),
        ("green", chart.Count(Light.Green)),
        ("yellow", chart.Count(Light.Yellow)),
        ("red", chart.Count(Light.Red)),
        ("blue", chart.Count(Light.Blue)),
        ("grey", chart.Count(Light.Grey)),
        ("done", chart.Rows.Sum(r => r.NodesDone)),
        ("nodes", chart.Rows.Sum(r => r.Nodes.Count)),
        ("overdue", chart.Rows.Sum(r => r.Nodes.Count(n => n.State == NodeState.Overdue))));

    private string AsOf(WallChart chart) => say.Of("AsOfDay", ("year", chart.AsOf.Year), ("month", chart.AsOf.Month), ("day", chart.AsOf.Day));

    private void Heading(List<Shape> shapes, WallChart chart)
    {
        var title = Title(chart);
        shapes.Add(new Box(0, 0, SheetWidth, 10, new Paint(Palette.Title)));
        shapes.Add(new Label(Margin, 66, title, 40, Palette.Title, Bold: true));
        if (chart.Illustrative)
        {
            var x = Margin + TextWidth.Of(title, 40) + 24;
            var mark = say.Of("Illustrative");
            shapes.Add(new Box(x, 34, TextWidth.Of(mark, 20) + 28, 36, new Paint(Palette.White, Palette.Title, 2), 6));
            shapes.Add(new Label(x + 14, 59, mark, 20, Palette.Title, Bold: true));
        }

        shapes.Add(new Label(SheetWidth - Margin, 48, AsOf(chart), 24, Palette.Ink, Anchor.End, Bold: true));
        shapes.Add(new Label(SheetWidth - Margin, 76, say.Of("WallChartTotals", ("green", chart.Count(Light.Green)), ("yellow", chart.Count(Light.Yellow)), ("red", chart.Count(Light.Red)), ("blue", chart.Count(Light.Blue)), ("grey", chart.Count(Light.Grey)), ("done", chart.Rows.Sum(r => r.NodesDone)), ("nodes", chart.Rows.Sum(r => r.Nodes.Count))), 18, Palette.Ink, Anchor.End));
    }

    private void MonthGrid(List<Shape> shapes, WallChart chart, YearScale scale, double bottom)
    {
        const double top = HeadHeight - 34;
        shapes.Add(new Box(Margin, top, SheetWidth - (2 * Margin), 34, new Paint(Palette.Title)));
        void Head(double x, string text, Anchor anchor) => shapes.Add(new Label(x, top + 23, text, 16, Palette.White, anchor, Bold: true));
        var heads = say.List("WallChartHeads");
        Head(Margin + (NowWidth / 2), heads[0], Anchor.Middle);
        Head(Margin + NowWidth + 6, heads[1], Anchor.Start);
        Head(scale.Right + 10, heads[2], Anchor.Start);
        Head(scale.Right + OwnerWidth + 10, heads[3], Anchor.Start);
        for (var m = 1; m <= 12; m++)
        {
            Head(scale.Month(m) + (MonthWidth / 2), say.Of("MonthHead", ("month", m)), Anchor.Middle);
            if (m == chart.AsOf.Month && chart.AsOf.Year == chart.Year) shapes.Insert(0, new Box(scale.Month(m), HeadHeight, MonthWidth, bottom - HeadHeight, new Paint("#fff8e6")));
        }
    }

    private void Row(List<Shape> shapes, WallChartRow row, YearScale scale, double y, double height, bool banded)
    {
        if (banded)
        {
            shapes.Add(new Box(Margin, y, NowWidth + NameWidth, height, new Paint(Palette.Band)));
            shapes.Add(new Box(scale.Right, y, SheetWidth - Margin - scale.Right, height, new Paint(Palette.Band)));
        }

        shapes.Add(new Line(Margin, y + height, SheetWidth - Margin, y + height, new Paint(Stroke: Palette.Rule)));
        for (var m = 1; m <= 13; m++) shapes.Add(new Line(scale.Left + ((m - 1) * MonthWidth), y, scale.Left + ((m - 1) * MonthWidth), y + height, new Paint(Stroke: Palette.Rule, Width: m is 1 or 4 or 7 or 10 or 13 ? 1.5 : 0.5)));

        var centre = y + (height / 2);
        if (row.Light is { } light) shapes.AddRange(LightMark.Draw(light, Margin + (NowWidth / 2), centre, 15, say.Mark(light), say.Of("WallChartNowTip", ("light", say.Word(light)), ("reasons", string.Join(' ', row.Reasons)))));

        var x = Margin + NowWidth + 6;
        var lines = TextWidth.TwoLines(row.Project, 14, NameWidth - 12);
        var first = centre - (lines.Count == 1 ? 3 : 12);
        shapes.Add(new Label(x, first, TextWidth.Fit(row.Organization, 19, NameWidth - 12), 19, Palette.Ink, Bold: true));
        for (var i = 0; i < lines.Count; i++) shapes.Add(new Label(x, first + 20 + (i * 17), lines[i], 14, Palette.Quiet));

        shapes.AddRange(strip.Draw(row, scale, y + (height * 0.36), y + (height * 0.78), 8.5));

        var owner = scale.Right + 10;
        lines = TextWidth.TwoLines(row.Responsible, 14, OwnerWidth - 14);
        for (var i = 0; i < lines.Count; i++) shapes.Add(new Label(owner, centre + (lines.Count == 1 ? 5 : -4) + (i * 18), lines[i], 14, Palette.Ink));
        Bars(shapes, row, scale.Right + OwnerWidth + 10, centre, SheetWidth - Margin - 60 - (scale.Right + OwnerWidth + 10));
    }

    private static void Bars(List<Shape> shapes, WallChartRow row, double x, double centre, double width)
    {
        if (row.Plan is not { } plan || row.Actual is not { } actual)
        {
            shapes.Add(new Label(x, centre + 5, "—", 16, Palette.Quiet));
            return;
        }

        void Bar(double top, decimal value, string colour, string ink, bool bold)
        {
            shapes.Add(new Box(x, top, width, 13, new Paint(Palette.White, Palette.Rule)));
            shapes.Add(new Box(x, top, width * (double)Math.Clamp(value, 0, 100) / 100, 13, new Paint(colour)));
            shapes.Add(new Label(x + width + 8, top + 12, value.ToString("0.0", CultureInfo.InvariantCulture), 15, ink, Bold: bold));
        }

        Bar(centre - 17, plan, Palette.PlanBar, Palette.PlanText, bold: false);
        Bar(centre + 3, actual, Palette.ActualBar, row.Light is Light.Red or Light.Yellow ? Palette.Text(row.Light.Value) : Palette.Ink, bold: true);
    }

    private void Today(List<Shape> shapes, WallChart chart, YearScale scale, double top, double bottom)
    {
        if (chart.AsOf.Year != chart.Year) return;
        var x = scale.Of(chart.AsOf);
        shapes.Add(new Line(x, top, x, bottom, new Paint(Stroke: Palette.Today, Width: 2, Dashed: true)));
        var text = say.Of("TodayLine", ("month", chart.AsOf.Month), ("day", chart.AsOf.Day));
        var width = TextWidth.Of(text, 13) + 12;
        var left = Math.Clamp(x - (width / 2), scale.Left, scale.Right - width);
        shapes.Add(new Box(left, bottom + 3, width, 20, new Paint(Palette.Today), 4));
        shapes.Add(new Label(left + (width / 2), bottom + 18, text, 13, Palette.White, Anchor.Middle, Bold: true));
    }
}
