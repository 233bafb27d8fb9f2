using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Scheduler.Nudges;

/// <summary>Who of a project's unit is told, and how its project is named to them.</summary>
public static class Addressed
{
    /// <summary>书记 and 联络员 of the unit; of a lower-level project the lower secretary.</summary>
    public static IEnumerable<Recipient> SecretaryAndLiaison(this INudgeView view, ProjectSnapshot project, DateOnly day) =>
        view.Secretary(project, day).Concat(project.Project.Track == ProjectTrack.LowerLevel ? [] : view.HoldersOf(project.Project.OrganizationId, Role.Liaison, day));

    /// <summary>书记 alone; of a lower-level project the lower secretary.</summary>
    public static IEnumerable<Recipient> Secretary(this INudgeView view, ProjectSnapshot project, DateOnly day) =>
        view.HoldersOf(project.Project.OrganizationId, project.Project.Track == ProjectTrack.LowerLevel ? Role.LowerSecretary : Role.Secretary, day);

    /// <summary>The project's name where the unit runs more than one, so that nobody has to guess; else null and the sentence does without.</summary>
    public static string? NameAmong(this ProjectSnapshot project, Unit unit, DateOnly day) =>
        unit.Projects.Count(p => p.StageAt(day) is Stage.Established or Stage.InProgress or Stage.PendingAcceptance or Stage.Suspended) > 1 ? project.Project.Name : null;

    /// <summary>InProgress or PendingAcceptance at the end of the day: the states in which somebody owes reports. Suspended projects hear nothing.</summary>
    public static bool Runs(this ProjectSnapshot project, DateOnly day) => project.StageAt(day) is Stage.InProgress or Stage.PendingAcceptance;
}
