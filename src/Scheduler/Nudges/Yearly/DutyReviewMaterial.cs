using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Yearly;

/// <summary>N23 述职材料: on 01-05 of the next year, to every secretary whose established project the year ended.</summary>
public sealed class DutyReviewMaterial : IProjectRule
{
    private const int Day = 5;

    public string Code => "N23";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot)
    {
        var day = view.Calendar.FixedDay(project.Project.Year + 1, 1, Day);
        if (project.Project.Track != ProjectTrack.Established || OnceAYear.Reached(view.Calendar, day, slot) is not { } named) return [];
        if (project.StageAt(slot.Day) is not (Stage.InProgress or Stage.PendingAcceptance or Stage.Completed or Stage.NotCompleted)) return [];
        return view.Secretary(project, slot.Day).Told(Code, project.Project.Id, named, Statement.Of("Nudge.N23", ("project", project.Project.Name), ("year", project.Project.Year)), Urgency.Information, day, project);
    }
}
