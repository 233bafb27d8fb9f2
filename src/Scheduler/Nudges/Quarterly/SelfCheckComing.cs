using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Quarterly;

/// <summary>N14 季度自查: on the 10th of a quarter's last month, until it is in (M17).</summary>
public sealed class SelfCheckComing : IProjectRule
{
    private const int Day = 10;

    public string Code => "N14";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot) => Owed(view, unit, project, slot, Code, quarter => view.Calendar.FixedDay(quarter.Year, quarter.LastMonth(), Day));

    /// <summary>A hint for the self-check of the slot's quarter, on its named day, to the secretary who has not handed it in.</summary>
    internal static IEnumerable<Notice> Owed(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot, string code, Func<Quarter, DateOnly> on)
    {
        var quarter = Quarter.Of(slot.Day);
        var (named, due) = (Slot.Morning(on(quarter)), view.Calendar.SelfCheckDue(quarter));
        if (project.Project.Track != ProjectTrack.Established || !project.Runs(slot.Day) || project.HasSelfCheck(quarter) || named > slot || slot > Slot.LastCall(due)) return [];
        return view.Secretary(project, slot.Day).Told(
            code, $"{project.Project.Id}/{quarter}", named, Statement.Of("Nudge." + code, ("project", project.NameAmong(unit, slot.Day)), ("quarter", quarter), ("month", due.Month), ("day", due.Day)),
            Urgency.Coming, due, project, $"selfcheck {project.Project.Id}/{quarter}");
    }
}
