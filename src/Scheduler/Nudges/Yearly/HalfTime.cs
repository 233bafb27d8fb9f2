using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Scheduler.Nudges.Yearly;

/// <summary>N20 时间过半、任务过半: on the first workday of July every secretary hears plan and actual progress.</summary>
public sealed class HalfTime : IProjectRule
{
    public string Code => "N20";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot)
    {
        var first = view.Calendar.OnOrAfter(new DateOnly(project.Project.Year, 7, 1));
        if (project.Project.Track != ProjectTrack.Established || !project.Runs(slot.Day) || OnceAYear.Reached(view.Calendar, first, slot) is not { } named) return [];
        var figures = TrafficLight.Figures(project, slot.Day, view.SettingsOn(slot.Day));
        var key = figures.Actual >= figures.Plan ? "Nudge.N20.Ahead" : "Nudge.N20";
        return from recipient in view.Secretary(project, slot.Day)
               select new Notice
               {
                   Rule = Code,
                   Target = project.Project.Id,
                   Recipient = recipient,
                   Named = named,
                   Statement = Statement.Of(key, ("project", project.Project.Name), ("plan", figures.Plan), ("actual", figures.Actual), ("lag", figures.Lag)),
                   Urgency = Urgency.Information,
                   DueOn = first,
                   Project = project,
               };
    }
}
