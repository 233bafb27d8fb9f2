using PartyProjects.Bot.Documents;
using PartyProjects.Bot.Pictures;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Pages;

/// <summary>One project: the promise beside the fact, node by node and month by month. Texts of reports and issues only for those who may see them.</summary>
public sealed class ProjectPage(Say say)
{
    /// <summary>Reasons that rest on what the wall chart shows; the others tell of reports and issues.</summary>
    private static readonly string[] OnTheWall = ["R1", "R2", "R5", "Y1", "Y2", "G1"];

    public Html Render(ProjectSnapshot project, WorkPlan plan, LedgerLine line, DateOnly today, bool mayReadReports, ProgrammeYear settings, WorkCalendar calendar)
    {
        var pieces = new Pieces(say);
        var row = plan.Row;
        var form = project.Project;
        var reasons = line.Reading.Reasons.Where(r => mayReadReports || OnTheWall.Contains(r.Code)).ToList();
        return Html.Of($"""
            <h1>{form.Name}</h1>
            <p class="lead">{project.Organization.Name} · {form.Code} · {say.Word(line.Stage)} · {form.FirstResponsible}</p>
            <ul class="figures">
            <li>{pieces.LightOf(row.Light)}</li>
            <li>{say.List("BarWords")[0]}<b>{Pieces.Number(row.Plan)}%</b></li><li>{say.List("BarWords")[1]}<b>{Pieces.Number(row.Actual)}%</b></li>
            <li>{say.Of("BoardNodes")}<b>{row.NodesDone}/{row.Nodes.Count}</b></li>
            </ul>
            {(reasons.Count == 0 ? Html.Nothing : Html.Of($"<ul class=\"reasons\">{reasons.Select(r => Html.Of($"<li>{say(r.Facts)}</li>"))}</ul>"))}
            <h2>{say.Of("PromiseTitle")}</h2>
            <p>{form.Goal}</p>
            {Indicators(pieces, form)}
            <h2>{say.Of("NodesTitle")}</h2>
            {pieces.Table("NodeTableHeads", row.Nodes.Select(n => Node(pieces, n)))}
            <div class="chart scroll" tabindex="0" role="region" aria-label="{say.Of("NodesTitle")}">{Pieces.Drawn(new WorkPlanDrawing(say).Draw(plan), "plan")}</div>
            {(mayReadReports ? Reports(pieces, project, today, settings, calendar) : Html.Nothing)}
            {(mayReadReports ? Issues(pieces, project, today, calendar) : Html.Nothing)}
            """);
    }

    private Html Indicators(Pieces pieces, Project form) => form.Indicators.Count == 0 ? Html.Nothing : pieces.Table("IndicatorHeads", form.Indicators.Select(i => (IReadOnlyList<Html>)
    [
        Html.Of($"{i.Name}"), Html.Of($"{i.Target:0.##}{i.Unit}"), Html.Of($"{(i.Achieved is { } a ? $"{a:0.##}{i.Unit}" : say.Of("NotYetKnown"))}"),
    ]));

    private IReadOnlyList<Html> Node(Pieces pieces, WallChartNode node) =>
    [
        Html.Of($"{node.Id} {node.Title}"),
        Html.Of($"{node.Acceptance}"),
        Html.Of($"{node.Owner}"),
        Html.Of($"{node.Weight}"),
        pieces.DayOf(node.OriginalDueOn),
        Html.Of($"{pieces.DayOf(node.DueOn)}{(node.Moved ? Html.Of($"<span class=\"moved\">{say.Of("MovedMark")}</span>") : Html.Nothing)}"),
        pieces.DayOf(node.DoneOn),
        Html.Of($"<span class=\"{(node.State == NodeState.Overdue ? "urgent" : "")}\">{pieces.Standing(node)}</span>"),
    ];

    private Html Reports(Pieces pieces, ProjectSnapshot project, DateOnly today, ProgrammeYear settings, WorkCalendar calendar)
    {
        var rows = project.Reports.Where(r => r.Period <= Period.Of(today) && r.LastEvent(today) is not null).OrderByDescending(r => r.Period).Select(r =>
        {
            var content = r.ContentAt(today);
            return (IReadOnlyList<Html>)
            [
                Html.Of($"{say.Of("MonthHead", ("month", r.Period.Month))}"),
                Html.Of($"{say.Word(LedgerLine.TimingOf(project, r.Period, today, settings, calendar))}"),
                Html.Of($"{content?.Percent}%"), Html.Of($"{content?.Done}"), Html.Of($"{content?.Problem}"), Html.Of($"{content?.Plan}"),
            ];
        });
        return Html.Of($"<h2>{say.Of("ReportsTitle")}</h2>{pieces.Table("ReportTableHeads", rows)}");
    }

    private Html Issues(Pieces pieces, ProjectSnapshot project, DateOnly today, WorkCalendar calendar)
    {
        var rows = project.Issues.Where(i => i.RaisedOn <= today).Select(i => (IReadOnlyList<Html>)
        [
            Html.Of($"{i.Title}"), Html.Of($"{say.Word(i.Severity)}{(i.NeedDistrictHelp ? " · " + say.Of("NeedsDistrict") : "")}"), Html.Of($"{i.Owner}"), pieces.DayOf(i.TargetOn),
            Html.Of($"{(i.ResolvedOn <= today ? say.Of("ResolvedOn", ("date", i.ResolvedOn)) : i.OverdueWorkdays(today, calendar) is > 0 and var days ? say.Of("NodeOverdueBy", ("days", days)) : say.Of("StillOpen"))}"),
        ]).ToList();
        return rows.Count == 0 ? Html.Nothing : Html.Of($"<h2>{say.Of("IssuesTitle")}</h2>{pieces.Table("IssueTableHeads", rows)}");
    }
}
