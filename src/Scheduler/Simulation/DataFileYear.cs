using PartyProjects.Data.DataFiles;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;
using PartyProjects.Scheduler.Nudges;

namespace PartyProjects.Scheduler.Simulation;

/// <summary>A data file as one moment saw it. Its people are the offices: every unit has its 书记 and 联络员, the district its offices.</summary>
public sealed class DataFileYear : INudgeView
{
    private readonly List<Unit> units;
    private readonly int year;

    public DataFileYear(DataFile file, DateTime moment, WorkCalendar calendar)
    {
        Calendar = calendar;
        year = file.Year ?? 0;
        var below = file.LowerLevel.ToLookup(l => l.ParentOrg, l => l.Snapshot.At(moment), StringComparer.Ordinal);
        units = [.. file.Projects.Concat(file.Placeholders).GroupBy(p => p.Organization.Id, StringComparer.Ordinal)
            .Select(g => new Unit(g.First().Organization, [.. g.Select(p => p.At(moment))], [.. below[g.Key]]))];
    }

    public WorkCalendar Calendar { get; }

    public ProgrammeYear SettingsOn(DateOnly day) => ProgrammeYear.Default;

    public IEnumerable<Unit> Units(IReadOnlyCollection<int> years) => years.Contains(year) ? units : [];

    public Unit? UnitOf(string organizationId, IReadOnlyCollection<int> years) => Units(years).FirstOrDefault(u => u.Organization.Id == organizationId);

    public IReadOnlyList<Recipient> HoldersOf(string organizationId, Role role, DateOnly day) => [new($"{role}@{organizationId}", role, organizationId, organizationId)];

    public IReadOnlyList<Recipient> OfDistrict(Role role, DateOnly day) => [new(role.ToString(), role, "", "")];

    public YearFacts Year(int year) => YearFacts.None;
}
