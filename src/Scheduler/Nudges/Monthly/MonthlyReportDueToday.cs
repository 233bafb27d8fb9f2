using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Monthly;

/// <summary>N10 今日截止: at 15:00 of the due day to those who have not filed (M02).</summary>
public sealed class MonthlyReportDueToday : IProjectRule
{
    public string Code => "N10";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot) => ReportsToCome.Hints(
        view, project, slot, Code, Slot.LastCall, Urgency.Today,
        (period, _) => Statement.Of("Nudge.N10", ("project", project.NameAmong(unit, slot.Day)), ("period", period), ("hour", view.SettingsOn(slot.Day).ReportHour)));
}
