using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Domain.Supervision;

/// <summary>One rule that holds, with the numbers that make it hold.</summary>
/// <param name="Code">R1–R5, Y1–Y4, G1.</param>
/// <param name="Facts">What M05 says about it: lag, milestone and workdays, periods, issue.</param>
public sealed record LightReason(string Code, Statement Facts);

/// <summary>亮灯 of one project at the end of a day. P, A and Lag are percentage points with one decimal, null under Grey; Light is null where the state has none.</summary>
public sealed record LightReading
{
    public required Light? Light { get; init; }

    /// <summary>Before R5.</summary>
    public required Light? Base { get; init; }
    public required IReadOnlyList<LightReason> Reasons { get; init; }

    /// <summary>序时进度.</summary>
    public decimal? Plan { get; init; }

    /// <summary>E: weights of nodes done.</summary>
    public decimal? Earned { get; init; }

    /// <summary>R: percent of the latest period on file.</summary>
    public decimal? Reported { get; init; }

    /// <summary>C: what the nodes can support.</summary>
    public decimal? Ceiling { get; init; }

    /// <summary>实际进度.</summary>
    public decimal? Actual { get; init; }

    /// <summary>进度差 = P − A.</summary>
    public decimal? Lag { get; init; }

    public IReadOnlyList<string> Codes => [.. Reasons.Select(r => r.Code)];
}

/// <summary>红黄绿灯 (domain.md section 7).</summary>
public static class TrafficLight
{
    /// <summary>The light at the end of the day. Month-ends strictly before it are the stored ones where they exist, else computed.</summary>
    public static LightReading At(ProjectSnapshot project, DateOnly day, ProgrammeYear settings, WorkCalendar calendar)
    {
        var reading = BaseAt(project, day, settings, calendar);
        if (reading.Base is not Light.Yellow || !WasNotGreenBefore(project, day, settings, calendar)) return reading;
        List<LightReason> reasons = [.. reading.Reasons.Where(r => r.Code[0] == 'R'), new("R5", Statement.Of("Light.R5", ("months", settings.ConsecutiveYellow))), .. reading.Reasons.Where(r => r.Code[0] == 'Y')];
        return reading with { Light = Light.Red, Reasons = reasons };
    }

    private static LightReading BaseAt(ProjectSnapshot project, DateOnly day, ProgrammeYear settings, WorkCalendar calendar)
    {
        switch (project.Project.Track == ProjectTrack.SelfRun ? null : project.StageAt(day))
        {
            case Stage.Suspended:
                return new LightReading { Light = Light.Grey, Base = Light.Grey, Reasons = [new("G1", Statement.Of("Light.G1"))] };
            case Stage.Completed:
                return Figures(project, day, settings) with { Light = Light.Blue, Base = Light.Blue };
            case Stage.InProgress or Stage.PendingAcceptance:
                var figures = Figures(project, day, settings);
                var reasons = Reasons(project, day, figures, settings, calendar);
                var light = reasons.Any(r => r.Code[0] == 'R') ? Light.Red : reasons.Count > 0 ? Light.Yellow : Light.Green;
                return figures with { Light = light, Base = light, Reasons = reasons };
            default:
                return new LightReading { Light = null, Base = null, Reasons = [] };
        }
    }

    /// <summary>P, E, R, C, A and Lag at the end of the day, whatever the state.</summary>
    public static LightReading Figures(ProjectSnapshot project, DateOnly day, ProgrammeYear settings)
    {
        decimal plan = 0, earned = 0, open = 0;
        foreach (var milestone in project.Milestones)
        {
            plan += PlannedShare(milestone, day);
            if (milestone.DoneOn(day) is not null) earned += milestone.Weight;
            else if (milestone.StartOn <= day) open += milestone.Weight;
        }

        decimal reported = project.Reports.Where(r => r.IsOnFile(day)).MaxBy(r => r.Period)?.ContentAt(day)?.Percent ?? 0;
        var ceiling = earned + (settings.OpenMilestoneCap * open);
        // Rounded from the exact sum: first to 10 decimals, then to 1, so that no .x5 tie is lost.
        var p = OneDecimal(Math.Round(plan, 10, MidpointRounding.AwayFromZero));
        var a = OneDecimal(Math.Min(Math.Max(reported, earned), ceiling));
        return new LightReading { Light = null, Base = null, Reasons = [], Plan = p, Earned = earned, Reported = reported, Ceiling = ceiling, Actual = a, Lag = p - a };
    }

    /// <summary>w·f: the share of a node's weight that time alone has earned by the day.</summary>
    private static decimal PlannedShare(Milestone milestone, DateOnly day)
    {
        if (day < milestone.StartOn) return 0;
        var due = milestone.DueAt(day);
        if (day >= due) return milestone.Weight;
        decimal passed = day.DayNumber - milestone.StartOn.DayNumber + 1, whole = due.DayNumber - milestone.StartOn.DayNumber + 1;
        return milestone.Weight * passed / whole;
    }

    private static decimal OneDecimal(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

    /// <summary>Every rule that holds, in table order; R5 is added by the caller.</summary>
    private static List<LightReason> Reasons(ProjectSnapshot project, DateOnly day, LightReading figures, ProgrammeYear settings, WorkCalendar calendar)
    {
        var lag = figures.Lag!.Value;
        var late = project.Milestones.Select(m => (m.Id, Days: m.OverdueWorkdays(day, calendar))).Where(m => m.Days > 0).ToList();
        var longOverdue = late.Where(m => m.Days >= settings.RedOverdueWd).ToList();
        var overdue = late.Where(m => m.Days < settings.RedOverdueWd).ToList();
        var outstanding = MonthlyReportDue.Outstanding(project, day, settings, calendar);
        var issues = project.Issues.Where(i => !i.NeedDistrictHelp).Select(i => (Issue: i, Days: i.OverdueWorkdays(day, calendar))).Where(i => i.Days > 0).ToList();
        var major = issues.Where(i => i.Issue.Severity == IssueSeverity.Major && i.Days > settings.MajorIssueGraceWd).ToList();

        List<LightReason> reasons = [];
        void Holds(bool holds, string code, params ReadOnlySpan<(string, object?)> facts)
        {
            if (holds) reasons.Add(new LightReason(code, Statement.Of("Light." + code, facts)));
        }

        Holds(lag > settings.RedLag, "R1", ("lag", lag));
        Holds(longOverdue.Count > 0, "R2", ("milestones", Overdue(longOverdue)));
        Holds(outstanding.Count >= settings.RedOutstanding, "R3", ("periods", outstanding));
        Holds(major.Count > 0, "R4", ("issues", Late(major)));
        Holds(lag >= settings.YellowLag && lag <= settings.RedLag, "Y1", ("lag", lag));
        Holds(overdue.Count > 0, "Y2", ("milestones", Overdue(overdue)));
        Holds(outstanding.Count > 0 && outstanding.Count < settings.RedOutstanding, "Y3", ("periods", outstanding));
        Holds(issues.Count > 0, "Y4", ("issues", Late(issues)));
        return reasons;
    }

    private static List<Statement> Overdue(List<(string Id, int Days)> milestones) =>
        milestones.ConvertAll(m => Statement.Of("Light.MilestoneOverdue", ("milestone", m.Id), ("days", m.Days)));

    private static List<Statement> Late(List<(Issue Issue, int Days)> issues) =>
        issues.ConvertAll(i => Statement.Of("Light.IssueOverdue", ("issue", i.Issue.Title), ("days", i.Days)));

    /// <summary>R5: Yellow or Red at each of the month-ends strictly before the day that make up the run; Grey breaks it.</summary>
    private static bool WasNotGreenBefore(ProjectSnapshot project, DateOnly day, ProgrammeYear settings, WorkCalendar calendar)
    {
        var monthEnd = new DateOnly(day.Year, day.Month, 1).AddDays(-1);
        for (var i = 1; i < settings.ConsecutiveYellow; i++)
        {
            if (MonthEnd(project, monthEnd, settings, calendar) is not (Light.Yellow or Light.Red)) return false;
            monthEnd = new DateOnly(monthEnd.Year, monthEnd.Month, 1).AddDays(-1);
        }

        return true;
    }

    private static Light? MonthEnd(ProjectSnapshot project, DateOnly monthEnd, ProgrammeYear settings, WorkCalendar calendar) =>
        project.MonthEnds.FirstOrDefault(m => m.AsOf == monthEnd) is { } stored ? stored.Light : At(project, monthEnd, settings, calendar).Light;
}
