using PartyProjects.Domain.Calendar;

namespace PartyProjects.Domain.Steps;

/// <summary>月报 status on a day (domain.md section 4).</summary>
public enum ReportStatus { NotDue, Missing, Submitted, Returned, Accepted, Exempt }

/// <summary>When a monthly report is due, and what stands on file at the end of a day.</summary>
public static class MonthlyReportDue
{
    /// <summary>The 25th, moved forward to a workday inside the month (section 6).</summary>
    public static DateOnly DueOn(Period period, ProgrammeYear settings, WorkCalendar calendar) =>
        calendar.Deadline(new DateOnly(period.Year, period.Month, settings.ReportDay));

    /// <summary>
    /// Periods that the project owes, those whose due day is reached by the given day: from the month of establishment (the next when it was established after the 20th),
    /// never before January of its year (14.3), while the state at the end of the due day is InProgress or PendingAcceptance, and not exempt.
    /// </summary>
    public static IEnumerable<(Period Period, DateOnly DueOn)> DuePeriods(ProjectSnapshot project, DateOnly through, ProgrammeYear settings, WorkCalendar calendar)
    {
        if (FirstPeriod(project, through) is not { } first) yield break;
        for (var period = first; period.Year == first.Year; period = period.Add(1))
        {
            var due = DueOn(period, settings, calendar);
            if (due > through) yield break;
            if (IsOwed(project, period, due)) yield return (period, due);
        }
    }

    /// <summary>True when a report for the period is owed on its due day: running, and not exempt.</summary>
    public static bool IsOwed(ProjectSnapshot project, Period period, DateOnly due) =>
        project.StageAt(due) is Stage.InProgress or Stage.PendingAcceptance && project.Report(period) is not { Exempt: true };

    /// <summary>The first month reported: that of establishment up to the 20th, else the next; never before January of the project's year.</summary>
    public static Period? FirstPeriod(ProjectSnapshot project, DateOnly asOf)
    {
        var established = project.ReachedOn(Stage.Established, asOf) ?? project.ReachedOn(Stage.InProgress, asOf);
        if (established is not { } on) return null;
        var first = Period.Of(on);
        if (on.Day > LastDayOfSameMonth) first = first.Add(1);
        var january = new Period(project.Project.Year, 1);
        return first < january ? january : first;
    }

    // Established later than this, the first report is that of the next month (section 6).
    private const int LastDayOfSameMonth = 20;

    /// <summary>What stands on file at the end of the day. Returned and withdrawn reports are not on file.</summary>
    public static ReportStatus StatusAt(this MonthlyReport? report, DateOnly day, DateOnly due, bool owed = true)
    {
        if (report is { Exempt: true } || !owed) return ReportStatus.Exempt;
        return report?.LastEvent(day)?.Kind switch
        {
            ReportEventKind.Submit or ReportEventKind.Amend or ReportEventKind.Resubmit => ReportStatus.Submitted,
            ReportEventKind.Return => ReportStatus.Returned,
            ReportEventKind.Accept => ReportStatus.Accepted,
            _ => day >= due ? ReportStatus.Missing : ReportStatus.NotDue,
        };
    }

    public static ReportEvent? LastEvent(this MonthlyReport report, DateOnly day) => report.Events.LastOrDefault(e => DateOnly.FromDateTime(e.At) <= day);

    /// <summary>True when something is filed and stands at the end of the day.</summary>
    public static bool IsOnFile(this MonthlyReport report, DateOnly day) =>
        report.LastEvent(day)?.Kind is ReportEventKind.Submit or ReportEventKind.Amend or ReportEventKind.Resubmit or ReportEventKind.Accept;

    /// <summary>The content then on file: the newest event up to the day that carries a percent (section 14.11).</summary>
    public static ReportEvent? ContentAt(this MonthlyReport report, DateOnly day) =>
        report.Events.LastOrDefault(e => DateOnly.FromDateTime(e.At) <= day && e.Percent is not null);

    /// <summary>
    /// Outstanding at the end of the day: due day reached and nothing filed, or Returned and the later of due day and return day + 3 workdays reached (14.5).
    /// </summary>
    public static bool IsOutstanding(ProjectSnapshot project, Period period, DateOnly due, DateOnly day, ProgrammeYear settings, WorkCalendar calendar)
    {
        if (day < due) return false;
        var report = project.Report(period);
        if (report is null) return true;
        var last = report.LastEvent(day);
        return last?.Kind switch
        {
            null or ReportEventKind.Withdraw => true,
            ReportEventKind.Return => day >= calendar.AddWorkdays(DateOnly.FromDateTime(last.At), settings.ReturnGraceWd),
            _ => false,
        };
    }

    /// <summary>Periods outstanding at the end of the day, oldest first.</summary>
    public static IReadOnlyList<Period> Outstanding(ProjectSnapshot project, DateOnly day, ProgrammeYear settings, WorkCalendar calendar) =>
        [.. DuePeriods(project, day, settings, calendar).Where(p => IsOutstanding(project, p.Period, p.DueOn, day, settings, calendar)).Select(p => p.Period)];
}
