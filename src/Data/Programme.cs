using System.Collections.Immutable;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;

namespace PartyProjects.Data;

/// <summary>
/// All that is remembered of the programme as of one revision; immutable. Organisations, people and project headings are held; a project's snapshot is
/// loaded when asked for and kept in a bounded cache, so that 150,000 organisations fit. A snapshot is at least as new as the revision.
/// </summary>
public sealed partial class Programme
{
    private readonly SnapshotCache cache;
    private WorkCalendar? calendar;

    internal Programme(SnapshotCache cache) => this.cache = cache;

    private Programme(Programme other)
    {
        cache = other.cache;
        Revision = other.Revision;
        OrganizationRegister = other.OrganizationRegister;
        Children = other.Children;
        PersonRegister = other.PersonRegister;
        PeopleByOrganization = other.PeopleByOrganization;
        Identities = other.Identities;
        IdentitiesByPerson = other.IdentitiesByPerson;
        Headings = other.Headings;
        HeadingsByOrganization = other.HeadingsByOrganization;
        Changed = other.Changed;
        SettingChanges = other.SettingChanges;
        CalendarDays = other.CalendarDays;
        CalendarYears = other.CalendarYears;
        StandIns = other.StandIns;
        Preferences = other.Preferences;
        Source = other.Source;
        Shipped = other.Shipped;
        calendar = other.calendar;
    }

    public long Revision { get; internal init; }

    /// <summary>What came with the program: published holidays and the settings' defaults.</summary>
    internal ShippedRules Shipped { get; init; } = ShippedRules.None;

    internal Register<Organization> OrganizationRegister { get; init; } = new(o => o.Id, ByDisplayOrder, []);
    internal Grouping Children { get; init; } = Grouping.None;
    internal Register<Person> PersonRegister { get; init; } = new(p => p.Id, (a, b) => string.CompareOrdinal(a.OrganizationId, b.OrganizationId), []);
    internal Grouping PeopleByOrganization { get; init; } = Grouping.None;
    internal ImmutableDictionary<string, ChannelIdentity> Identities { get; init; } = ImmutableDictionary.Create<string, ChannelIdentity>(StringComparer.Ordinal);
    internal Grouping IdentitiesByPerson { get; init; } = Grouping.None;
    internal Register<ProjectHeading> Headings { get; init; } = new(h => h.Id, ByYearAndOrder, []);
    internal Grouping HeadingsByOrganization { get; init; } = Grouping.None;
    internal ImmutableDictionary<string, ImmutableDictionary<string, string>> Preferences { get; init; } = ImmutableDictionary.Create<string, ImmutableDictionary<string, string>>(StringComparer.Ordinal);

    /// <summary>Snapshots changed in the running group, not yet committed.</summary>
    internal ImmutableDictionary<string, ProjectSnapshot> Changed { get; init; } = ImmutableDictionary.Create<string, ProjectSnapshot>(StringComparer.Ordinal);

    /// <summary>Where the running group reads what is neither changed nor cached: its own connection, which sees its own rows.</summary>
    internal Connection? Source { get; init; }

    /// <summary>Every change of a setting, oldest first.</summary>
    public ImmutableArray<SettingChange> SettingChanges { get; internal init; } = [];

    public ImmutableArray<CalendarDay> CalendarDays { get; internal init; } = [];

    /// <summary>Years whose holidays were imported.</summary>
    public ImmutableArray<int> CalendarYears { get; internal init; } = [];

    public ImmutableArray<StandIn> StandIns { get; internal init; } = [];

    private static int ByDisplayOrder(Organization a, Organization b) => a.DisplayOrder.CompareTo(b.DisplayOrder);

    private static int ByYearAndOrder(ProjectHeading a, ProjectHeading b) =>
        (a.Year, a.Track, a.DisplayOrder).CompareTo((b.Year, b.Track, b.DisplayOrder)) is var c and not 0 ? c : string.CompareOrdinal(a.Code, b.Code);
}
