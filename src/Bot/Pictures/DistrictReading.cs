using PartyProjects.Bot.Documents;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Steps;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Pictures;

/// <summary>Reads the district's year out of snapshots: one month after the other, as each stood at its end.</summary>
public static class DistrictReading
{
    public static DistrictChart Read(IEnumerable<ProjectSnapshot> projects, int year, DateOnly asOf, ProgrammeYear settings, WorkCalendar calendar)
    {
        var all = projects.Where(p => p.Project.Year == year && WallChartReading.IsOnTheWall(p, asOf)).ToList();
        var months = Enumerable.Range(1, 12).Select(m => new Period(year, m)).Where(m => m.LastDay <= asOf);
        return new DistrictChart
        {
            Year = year,
            AsOf = asOf,
            Illustrative = all.Exists(p => p.Project.Illustrative),
            Months = [.. months.Select(m => Month(all, m, settings, calendar))],
        };
    }

    private static DistrictMonth Month(List<ProjectSnapshot> projects, Period month, ProgrammeYear settings, WorkCalendar calendar)
    {
        var end = month.LastDay;
        var ends = projects.ConvertAll(p => p.MonthEnds.FirstOrDefault(m => m.AsOf == end) ?? Computed(p, end, settings, calendar));
        var counted = ends.Where(e => e is { Light: not null, Plan: not null, Actual: not null }).ToList();
        var due = MonthlyReportDue.DueOn(month, settings, calendar);
        var timings = projects.Where(p => MonthlyReportDue.FirstPeriod(p, end) <= month && MonthlyReportDue.IsOwed(p, month, due)).Select(p => FirstFiling(p, month, due, end, settings)).ToList();
        return new DistrictMonth
        {
            Month = month,
            Lights = ends.Where(e => e.Light is not null).GroupBy(e => e.Light!.Value).ToDictionary(g => g.Key, g => g.Count()),
            Plan = Mean(counted, e => e.Plan!.Value),
            Actual = Mean(counted, e => e.Actual!.Value),
            ReportsDue = timings.Count,
            ReportsOnTime = timings.Count(t => t == ReportTiming.OnTime),
            ReportsLate = timings.Count(t => t == ReportTiming.Late),
            ReportsMissing = timings.Count(t => t == ReportTiming.Missing),
        };
    }

    private static MonthEndLight Computed(ProjectSnapshot project, DateOnly end, ProgrammeYear settings, WorkCalendar calendar)
    {
        var reading = TrafficLight.At(project, end, settings, calendar);
        return new MonthEndLight(end, reading.Light, reading.Codes, reading.Plan, reading.Actual, reading.Lag);
    }

    /// <summary>As it was at the month's end: a report that stands returned was filed when it was first filed.</summary>
    private static ReportTiming FirstFiling(ProjectSnapshot project, Period month, DateOnly due, DateOnly end, ProgrammeYear settings)
    {
        var first = project.Report(month)?.Events.FirstOrDefault(e => e.Kind == ReportEventKind.Submit && DateOnly.FromDateTime(e.At) <= end)?.At;
        return first is null ? ReportTiming.Missing : first <= due.ToDateTime(TimeOnly.MinValue).AddHours(settings.ReportHour) ? ReportTiming.OnTime : ReportTiming.Late;
    }

    private static decimal? Mean(List<MonthEndLight> ends, Func<MonthEndLight, decimal> value) =>
        ends.Count == 0 ? null : Math.Round(ends.Average(value), 1, MidpointRounding.AwayFromZero);
}
