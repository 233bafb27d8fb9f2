using PartyProjects.Data.DataFiles;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Supervision;
using PartyProjects.Scheduler.Nudges;

namespace PartyProjects.Scheduler.Simulation;

/// <summary>A data file as any moment saw it. Its people are the offices: every unit has its 书记 and 联络员, the district its offices.</summary>
public sealed class DataFileYear(DataFile file, WorkCalendar calendar)
{
    private readonly Dictionary<string, List<MonthEndLight>> monthEnds = new(StringComparer.Ordinal);

    /// <summary>The file as it stood at the moment. Month-end lights are kept once they are past, as the programme keeps them; ask in order of time.</summary>
    public INudgeView At(DateTime moment) => new View(file, moment, calendar, this);

    private ProjectSnapshot At(ProjectSnapshot project, DateTime moment)
    {
        if (project.Project.Track != ProjectTrack.Established) return project.At(moment);
        if (!monthEnds.TryGetValue(project.Project.Id, out var kept)) monthEnds[project.Project.Id] = kept = [];
        for (var month = new Period(project.Project.Year, kept.Count + 1); kept.Count < 12 && month.LastDay < DateOnly.FromDateTime(moment); month = month.Add(1))
        {
            var then = project.At(month.LastDay.ToDateTime(TimeOnly.MaxValue)) with { MonthEnds = [.. kept] };
            var light = TrafficLight.At(then, month.LastDay, ProgrammeYear.Default, calendar);
            kept.Add(new MonthEndLight(month.LastDay, light.Light, light.Codes, light.Plan, light.Actual, light.Lag));
        }

        return (project with { MonthEnds = [.. kept] }).At(moment);
    }

    private sealed class View : INudgeView
    {
        private readonly List<Unit> units;
        private readonly int year;

        public View(DataFile file, DateTime moment, WorkCalendar calendar, DataFileYear whole)
        {
            Calendar = calendar;
            year = file.Year ?? 0;
            var below = file.LowerLevel.ToLookup(l => l.ParentOrg, l => l.Snapshot.At(moment), StringComparer.Ordinal);
            units = [.. file.Projects.Concat(file.Placeholders).GroupBy(p => p.Organization.Id, StringComparer.Ordinal)
                .Select(g => new Unit(g.First().Organization, [.. g.Select(p => whole.At(p, moment))], [.. below[g.Key]]))];
        }

        public WorkCalendar Calendar { get; }

        public ProgrammeYear SettingsOn(DateOnly day) => ProgrammeYear.Default;

        public IEnumerable<Unit> Units(IReadOnlyCollection<int> years) => years.Contains(year) ? units : [];

        public Unit? UnitOf(string organizationId, IReadOnlyCollection<int> years) => Units(years).FirstOrDefault(u => u.Organization.Id == organizationId);

        public IReadOnlyList<Recipient> HoldersOf(string organizationId, Role role, DateOnly day) => [new($"{role}@{organizationId}", role, organizationId, organizationId)];

        public IReadOnlyList<Recipient> OfDistrict(Role role, DateOnly day) => [new(role.ToString(), role, "", "")];

        public YearFacts Year(int year) => YearFacts.None;
    }
}
