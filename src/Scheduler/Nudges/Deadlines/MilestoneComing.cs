using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Deadlines;

/// <summary>N11 节点临期: ten and three workdays before a node is due, and at 09:00 of the day itself (M04).</summary>
public sealed class MilestoneComing : IProjectRule
{
    private static readonly int[] WorkdaysBefore = [10, 3, 0];

    public string Code => "N11";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot)
    {
        if (project.StageAt(slot.Day) != Stage.InProgress) return [];
        return from milestone in project.Milestones
               let due = milestone.DueAt(slot.Day)
               where slot <= Slot.LastCall(due) && milestone.DoneOn(slot.Day) is null
               from before in WorkdaysBefore
               let named = Slot.Morning(view.Calendar.AddWorkdays(due, -before))
               where named <= slot
               let left = view.Calendar.WorkdaysBetween(slot.Day, due)
               from recipient in view.SecretaryAndLiaison(project, slot.Day)
               select new Notice
               {
                   Rule = Code,
                   Target = $"{project.Project.Id}/{milestone.Id}",
                   Series = $"milestone {project.Project.Id}/{milestone.Id}",
                   Recipient = recipient,
                   Named = named,
                   Statement = Statement.Of(left == 0 ? "Nudge.N11.Today" : "Nudge.N11",
                       ("project", project.NameAmong(unit, slot.Day)), ("milestone", milestone.Id), ("title", milestone.Title), ("acceptance", milestone.Acceptance),
                       ("left", left), ("month", due.Month), ("day", due.Day)),
                   Urgency = left == 0 ? Urgency.Today : Urgency.Coming,
                   DueOn = due,
                   Project = project,
               };
    }
}
