using System.Globalization;
using PartyProjects.Bot.Wording;

namespace PartyProjects.Bot.Pictures;

/// <summary>施工图 as figures: one project's nodes over working days.</summary>
public sealed record WorkPlan
{
    public required WallChartRow Row { get; init; }
    public required DateOnly AsOf { get; init; }
    public required bool Illustrative { get; init; }

    /// <summary>完成时限 of the project.</summary>
    public required DateOnly? Deadline { get; init; }

    /// <summary>Days without work between the first start and the end of the chart.</summary>
    public required IReadOnlySet<DateOnly> DaysOff { get; init; }

    /// <summary>Working days from a node's start to its due day, both included, by node id.</summary>
    public required IReadOnlyDictionary<string, int> Workdays { get; init; }

    /// <summary>余量: working days between the last node and the deadline.</summary>
    public required int Slack { get; init; }

    /// <summary>Working days left until a node is due (0 on the day), by id of those still open and not overdue.</summary>
    public required IReadOnlyDictionary<string, int> WorkdaysLeft { get; init; }
}

/// <summary>Draws a project's 施工图 (Gantt): working days, holidays shaded, 原定 beside 现定, slack at the end.</summary>
public sealed class WorkPlanDrawing(Say say)
{
    private const double Width = 1400;
    private const double Left = 430;
    private const double Right = 150;
    private const double Top = 138;
    private const double RowHeight = 62;

    public Picture Draw(WorkPlan plan)
    {
        var row = plan.Row;
        var shapes = new List<Shape>();
        if (row.Nodes.Count == 0) return new Picture(Width, Top + 60, row.Project, say.Of("WorkPlanEmpty"), [new Label(28, 80, say.Of("WorkPlanEmpty"), 20, Palette.Ink)]);
        var first = row.Nodes.Min(n => n.StartOn);
        var last = row.Nodes.Max(n => n.DueOn > n.OriginalDueOn ? n.DueOn : n.OriginalDueOn);
        if (plan.Deadline > last) last = plan.Deadline.Value;
        if (plan.AsOf > last) last = plan.AsOf;
        var perDay = (Width - Left - Right) / (last.DayNumber - first.DayNumber + 1);
        double X(DateOnly day) => Left + ((day.DayNumber - first.DayNumber) * perDay);
        var bottom = Top + (RowHeight * row.Nodes.Count);

        Heading(shapes, plan);
        foreach (var off in plan.DaysOff.Where(d => d >= first && d <= last).Order()) shapes.Add(new Box(X(off), Top, perDay, bottom - Top, new Paint(Palette.Holiday)));
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
        {
            var x = X(month < first ? first : month);
            shapes.Add(new Line(x, Top - 22, x, bottom, new Paint(Stroke: Palette.Rule)));
            shapes.Add(new Label(x + 5, Top - 8, say.Of("MonthHead", ("month", month.Month)), 14, Palette.Quiet, Bold: true));
        }

        for (var i = 0; i < row.Nodes.Count; i++) Node(shapes, plan, row.Nodes[i], X, perDay, Top + (i * RowHeight));
        if (plan.Slack > 0 && plan.Deadline is { } deadline)
        {
            var from = X(row.Nodes.Max(n => n.DueOn)) + perDay;
            shapes.Add(new Box(from, bottom - 44, X(deadline) + perDay - from, 20, new Paint(Palette.Slack, Palette.Today, 1, Dashed: true)));
        }

        if (plan.AsOf >= first)
        {
            var today = X(plan.AsOf) + perDay;
            shapes.Add(new Line(today, Top, today, bottom, new Paint(Stroke: Palette.Today, Width: 2, Dashed: true)));
            shapes.Add(new Label(today, bottom + 18, say.Of("TodayLine", ("month", plan.AsOf.Month), ("day", plan.AsOf.Day)), 13, Palette.Today, Anchor.Middle, Bold: true));
        }

        shapes.Add(new Label(28, bottom + 46, say.Of("WorkPlanFoot", ("slack", plan.Slack)), 14, Palette.Quiet));
        return new Picture(Width, bottom + 64, say.Of("WorkPlanTitle", ("org", row.Organization), ("project", row.Project)), Description(plan), shapes);
    }

    private void Heading(List<Shape> shapes, WorkPlan plan)
    {
        var row = plan.Row;
        shapes.Add(new Box(0, 0, Width, 8, new Paint(Palette.Title)));
        shapes.Add(new Label(28, 50, TextWidth.Fit(say.Of("WorkPlanTitle", ("org", row.Organization), ("project", row.Project)), 26, Width - 440), 26, Palette.Title, Bold: true));
        shapes.Add(new Label(Width - 28, 46, say.Of("AsOfDay", ("year", plan.AsOf.Year), ("month", plan.AsOf.Month), ("day", plan.AsOf.Day)) + (plan.Illustrative ? " · " + say.Of("Illustrative") : ""), 18, Palette.Ink, Anchor.End, Bold: true));
        if (row.Light is { } light) shapes.AddRange(LightMark.Draw(light, 42, 84, 13, say.Mark(light)));
        if (row.Plan is { } p && row.Actual is { } a) shapes.Add(new Label(66, 90, say.Of("WorkPlanFigures", ("plan", p), ("actual", a), ("lag", row.Lag), ("owner", row.Responsible)), 17, Palette.Ink));
    }

    private void Node(List<Shape> shapes, WorkPlan plan, WallChartNode node, Func<DateOnly, double> x, double perDay, double y)
    {
        shapes.Add(new Line(28, y + RowHeight, Width - 28, y + RowHeight, new Paint(Stroke: Palette.Rule)));
        shapes.Add(new Label(28, y + 25, node.Id, 18, Palette.Title, Bold: true));
        shapes.Add(new Label(66, y + 25, TextWidth.Fit(node.Title, 16, Left - 82), 16, Palette.Ink, Bold: true));
        shapes.Add(new Label(66, y + 46, TextWidth.Fit(say.Of("WorkPlanNode", ("acceptance", node.Acceptance), ("weight", node.Weight)), 13, Left - 82), 13, Palette.Quiet));

        var from = x(node.StartOn);
        var width = x(node.DueOn) + perDay - from;
        var colour = node.State switch { NodeState.Done or NodeState.PendingCheck => "#1a7f37", NodeState.Overdue => "#000000", _ => plan.AsOf >= node.StartOn ? Palette.ActualBar : Palette.PlanBar };
        shapes.Add(new Box(from, y + 18, width, 22, node.State == NodeState.PendingCheck ? new Paint(Palette.White, colour, 2) : new Paint(colour), 3));
        var days = say.Of("WorkPlanDays", ("days", plan.Workdays.GetValueOrDefault(node.Id)));
        if (width > TextWidth.Of(days, 12) + 8) shapes.Add(new Label(from + (width / 2), y + 34, days, 12, node.State == NodeState.PendingCheck ? Palette.Ink : Palette.White, Anchor.Middle));
        if (node.DoneOn is { } done) shapes.Add(NodeMark.Draw(node.State, x(done) + perDay, y + 51, 6, say.Of("WorkPlanDone", ("date", done))));
        if (node.Moved)
        {
            var was = x(node.OriginalDueOn) + perDay;
            shapes.Add(NodeMark.Original(was, y + 11, 6));
            shapes.Add(new Label(was + 9, y + 15, say.Of("WallChartOriginalTip", ("id", ""), ("date", node.OriginalDueOn)).Trim(), 11, Palette.Quiet));
        }

        shapes.Add(new Label(Width - Right + 12, y + 25, Day(node.DueOn), 15, Palette.Ink, Bold: true));
        shapes.Add(new Label(Width - Right + 12, y + 45, Standing(plan, node), 13, node.State == NodeState.Overdue ? Palette.Flag : Palette.Quiet, Bold: node.State == NodeState.Overdue));
    }

    private string Standing(WorkPlan plan, WallChartNode node) => node.State switch
    {
        NodeState.Overdue => say.Of("NodeOverdueBy", ("days", node.OverdueWorkdays)),
        NodeState.Open => say.Of("NodeDaysLeft", ("days", plan.WorkdaysLeft.GetValueOrDefault(node.Id))),
        _ => say.Word(node.State) + " " + (node.DoneOn is { } done ? Day(done) : ""),
    };

    private string Description(WorkPlan plan) => string.Join(' ', plan.Row.Nodes.Select(n => say.Of("WallChartNodeTip", ("id", n.Id), ("title", n.Title), ("date", n.DueOn), ("state", Standing(plan, n)))));

    private static string Day(DateOnly day) => day.ToString("M-d", CultureInfo.InvariantCulture);
}
