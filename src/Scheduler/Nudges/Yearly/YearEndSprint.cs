using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Yearly;

/// <summary>N21 年终冲刺: on the first workday of November every secretary hears which nodes are still open.</summary>
public sealed class YearEndSprint : IProjectRule
{
    public string Code => "N21";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot)
    {
        var first = view.Calendar.OnOrAfter(new DateOnly(project.Project.Year, 11, 1));
        if (project.Project.Track != ProjectTrack.Established || project.StageAt(slot.Day) != Stage.InProgress || OnceAYear.Reached(view.Calendar, first, slot) is not { } named) return [];
        var open = project.Milestones.Where(m => m.DoneOn(slot.Day) is null)
            .Select(m => Statement.Of("Nudge.OpenMilestone", ("milestone", m.Id), ("month", m.DueAt(slot.Day).Month), ("day", m.DueAt(slot.Day).Day))).ToList();
        return from recipient in view.Secretary(project, slot.Day)
               select new Notice
               {
                   Rule = Code,
                   Target = project.Project.Id,
                   Recipient = recipient,
                   Named = named,
                   Statement = Statement.Of(open.Count == 0 ? "Nudge.N21.AllDone" : "Nudge.N21",
                       ("project", project.Project.Name), ("count", open.Count), ("milestones", open), ("due", view.Calendar.Deadline(view.SettingsOn(slot.Day).AcceptanceDue.In(project.Project.Year)))),
                   Urgency = Urgency.Information,
                   DueOn = first,
                   Project = project,
               };
    }
}
