using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Yearly;

/// <summary>N22 结项申请: on 12-05 and 12-15, to secretaries who have not applied; due 12-20.</summary>
public sealed class AcceptanceToApply : IProjectRule
{
    private static readonly int[] Days = [5, 15];

    public string Code => "N22";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot)
    {
        if (project.Project.Track != ProjectTrack.Established || project.StageAt(slot.Day) != Stage.InProgress) return [];
        var due = view.Calendar.Deadline(view.SettingsOn(slot.Day).AcceptanceDue.In(project.Project.Year));
        return from day in Days
               let named = Slot.Morning(view.Calendar.FixedDay(project.Project.Year, 12, day))
               where named <= slot && slot <= Slot.LastCall(due)
               let open = project.Milestones.Count(m => m.DoneOn(slot.Day) is null)
               from notice in view.Secretary(project, slot.Day).Told(
                   Code, project.Project.Id, named, Statement.Of("Nudge.N22", ("project", project.Project.Name), ("due", due), ("open", open > 0 ? open : null)), Urgency.Coming, due, project, $"acceptance {project.Project.Id}")
               select notice;
    }
}
