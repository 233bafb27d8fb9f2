using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Declaring;

/// <summary>N04 返工待重报: two workdays after the return, and on the third, when it is due.</summary>
public sealed class ReturnedDeclaration : IProjectRule
{
    private const int DueWd = 3;
    private static readonly int[] WorkdaysAfter = [2, 3];

    public string Code => "N04";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot)
    {
        if (project.StageAt(slot.Day) != Stage.Returned) return [];
        var change = project.History.Last(h => DateOnly.FromDateTime(h.At) <= slot.Day);
        var returned = DateOnly.FromDateTime(change.At);
        var due = view.Calendar.AddWorkdays(returned, DueWd);
        return from after in WorkdaysAfter
               let named = Slot.Morning(view.Calendar.AddWorkdays(returned, after))
               where named <= slot
               from notice in view.SecretaryAndLiaison(project, slot.Day).Told(
                   Code, $"{project.Project.Id}/{returned:yyyy-MM-dd}", named, Statement.Of("Nudge.N04", ("project", project.Project.Name), ("reason", change.Reason), ("due", due)),
                   slot.Day >= due ? Urgency.Today : Urgency.Coming, due, project, $"returned {project.Project.Id}")
               select notice;
    }
}
