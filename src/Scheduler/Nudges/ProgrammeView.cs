using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;
using PartyProjects.Scheduler.Simulation;

namespace PartyProjects.Scheduler.Nudges;

/// <summary>The programme as rules see it: now, or as it stood at an earlier moment (for a slot that is caught up).</summary>
public sealed class ProgrammeView(Programme programme, DateTime? asOf = null) : INudgeView
{
    /// <summary>Units whose projects are read together.</summary>
    private const int Batch = 100;

    private readonly Dictionary<int, YearFacts> years = [];

    public WorkCalendar Calendar => programme.Calendar;

    public ProgrammeYear SettingsOn(DateOnly day) => programme.SettingsOn(day);

    public IEnumerable<Unit> Units(IReadOnlyCollection<int> years) =>
        programme.Organizations.Where(o => AnswersForProjects(o, years)).Chunk(Batch).SelectMany(batch => Load(batch, years));

    public Unit? UnitOf(string organizationId, IReadOnlyCollection<int> years) => programme.Organization(organizationId) is { } o ? Load([o], years).First() : null;

    /// <summary>A committee with a secretary, or any organisation that runs a project of its own.</summary>
    private bool AnswersForProjects(Organization organization, IReadOnlyCollection<int> years) =>
        programme.PeopleOf(organization.Id).Any(p => p.Roles.Contains(Role.Secretary)) || HeadingsOf(organization.Id, years).Any(h => h.Track != ProjectTrack.LowerLevel);

    private IEnumerable<ProjectHeading> HeadingsOf(string organizationId, IReadOnlyCollection<int> years) => programme.ProjectsOf(organizationId).Where(h => years.Contains(h.Year));

    private IEnumerable<Unit> Load(IReadOnlyList<Organization> organizations, IReadOnlyCollection<int> years)
    {
        var own = organizations.ToDictionary(o => o.Id, o => HeadingsOf(o.Id, years).Where(h => h.Track != ProjectTrack.LowerLevel).ToList(), StringComparer.Ordinal);
        var below = organizations.ToDictionary(o => o.Id, o => programme.ChildrenOf(o.Id).SelectMany(c => HeadingsOf(c.Id, years)).Where(h => h.Track == ProjectTrack.LowerLevel).ToList(), StringComparer.Ordinal);
        var loaded = programme.SnapshotsOf([.. own.Values.Concat(below.Values).SelectMany(h => h)]);
        List<ProjectSnapshot> Whole(List<ProjectHeading> headings) => [.. headings.Where(h => loaded.ContainsKey(h.Id)).Select(h => asOf is { } moment ? loaded[h.Id].At(moment) : loaded[h.Id])];
        foreach (var organization in organizations) yield return new Unit(organization, Whole(own[organization.Id]), Whole(below[organization.Id]));
    }

    public IReadOnlyList<Recipient> HoldersOf(string organizationId, Role role, DateOnly day) => [.. programme.HoldersOf(organizationId, role, day).Select(p => Recipient(p, role, day))];

    public IReadOnlyList<Recipient> OfDistrict(Role role, DateOnly day) => [.. programme.Holders(role, day).Select(p => Recipient(p, role, day))];

    private Recipient Recipient(Person person, Role role, DateOnly day) =>
        new(person.Id, role, person.OrganizationId, person.Title) { AddresseeId = programme.StandInOf(person.Id, day)?.Id ?? person.Id };

    public YearFacts Year(int year)
    {
        // Several rules ask for the same year; one view stands for one moment.
        if (!years.TryGetValue(year, out var facts)) years[year] = facts = FactsOf(year);
        return facts;
    }

    private YearFacts FactsOf(int year)
    {
        var acts = programme.ActsOf(year, asOf ?? DateTime.MaxValue);
        return new YearFacts
        {
            PanelOpenedOn = acts.PanelOpenedOn,
            PanelClosed = acts.PanelClosed,
            ToScore = programme.Projects.Count(h => h.Year == year && h.Stage == Stage.Shortlisted),
            SheetsIn = acts.SheetsIn,
            // 督查 of a quarter is done in the weeks after it; a signed bulletin tells of one.
            Supervised = acts.FindingsEntered.Select(q => Quarter.Of(q.FirstDay.AddDays(-1))).Concat(acts.BulletinsSigned.Keys).ToHashSet(),
            BulletinsSigned = acts.BulletinsSigned,
            Unreachable = [.. programme.People.Where(p => p.Roles.Any(r => r is Role.Secretary or Role.Liaison) && programme.AddressToWrite(p.Id) is null).Select(p => p.Title)],
        };
    }
}
