using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Documents;

/// <summary>A person's deadlines as calendar entries: the same duties that chat and nudges know.</summary>
public sealed class DeadlineCalendar(Say say)
{
    /// <summary>Entries keep their id when a due day moves, so that a calendar moves them too.</summary>
    public IEnumerable<CalendarEntry> Entries(IEnumerable<(Duty Duty, ProjectSnapshot Project)> duties, Func<Duty, string> nameOf, ProgrammeYear settings) => duties.Select(d => new CalendarEntry(
        Uid: $"{d.Duty.Kind}-{d.Duty.Target}-{d.Project.Project.Code}@partyprojects".ToLowerInvariant(),
        Day: d.Duty.DueOn,
        At: d.Duty.Kind == DutyKind.MonthlyReport ? new TimeOnly(settings.ReportHour % 24, 0) : null,
        Summary: nameOf(d.Duty),
        Description: say.Of("CalendarDescription", ("org", d.Project.Organization.Name), ("project", d.Project.Project.Name), ("original", d.Duty.OriginalDueOn), ("demo", d.Project.Project.Illustrative)),
        Sequence: d.Duty.OriginalDueOn is null ? 0 : 1));
}
