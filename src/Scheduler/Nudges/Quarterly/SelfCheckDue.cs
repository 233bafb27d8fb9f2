using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Quarterly;

/// <summary>N16 自查催办: three workdays before the self-check is due.</summary>
public sealed class SelfCheckDue : IProjectRule
{
    private const int WorkdaysBefore = 3;

    public string Code => "N16";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot) =>
        SelfCheckComing.Owed(view, unit, project, slot, Code, quarter => view.Calendar.AddWorkdays(view.Calendar.SelfCheckDue(quarter), -WorkdaysBefore));
}
