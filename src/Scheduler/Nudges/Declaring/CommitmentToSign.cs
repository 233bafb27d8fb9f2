using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Declaring;

/// <summary>N07 签订目标承诺书: three and five workdays after 立项, until the project is in progress.</summary>
public sealed class CommitmentToSign : IProjectRule
{
    private static readonly int[] WorkdaysAfter = [3, 5];

    public string Code => "N07";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot)
    {
        if (project.StageAt(slot.Day) != Stage.Established || project.ReachedOn(Stage.Established, slot.Day) is not { } established) return [];
        var due = view.Calendar.AddWorkdays(established, WorkdaysAfter[^1]);
        return from after in WorkdaysAfter
               let named = Slot.Morning(view.Calendar.AddWorkdays(established, after))
               where named <= slot
               from notice in view.Secretary(project, slot.Day).Told(
                   Code, project.Project.Id, named, Statement.Of("Nudge.N07", ("project", project.Project.Name), ("due", due)), Urgency.Coming, due, project, $"commitment {project.Project.Id}")
               select notice;
    }
}
