using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Domain.Supervision;

/// <summary>How a report due in the quarter came in, at the lock.</summary>
public enum ReportTimeliness { OnTime, Late, Missing }

/// <summary>One report due in the quarter. Returned: it was sent back at least once by the lock, whatever came of it.</summary>
public sealed record BulletinReport(Period Period, ReportTimeliness Timeliness, bool Returned);

/// <summary>What the bulletin says of one project at the lock.</summary>
public sealed record BulletinProject
{
    public required ProjectSnapshot Project { get; init; }
    public required LightReading Reading { get; init; }
    public required QuarterScoreCard Card { get; init; }
    public required Stage Stage { get; init; }
    public required int NodesAll { get; init; }
    public required int NodesDone { get; init; }
    public required int NodesDue { get; init; }
    public required int NodesOnTime { get; init; }

    /// <summary>Due in the quarter and done by the lock, but after the due day.</summary>
    public required int NodesLate { get; init; }

    /// <summary>Nodes overdue at the lock, with their workdays.</summary>
    public required IReadOnlyList<(string Id, int Workdays)> Overdue { get; init; }
    public required IReadOnlyList<BulletinReport> Reports { get; init; }

    /// <summary>Open issues past their target at the lock, those that need the district left out.</summary>
    public required int IssuesOverdue { get; init; }

    /// <summary>Open requests for the district's help at the lock: the district's own to-do.</summary>
    public required IReadOnlyList<Issue> DistrictHelp { get; init; }

    public bool Shows(string code) => Reading.Reasons.Any(r => r.Code == code);
}

/// <summary>通报 figures of a quarter at its lock (domain.md section 11): every number of the text is one of these or counts them.</summary>
public sealed record BulletinFigures
{
    public required Quarter Quarter { get; init; }

    /// <summary>The scored projects (14.2), in display order.</summary>
    public required IReadOnlyList<BulletinProject> Projects { get; init; }

    public decimal AveragePlan => Average(p => p.Reading.Plan ?? 0);

    public decimal AverageActual => Average(p => p.Reading.Actual ?? 0);

    public decimal AverageScore => Average(p => p.Card.Total);

    public int NodesAll => Projects.Sum(p => p.NodesAll);

    public int NodesDone => Projects.Sum(p => p.NodesDone);

    public int NodesDue => Projects.Sum(p => p.NodesDue);

    public int NodesOnTime => Projects.Sum(p => p.NodesOnTime);

    public int NodesLate => Projects.Sum(p => p.NodesLate);

    public int NodesOpen => NodesDue - NodesOnTime - NodesLate;

    public int ReportsDue => Projects.Sum(p => p.Reports.Count);

    public int ReportsReturned => Projects.Sum(p => p.Reports.Count(r => r.Returned));

    public int Count(Light light) => Projects.Count(p => p.Reading.Light == light);

    public int Count(ReportTimeliness timeliness) => Projects.Sum(p => p.Reports.Count(r => r.Timeliness == timeliness));

    private decimal Average(Func<BulletinProject, decimal> value) =>
        Projects.Count == 0 ? 0 : Math.Round(Projects.Average(value), 1, MidpointRounding.AwayFromZero);

    /// <summary>The figures of a quarter out of all projects of the year.</summary>
    public static BulletinFigures Of(IEnumerable<ProjectSnapshot> projects, Quarter quarter, ProgrammeYear settings, WorkCalendar calendar)
    {
        var all = projects.ToList();
        var cards = QuarterScore.Rank(all, quarter, settings, calendar).ToDictionary(c => c.Code, StringComparer.Ordinal);
        return new BulletinFigures
        {
            Quarter = quarter,
            Projects = [.. all.Where(p => cards.ContainsKey(p.Project.Code)).OrderBy(p => p.Project.DisplayOrder).ThenBy(p => p.Project.Code, StringComparer.Ordinal).Select(p => OfProject(p, cards[p.Project.Code], quarter, settings, calendar))],
        };
    }

    private static BulletinProject OfProject(ProjectSnapshot project, QuarterScoreCard card, Quarter quarter, ProgrammeYear settings, WorkCalendar calendar)
    {
        var day = quarter.LastDay;
        var due = project.Milestones.Where(m => m.DueAt(day) is var on && on >= quarter.FirstDay && on <= day && !project.IsSuspendedOn(on)).ToList();
        return new BulletinProject
        {
            Project = project,
            Reading = TrafficLight.At(project, day, settings, calendar),
            Card = card,
            Stage = project.StageAt(day)!.Value,
            NodesAll = project.Milestones.Count,
            NodesDone = project.Milestones.Count(m => m.DoneOn(day) is not null),
            NodesDue = due.Count,
            NodesOnTime = due.Count(m => m.DoneOn(day) <= m.DueAt(day)),
            NodesLate = due.Count(m => m.DoneOn(day) > m.DueAt(day)),
            Overdue = [.. project.Milestones.Select(m => (m.Id, Workdays: m.OverdueWorkdays(day, calendar))).Where(m => m.Workdays > 0)],
            Reports = [.. MonthlyReportDue.DuePeriods(project, day, settings, calendar).Where(p => p.Period >= Period.Of(quarter.FirstDay)).Select(p => Report(project, p.Period, p.DueOn, day, settings))],
            IssuesOverdue = project.Issues.Count(i => !i.NeedDistrictHelp && i.OverdueWorkdays(day, calendar) > 0),
            DistrictHelp = [.. project.Issues.Where(i => i.NeedDistrictHelp && i.IsOpenAt(day))],
        };
    }

    private static BulletinReport Report(ProjectSnapshot project, Period period, DateOnly due, DateOnly day, ProgrammeYear settings)
    {
        var events = project.Report(period)?.Events.Where(e => DateOnly.FromDateTime(e.At) <= day).ToList() ?? [];
        var returned = events.Exists(e => e.Kind == ReportEventKind.Return);
        var withdrawn = events.FindLastIndex(e => e.Kind == ReportEventKind.Withdraw);
        var first = events.Skip(withdrawn + 1).FirstOrDefault(e => e.Kind == ReportEventKind.Submit);
        var timeliness = first is null ? ReportTimeliness.Missing
            : first.At <= due.ToDateTime(TimeOnly.MinValue).AddHours(settings.ReportHour) ? ReportTimeliness.OnTime
            : ReportTimeliness.Late;
        return new BulletinReport(period, timeliness, returned);
    }
}
