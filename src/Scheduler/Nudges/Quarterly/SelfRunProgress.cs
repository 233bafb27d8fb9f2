using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Quarterly;

/// <summary>N25 自行实施项目进展登记(选填): on the 15th of a quarter's last month, until something is recorded for the quarter.</summary>
public sealed class SelfRunProgress : IProjectRule
{
    private const int Day = 15;

    public string Code => "N25";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot)
    {
        var quarter = Quarter.Of(slot.Day);
        var named = Slot.Morning(view.Calendar.FixedDay(quarter.Year, quarter.LastMonth(), Day));
        var recorded = project.Reports.Any(r => r.Period.Year == quarter.Year && r.Period.Quarter == quarter.Number && r.Events.Count > 0);
        if (project.Project.Year != slot.Day.Year || project.StageAt(slot.Day) != Stage.SelfRun || recorded || named > slot) return [];
        return view.Secretary(project, slot.Day).Told(
            Code, $"{project.Project.Id}/{quarter}", named, Statement.Of("Nudge.N25", ("project", project.Project.Name), ("quarter", quarter)), Urgency.Information, quarter.LastDay, project);
    }
}
