using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Quarterly;

/// <summary>N19 整改反馈: eight workdays after the bulletin that named the project; the answer is due after ten.</summary>
public sealed class RectificationComing : IProjectRule
{
    private const int WorkdaysAfter = 8;

    public string Code => "N19";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot) =>
        from act in project.CaseActs
        where act.Kind == CaseActKind.NamedInBulletin
        let signed = DateOnly.FromDateTime(act.At)
        let due = view.Calendar.AddWorkdays(signed, view.SettingsOn(slot.Day).RectifyWd)
        let named = Slot.Morning(view.Calendar.AddWorkdays(signed, WorkdaysAfter))
        where named <= slot && slot <= Slot.LastCall(due) && project.Runs(slot.Day)
        where !project.CaseActs.Any(a => a.Kind is CaseActKind.Rectified or CaseActKind.Closed && a.Cause == act.Cause && a.Target == act.Target && a.At >= act.At)
        from notice in view.Secretary(project, slot.Day).Told(
            Code, $"{project.Project.Id}/{signed:yyyy-MM-dd}", named, Statement.Of("Nudge.N19", ("project", project.Project.Name), ("due", due)), Urgency.Coming, due, project)
        select notice;
}
