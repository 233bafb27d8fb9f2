using System.Collections.Immutable;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Data;

/// <summary>What can be asked.</summary>
public sealed partial class Programme
{
    /// <summary>Nothing has been imported and no demo was seeded.</summary>
    public bool IsEmpty => OrganizationRegister.Count == 0;

    /// <summary>By display order.</summary>
    public IEnumerable<Organization> Organizations => OrganizationRegister.InOrder();

    public Organization? Organization(string? id) => OrganizationRegister.Find(id);

    public IEnumerable<Organization> ChildrenOf(string organizationId) =>
        Children[organizationId].Select(id => OrganizationRegister.Find(id)!).OrderBy(o => o.DisplayOrder).ThenBy(o => o.Id, StringComparer.Ordinal);

    /// <summary>The organisation and everything below it, parents before children.</summary>
    public IEnumerable<Organization> SubtreeOf(string organizationId)
    {
        if (Organization(organizationId) is not { } top) yield break;
        var open = new Queue<Organization>([top]);
        while (open.TryDequeue(out var next))
        {
            yield return next;
            foreach (var child in ChildrenOf(next.Id)) open.Enqueue(child);
        }
    }

    /// <summary>True when <paramref name="id"/> is <paramref name="ancestorId"/> or stands below it.</summary>
    public bool IsWithin(string? id, string ancestorId)
    {
        for (; id is not null; id = Organization(id)?.ParentId)
        {
            if (id == ancestorId) return true;
        }

        return false;
    }

    public int PersonCount => PersonRegister.Count;

    public IEnumerable<Person> People => PersonRegister.InOrder();

    public Person? Person(string? id) => PersonRegister.Find(id);

    public IEnumerable<Person> PeopleOf(string organizationId) => PeopleByOrganization[organizationId].Select(id => PersonRegister.Find(id)!);

    /// <summary>Who holds a role in an organisation on a day. Somebody without a tenure of that role holds it always; an acting one (主持工作) only in its interval.</summary>
    public IEnumerable<Person> HoldersOf(string organizationId, Role role, DateOnly day) => PeopleOf(organizationId).Where(p => Holds(p, role, day));

    /// <summary>True when the person holds the role on that day.</summary>
    public static bool Holds(Person person, Role role, DateOnly day)
    {
        var tenures = person.Tenures.Where(t => t.Role == role).ToList();
        return tenures.Count == 0 ? person.Roles.Contains(role) : tenures.Exists(t => t.From <= day && (t.To is null || day <= t.To));
    }

    /// <summary>Everyone who holds a role of the district itself (组织部, 评委, 领导小组 …) on a day.</summary>
    public IEnumerable<Person> Holders(Role role, DateOnly day) => People.Where(p => Holds(p, role, day));

    /// <summary>Who stands in for a person on a day; null when nobody does.</summary>
    public Person? StandInOf(string personId, DateOnly day) =>
        StandIns.LastOrDefault(s => s.PersonId == personId && s.From <= day && day <= s.To) is { } s ? Person(s.DeputyId) : null;

    /// <summary>The person bound to a channel's user id; null when it is not bound.</summary>
    public Person? Speaker(string channel, string account, string channelUserId) =>
        Identities.TryGetValue(ChannelIdentity.KeyOf(channel, account, channelUserId), out var identity) ? Person(identity.PersonId) : null;

    /// <summary>Every address of a person, the one verified last first.</summary>
    public IEnumerable<ChannelIdentity> AddressesOf(string personId) =>
        IdentitiesByPerson[personId].Select(k => Identities[k]).OrderByDescending(i => i.VerifiedAt).ThenBy(i => i.Key, StringComparer.Ordinal);

    public bool IsBound(string personId) => !IdentitiesByPerson[personId].IsEmpty;

    /// <summary>Preferences in force, by key; empty when the person has set none.</summary>
    public ImmutableDictionary<string, string> PreferencesOf(string personId) => Preferences.GetValueOrDefault(personId, ImmutableDictionary<string, string>.Empty);

    public int ProjectCount => Headings.Count;

    /// <summary>Every project by year, track and display order, without its year's events.</summary>
    public IEnumerable<ProjectHeading> Projects => Headings.InOrder();

    public ProjectHeading? Project(string? id) => Headings.Find(id);

    public IEnumerable<ProjectHeading> ProjectsOf(string organizationId) =>
        HeadingsByOrganization[organizationId].Select(id => Headings.Find(id)!).OrderBy(h => h.Year).ThenBy(h => h.DisplayOrder).ThenBy(h => h.Code, StringComparer.Ordinal);

    /// <summary>The whole of one project; null when there is none.</summary>
    public ProjectSnapshot? SnapshotOf(string projectId)
    {
        if (Headings.Find(projectId) is not { } heading) return null;
        var snapshot = Changed.GetValueOrDefault(projectId) ?? cache.Get(heading, Source);
        return snapshot is null ? null : WithOrganization(snapshot);
    }

    /// <summary>The projects of an organisation in a year, whole.</summary>
    public IEnumerable<ProjectSnapshot> SnapshotsOf(string organizationId, int year) =>
        ProjectsOf(organizationId).Where(h => h.Year == year).Select(h => SnapshotOf(h.Id)).OfType<ProjectSnapshot>();

    /// <summary>Several projects, whole, the missing ones read set by set; those that are gone are left out.</summary>
    public IReadOnlyDictionary<string, ProjectSnapshot> SnapshotsOf(IReadOnlyCollection<ProjectHeading> headings)
    {
        if (Source is not null) return headings.Select(h => SnapshotOf(h.Id)).OfType<ProjectSnapshot>().ToDictionary(s => s.Project.Id, StringComparer.Ordinal);
        var loaded = cache.Get(headings);
        foreach (var (id, snapshot) in loaded.ToList()) loaded[id] = WithOrganization(snapshot);
        return loaded;
    }

    /// <summary>Every project of a year, whole, by track and display order; loaded in batches and not all kept at once.</summary>
    public IEnumerable<ProjectSnapshot> Snapshots(int year)
    {
        foreach (var batch in Projects.Where(h => h.Year == year).Chunk(SnapshotCache.Batch))
        {
            var loaded = Source is null ? cache.Get(batch) : null;
            foreach (var heading in batch)
            {
                if ((loaded?.GetValueOrDefault(heading.Id) is { } s ? WithOrganization(s) : SnapshotOf(heading.Id)) is { } snapshot) yield return snapshot;
            }
        }
    }

    /// <summary>Years that have projects, newest first.</summary>
    public IEnumerable<int> Years => Projects.Select(h => h.Year).Distinct().OrderDescending();

    /// <summary>What people did in a year that belongs to no single project, by the end of the moment.</summary>
    public YearActs ActsOf(int year, DateTime asOf) => Source is { } source ? YearActs.Read(source, year, asOf) : cache.Read(c => YearActs.Read(c, year, asOf));

    private ProjectSnapshot WithOrganization(ProjectSnapshot snapshot) =>
        Organization(snapshot.Project.OrganizationId) is { } now && !ReferenceEquals(now, snapshot.Organization) ? snapshot with { Organization = now } : snapshot;
}
