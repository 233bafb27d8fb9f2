using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Monthly;

/// <summary>N09 月报再提示: one workday before the report is due.</summary>
public sealed class MonthlyReportSoonDue : IProjectRule
{
    private const int WorkdaysBefore = 1;

    public string Code => "N09";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot) => ReportsToCome.Hints(
        view, project, slot, Code, due => Slot.Morning(view.Calendar.AddWorkdays(due, -WorkdaysBefore)), Urgency.Coming,
        (period, due) => Statement.Of("Nudge.N09", ("project", project.NameAmong(unit, slot.Day)), ("period", period), ("due", due), ("hour", view.SettingsOn(slot.Day).ReportHour)));
}
