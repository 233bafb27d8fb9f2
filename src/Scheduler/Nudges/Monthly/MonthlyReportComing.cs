using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Scheduler.Nudges.Monthly;

/// <summary>N08 月报提示: five workdays before the report is due, with the plan and the open nodes of the month (M01).</summary>
public sealed class MonthlyReportComing : IProjectRule
{
    private const int WorkdaysBefore = 5;

    public string Code => "N08";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot) => ReportsToCome.Hints(
        view, project, slot, Code, due => Slot.Morning(view.Calendar.AddWorkdays(due, -WorkdaysBefore)), Urgency.Coming,
        (period, due) => Statement.Of("Nudge.N08",
            ("project", project.NameAmong(unit, slot.Day)), ("period", period), ("due", due), ("hour", view.SettingsOn(slot.Day).ReportHour),
            ("plan", TrafficLight.Figures(project, slot.Day, view.SettingsOn(slot.Day)).Plan), ("milestones", OpenInMonth(project, slot.Day))));

    /// <summary>Nodes not yet done that are due by the end of the month.</summary>
    private static List<Statement> OpenInMonth(ProjectSnapshot project, DateOnly day) =>
        [.. from m in project.Milestones
            let due = m.DueAt(day)
            where due <= Period.Of(day).LastDay && m.DoneOn(day) is null
            select Statement.Of("Nudge.OpenMilestone", ("milestone", m.Id), ("month", due.Month), ("day", due.Day))];
}
