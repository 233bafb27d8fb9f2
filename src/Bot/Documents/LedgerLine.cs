using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Steps;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Documents;

/// <summary>How a month's report came in, as the ledger says it: 按时, 迟报, 未报, 退回, 未到期, 免报.</summary>
public enum ReportTiming { OnTime, Late, Missing, Returned, NotDue, Exempt }

/// <summary>台账 figures of one project at the end of a day (domain.md section 11); every figure comes from Domain's rules.</summary>
public sealed record LedgerLine
{
    public required ProjectSnapshot Source { get; init; }
    public required LightReading Reading { get; init; }
    public required Stage Stage { get; init; }
    public required int NodesDone { get; init; }

    /// <summary>First node not done, in plan order; null when all are.</summary>
    public required Milestone? Current { get; init; }
    public required DateOnly? CurrentDueOn { get; init; }

    /// <summary>What stands on file for the month of the day.</summary>
    public required ReportEvent? Report { get; init; }
    public required ReportTiming Timing { get; init; }
    public required IReadOnlyList<Issue> DistrictHelp { get; init; }
    public required int Letters { get; init; }
    public required int Bulletins { get; init; }
    public required int Talks { get; init; }

    /// <summary>Total of the newest locked quarter; null where the project is not scored.</summary>
    public required decimal? QuarterScore { get; init; }
    public required DateTime? UpdatedAt { get; init; }

    /// <summary>Null for a project that does not exist yet on that day.</summary>
    public static LedgerLine? Of(ProjectSnapshot project, DateOnly asOf, decimal? quarterScore, ProgrammeYear settings, WorkCalendar calendar)
    {
        if (project.StageAt(asOf) is not { } stage) return null;
        var report = project.Report(Period.Of(asOf));
        var current = project.Milestones.FirstOrDefault(m => m.DoneOn(asOf) is null);
        int Acts(CaseActKind kind) => project.CaseActs.Count(a => a.Kind == kind && DateOnly.FromDateTime(a.At) <= asOf);
        return new LedgerLine
        {
            Source = project,
            Reading = TrafficLight.At(project, asOf, settings, calendar),
            Stage = stage,
            NodesDone = project.Milestones.Count(m => m.DoneOn(asOf) is not null),
            Current = current,
            CurrentDueOn = current?.ShownDueAt(asOf),
            Report = report is not null && report.IsOnFile(asOf) ? report.ContentAt(asOf) : null,
            Timing = TimingOf(project, Period.Of(asOf), asOf, settings, calendar),
            DistrictHelp = [.. project.Issues.Where(i => i.NeedDistrictHelp && i.IsOpenAt(asOf))],
            Letters = Acts(CaseActKind.LetterConfirmed),
            // One bulletin may name a project for several things.
            Bulletins = project.CaseActs.Where(a => a.Kind == CaseActKind.NamedInBulletin && DateOnly.FromDateTime(a.At) <= asOf).Select(a => a.At).Distinct().Count(),
            Talks = Acts(CaseActKind.TalkHeld),
            QuarterScore = quarterScore,
            UpdatedAt = LastChange(project, asOf),
        };
    }

    /// <summary>On time is a first filing by 18:00 of the due day; a report that stands returned says so.</summary>
    public static ReportTiming TimingOf(ProjectSnapshot project, Period period, DateOnly asOf, ProgrammeYear settings, WorkCalendar calendar)
    {
        var due = MonthlyReportDue.DueOn(period, settings, calendar);
        var report = project.Report(period);
        var owed = due > asOf || MonthlyReportDue.IsOwed(project, period, due);
        switch (report.StatusAt(asOf, due, owed))
        {
            case ReportStatus.Exempt: return ReportTiming.Exempt;
            case ReportStatus.NotDue: return ReportTiming.NotDue;
            case ReportStatus.Missing: return ReportTiming.Missing;
            case ReportStatus.Returned: return ReportTiming.Returned;
            default:
                var first = report!.Events.First(e => e.Kind == ReportEventKind.Submit).At;
                return first <= due.ToDateTime(new TimeOnly(0)).AddHours(settings.ReportHour) ? ReportTiming.OnTime : ReportTiming.Late;
        }
    }

    private static DateTime? LastChange(ProjectSnapshot project, DateOnly asOf)
    {
        var moments = project.History.Select(h => h.At)
            .Concat(project.Reports.SelectMany(r => r.Events).Select(e => e.At))
            .Concat(project.Milestones.SelectMany(m => m.Events).Select(e => e.At))
            .Where(at => DateOnly.FromDateTime(at) <= asOf)
            .ToList();
        return moments.Count == 0 ? null : moments.Max();
    }
}
