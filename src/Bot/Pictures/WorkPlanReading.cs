using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Bot.Pictures;

/// <summary>Reads a project's 施工图 out of its snapshot.</summary>
public static class WorkPlanReading
{
    public static WorkPlan Read(ProjectSnapshot project, DateOnly asOf, ProgrammeYear settings, WorkCalendar calendar)
    {
        var row = WallChartReading.Row(project, asOf, settings, calendar);
        var lastDue = row.Nodes.Select(n => n.DueOn).DefaultIfEmpty(asOf).Max();
        var first = row.Nodes.Select(n => n.StartOn).DefaultIfEmpty(asOf).Min();
        var last = new[] { lastDue, asOf, project.Project.Deadline ?? lastDue }.Max();
        return new WorkPlan
        {
            Row = row,
            AsOf = asOf,
            Illustrative = project.Project.Illustrative,
            Deadline = project.Project.Deadline,
            DaysOff = DaysOff(first, last, calendar),
            Workdays = row.Nodes.ToDictionary(n => n.Id, n => calendar.WorkdaysBetween(n.StartOn.AddDays(-1), n.DueOn), StringComparer.Ordinal),
            WorkdaysLeft = row.Nodes.Where(n => n.State == NodeState.Open).ToDictionary(n => n.Id, n => calendar.WorkdaysBetween(asOf, n.DueOn), StringComparer.Ordinal),
            Slack = project.Project.Deadline is { } deadline ? calendar.WorkdaysBetween(lastDue, deadline) : 0,
        };
    }

    private static HashSet<DateOnly> DaysOff(DateOnly first, DateOnly last, WorkCalendar calendar)
    {
        var off = new HashSet<DateOnly>();
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            if (!calendar.IsWorkday(day)) off.Add(day);
        }

        return off;
    }
}
