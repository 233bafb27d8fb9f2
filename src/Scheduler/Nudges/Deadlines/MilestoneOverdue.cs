using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Deadlines;

/// <summary>N12 节点超期: on workday 1, 6, 11 … after the due day; L1 of a node is this one (contracts section 1).</summary>
public sealed class MilestoneOverdue : IProjectRule
{
    public string Code => "N12";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot)
    {
        if (!project.Runs(slot.Day)) return [];
        return from open in unit.OpenCases(project, view, slot.Day)
               where open.Cause == CaseCause.MilestoneOverdue
               let milestone = project.Milestone(open.Target)!
               let statement = Statement.Of("Nudge.N12", ("project", project.NameAmong(unit, slot.Day)), ("milestone", milestone.Id), ("title", milestone.Title), ("days", open.Days(view.Calendar, slot)))
               from named in open.Mornings(view.Calendar, slot)
               from notice in view.SecretaryAndLiaison(project, slot.Day).Told(
                   Code, $"{project.Project.Id}/{milestone.Id}/{open.CountsFrom:yyyy-MM-dd}", named, statement, Urgency.Overdue, open.CountsFrom, project, $"overdue {project.Project.Id}/{milestone.Id}")
               select notice;
    }
}
