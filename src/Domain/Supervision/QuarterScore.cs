using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Domain.Supervision;

/// <summary>好 ≥90, 较好 ≥80, 一般 ≥60, 差 below.</summary>
public enum QuarterGrade { Good, FairlyGood, Average, Poor }

/// <summary>季度督查得分 of one project: parts rounded to one decimal, then summed; 100 at most.</summary>
public sealed record QuarterScoreCard
{
    public required string Code { get; init; }
    public required Quarter Quarter { get; init; }

    /// <summary>进度, 40 at most.</summary>
    public required decimal Progress { get; init; }

    /// <summary>节点, 25 at most.</summary>
    public required decimal Milestones { get; init; }

    /// <summary>月报, 15 at most.</summary>
    public required decimal Reports { get; init; }

    /// <summary>问题, 10 at most.</summary>
    public required decimal Issues { get; init; }

    /// <summary>亲自抓, 10 at most.</summary>
    public required decimal Personal { get; init; }
    public required decimal Actual { get; init; }
    public required Light? Light { get; init; }
    public decimal Total => Progress + Milestones + Reports + Issues + Personal;

    public QuarterGrade Grade => Total switch { >= 90 => QuarterGrade.Good, >= 80 => QuarterGrade.FairlyGood, >= 60 => QuarterGrade.Average, _ => QuarterGrade.Poor };

    /// <summary>1 for the first; set by <see cref="QuarterScore.Rank"/>.</summary>
    public int Rank { get; init; }
}

/// <summary>季度督查 (domain.md section 8): the score at the lock, the quarter's last day.</summary>
public static class QuarterScore
{
    private const decimal ProgressMax = 40, MilestonesMax = 25, ReportsMax = 15, IssuesMax = 10;
    private const decimal MeetingsMax = 4, OnSitePoints = 3, FollowUpPoints = 3;
    private const int MeetingsExpected = 3;
    private const int OnTime = 5, OnTimeButReturned = 4, Late = 3, NotFiled = 0;

    /// <summary>Scored: track Established and InProgress, PendingAcceptance or Completed at the lock (14.2).</summary>
    public static bool IsScored(ProjectSnapshot project, DateOnly day) =>
        project.Project.Track == ProjectTrack.Established && project.StageAt(day) is Stage.InProgress or Stage.PendingAcceptance or Stage.Completed;

    /// <summary>The score card at the lock; null where the project is not scored.</summary>
    public static QuarterScoreCard? Of(ProjectSnapshot project, Quarter quarter, ProgrammeYear settings, WorkCalendar calendar)
    {
        var day = quarter.LastDay;
        if (!IsScored(project, day)) return null;
        var reading = TrafficLight.At(project, day, settings, calendar);
        return new QuarterScoreCard
        {
            Code = project.Project.Code,
            Quarter = quarter,
            Progress = Progress(reading),
            Milestones = Milestones(project, quarter),
            Reports = Reports(project, quarter, settings, calendar),
            Issues = Issues(project, quarter),
            Personal = Personal(project, quarter),
            Actual = reading.Actual ?? 0,
            Light = reading.Light,
        };
    }

    /// <summary>Cards of all scored projects with ranks: total ↓, A ↓, displayOrder, code (14.9). Given in the projects' order.</summary>
    public static IReadOnlyList<QuarterScoreCard> Rank(IEnumerable<ProjectSnapshot> projects, Quarter quarter, ProgrammeYear settings, WorkCalendar calendar)
    {
        var cards = projects.Select(p => (Project: p, Card: Of(p, quarter, settings, calendar))).Where(x => x.Card is not null).ToList();
        var ranks = cards
            .OrderByDescending(x => x.Card!.Total).ThenByDescending(x => x.Card!.Actual)
            .ThenBy(x => x.Project.Project.DisplayOrder).ThenBy(x => x.Project.Project.Code, StringComparer.Ordinal)
            .Select((x, i) => (x.Project.Project.Id, Rank: i + 1)).ToDictionary(x => x.Id, x => x.Rank, StringComparer.Ordinal);
        return [.. cards.Select(x => x.Card! with { Rank = ranks[x.Project.Project.Id] })];
    }

    private static decimal Progress(LightReading reading) =>
        reading.Plan is not > 0 ? ProgressMax : OneDecimal(ProgressMax * Math.Min(1, reading.Actual!.Value / reading.Plan.Value));

    /// <summary>Nodes due in the quarter, those whose due day is a suspended one left out (14.4).</summary>
    private static decimal Milestones(ProjectSnapshot project, Quarter quarter)
    {
        var lockDay = quarter.LastDay;
        decimal due = 0, points = 0;
        foreach (var milestone in project.Milestones)
        {
            var on = milestone.DueAt(lockDay);
            if (on < quarter.FirstDay || on > lockDay || project.IsSuspendedOn(on)) continue;
            due++;
            if (milestone.DoneOn(lockDay) is { } done) points += done <= on ? 1 : 0.5m;
        }

        return due == 0 ? MilestonesMax : OneDecimal(MilestonesMax * points / due);
    }

    private static decimal Reports(ProjectSnapshot project, Quarter quarter, ProgrammeYear settings, WorkCalendar calendar)
    {
        var due = MonthlyReportDue.DuePeriods(project, quarter.LastDay, settings, calendar).Where(p => p.Period.Quarter == quarter.Number && p.Period.Year == quarter.Year).ToList();
        if (due.Count == 0) return ReportsMax;
        decimal sum = due.Sum(p => ReportPoints(project.Report(p.Period), p.DueOn, quarter.LastDay, settings, calendar));
        return OneDecimal(ReportsMax * sum / (OnTime * due.Count));
    }

    /// <summary>s of one report at the lock: the lowest that applies.</summary>
    public static int ReportPoints(MonthlyReport? report, DateOnly due, DateOnly lockDay, ProgrammeYear settings, WorkCalendar calendar)
    {
        var events = report?.Events.Where(e => DateOnly.FromDateTime(e.At) <= lockDay).ToList() ?? [];
        // A withdrawal before acceptance makes the period unfiled; the first submit of what stands keeps its time (contracts section 5).
        var withdrawn = events.FindLastIndex(e => e.Kind == ReportEventKind.Withdraw);
        if (withdrawn >= 0) events = events[(withdrawn + 1)..];
        var first = events.Find(e => e.Kind == ReportEventKind.Submit);
        if (first is null) return NotFiled;
        var points = first.At <= due.ToDateTime(new TimeOnly(0, 0)).AddHours(settings.ReportHour) ? OnTime : Late;
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Kind != ReportEventKind.Return) continue;
            var graceEnd = calendar.AddWorkdays(DateOnly.FromDateTime(events[i].At), settings.ReturnGraceWd);
            var refiled = events.Skip(i + 1).FirstOrDefault(e => e.Kind is ReportEventKind.Resubmit or ReportEventKind.Submit or ReportEventKind.Amend);
            var answer = refiled is null
                ? lockDay < graceEnd ? OnTimeButReturned : NotFiled
                : DateOnly.FromDateTime(refiled.At) <= graceEnd ? OnTimeButReturned : Late;
            points = Math.Min(points, answer);
        }

        return points;
    }

    private static decimal Issues(ProjectSnapshot project, Quarter quarter)
    {
        var due = project.Issues.Where(i => !i.NeedDistrictHelp && i.TargetOn >= quarter.FirstDay && i.TargetOn <= quarter.LastDay && i.RaisedOn <= quarter.LastDay).ToList();
        return due.Count == 0 ? IssuesMax : OneDecimal(IssuesMax * due.Count(i => i.ResolvedOn <= i.TargetOn) / due.Count);
    }

    private static decimal Personal(ProjectSnapshot project, Quarter quarter)
    {
        var check = project.SelfChecks.FirstOrDefault(s => s.Quarter == quarter);
        if (check is null) return 0;
        return OneDecimal((MeetingsMax * Math.Min(MeetingsExpected, check.Meetings) / MeetingsExpected) + (check.OnSite >= 1 ? OnSitePoints : 0) + (check.FollowUp is false ? 0 : FollowUpPoints));
    }

    private static decimal OneDecimal(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
