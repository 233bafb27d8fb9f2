using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Scheduler.Nudges.Declaring;

/// <summary>What rules of the declaring season ask.</summary>
internal static class Declarations
{
    /// <summary>01-10, moved forward to a workday.</summary>
    public static DateOnly DeclareDue(this INudgeView view, DateOnly day) => view.Calendar.Deadline(view.SettingsOn(day).DeclareDue.In(day.Year));

    /// <summary>A project of the year has been handed in and not withdrawn.</summary>
    public static bool HasDeclared(this Unit unit, DateOnly day) =>
        unit.Projects.Any(p => p.Project.Year == day.Year && p.StageAt(day) is not (null or Stage.Draft or Stage.Withdrawn));

    public static IEnumerable<Recipient> SecretaryOf(this INudgeView view, Unit unit, DateOnly day) => view.HoldersOf(unit.Organization.Id, Role.Secretary, day);
}
