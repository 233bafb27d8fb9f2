using System.Collections.Immutable;
using System.Data.Common;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Data;

/// <summary>What changed since a revision, by kind; so that only that is read again.</summary>
internal static class ChangeKinds
{
    public const string Project = "project";
    public const string Organization = "organization";
    public const string Person = "person";
    public const string Identity = "identity";

    /// <summary>Settings, calendar, stand-ins, preferences: small, read again together.</summary>
    public const string Rules = "rules";
}

/// <summary>Reads the programme: all of it at the start, afterwards what another process changed.</summary>
internal static class ProgrammeReader
{
    private const string SelectOrganization = "select id, name, type, parent_id, display_order, aliases from organization";
    private const string SelectPerson = "select id, title, organization_id from person";
    private const string SelectIdentity = "select channel, account, channel_user_id, person_id, verified_by, verified_at, conversation_id, stopped from channel_identity";
    private const string SelectHeading = "select id, code, year, organization_id, track, name, aliases, display_order, stage, version from project";
    private const string SelectTenure = "select person_id, organization_id, role, from_on, to_on, acting from tenure";

    public static long Revision(Connection connection) => Convert.ToInt64(connection.Scalar("select value from revision where id = 1"));

    public static Programme All(Connection connection, SnapshotCache cache, ShippedRules shipped)
    {
        var revision = Revision(connection);
        var organizations = connection.Rows(SelectOrganization, OrganizationOf);
        var roles = connection.Rows("select person_id, role from person_role order by person_id, role", r => (Id: r.GetString(0), Role: r.Name<Role>(1))).ToLookup(r => r.Id, r => r.Role, StringComparer.Ordinal);
        var tenures = connection.Rows(SelectTenure + " order by from_on", TenureOf).ToLookup(t => t.PersonId, StringComparer.Ordinal);
        var people = connection.Rows(SelectPerson, r => PersonOf(r, roles[r.GetString(0)], tenures[r.GetString(0)]));
        var identities = connection.Rows(SelectIdentity, IdentityOf);
        var headings = connection.Rows(SelectHeading, HeadingOf);
        var empty = new Programme(cache);
        return WithRules(connection, new Programme(cache)
        {
            Revision = revision,
            Shipped = shipped,
            OrganizationRegister = empty.OrganizationRegister.Of(organizations),
            Children = Grouping.Of(organizations.Select(o => (o.ParentId, o.Id))),
            PersonRegister = empty.PersonRegister.Of(people),
            PeopleByOrganization = Grouping.Of(people.Select(p => ((string?)p.OrganizationId, p.Id))),
            Identities = identities.ToImmutableDictionary(i => i.Key, StringComparer.Ordinal),
            IdentitiesByPerson = Grouping.Of(identities.Select(i => ((string?)i.PersonId, i.Key))),
            Headings = empty.Headings.Of(headings),
            HeadingsByOrganization = Grouping.Of(headings.Select(h => ((string?)h.OrganizationId, h.Id))),
        });
    }

    /// <summary>The programme as it is now, given an older one; the same object when nothing changed.</summary>
    public static Programme Newer(Connection connection, Programme programme, SnapshotCache cache)
    {
        var revision = Revision(connection);
        if (revision == programme.Revision) return programme;
        var oldest = Convert.ToInt64(connection.Scalar("select coalesce(min(revision), 0) from change"));
        if (revision < programme.Revision || oldest > programme.Revision + 1)
        {
            cache.Clear();
            return All(connection, cache, programme.Shipped);
        }

        var changes = connection.Rows("select distinct kind, target from change where revision > $1", r => (Kind: r.GetString(0), Target: r.GetString(1)), programme.Revision);
        foreach (var (kind, target) in changes) programme = With(connection, programme, cache, kind, target);
        return programme.At(revision);
    }

    private static Programme With(Connection connection, Programme programme, SnapshotCache cache, string kind, string target)
    {
        switch (kind)
        {
            case ChangeKinds.Organization:
                return connection.Row(SelectOrganization + " where id = $1", OrganizationOf, target) is { } organization ? programme.With(organization) : programme;
            case ChangeKinds.Person:
                var roles = connection.Rows("select role from person_role where person_id = $1 order by role", r => r.Name<Role>(0), target);
                var tenures = connection.Rows(SelectTenure + " where person_id = $1 order by from_on", TenureOf, target);
                return connection.Row(SelectPerson + " where id = $1", r => PersonOf(r, roles, tenures), target) is { } person ? programme.With(person) : programme;
            case ChangeKinds.Identity:
                var key = target.Split('\n');
                return connection.Row(SelectIdentity + " where channel = $1 and account = $2 and channel_user_id = $3", IdentityOf, key[0], key[1], key[2]) is { } identity
                    ? programme.With(identity) : programme.WithoutIdentity(target);
            case ChangeKinds.Project:
                cache.Forget(target);
                return connection.Row(SelectHeading + " where id = $1", HeadingOf, target) is { } heading ? programme.With(heading) : programme;
            default:
                return WithRules(connection, programme);
        }
    }

    private static Programme WithRules(Connection connection, Programme programme) => programme.WithRules(
        [.. connection.Rows("select key, effective_on, value, at, acted_by from setting_change order by effective_on, key",
            r => new SettingChange(r.GetString(0), r.Day(1), r.GetString(2), r.Moment(3), r.GetString(4)))],
        [.. connection.Rows("select year from calendar_year order by year", r => r.GetInt32(0))],
        [.. connection.Rows("select day, scope, works, name from calendar_day order by day, scope", r => new CalendarDay(r.Day(0), r.GetString(1) == "District", r.Flag(2), r.TextOrNull(3)))],
        [.. connection.Rows("select person_id, deputy_id, from_on, to_on, reason from stand_in order by from_on, person_id",
            r => new StandIn(r.GetString(0), r.GetString(1), r.Day(2), r.Day(3), r.TextOrNull(4)))],
        connection.Rows("select person_id, key, value from preference", r => (Person: r.GetString(0), Key: r.GetString(1), Value: r.GetString(2)))
            .GroupBy(p => p.Person, StringComparer.Ordinal)
            .ToImmutableDictionary(g => g.Key, g => g.ToImmutableDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal), StringComparer.Ordinal));

    private static Organization OrganizationOf(DbDataReader r) => new()
    {
        Id = r.GetString(0), Name = r.GetString(1), Type = r.Name<OrganizationType>(2), ParentId = r.TextOrNull(3), DisplayOrder = r.GetInt32(4), Aliases = r.Lines(5),
    };

    private static Person PersonOf(DbDataReader r, IEnumerable<Role> roles, IEnumerable<Tenure> tenures) => new()
    {
        Id = r.GetString(0), Title = r.GetString(1), OrganizationId = r.GetString(2), Roles = [.. roles], Tenures = [.. tenures],
    };

    private static Tenure TenureOf(DbDataReader r) => new(r.GetString(1), r.GetString(0), r.Name<Role>(2), r.Day(3), r.DayOrNull(4), r.Flag(5));

    private static ChannelIdentity IdentityOf(DbDataReader r) => new()
    {
        Channel = r.GetString(0), Account = r.GetString(1), ChannelUserId = r.GetString(2), PersonId = r.GetString(3), VerifiedBy = r.GetString(4),
        VerifiedAt = Stored.Instant(r.GetString(5)), ConversationId = r.TextOrNull(6), Stopped = r.TextOrNull(7),
    };

    private static ProjectHeading HeadingOf(DbDataReader r) => new()
    {
        Id = r.GetString(0), Code = r.GetString(1), Year = r.GetInt32(2), OrganizationId = r.GetString(3), Track = r.Name<ProjectTrack>(4), Name = r.GetString(5),
        Aliases = r.Lines(6), DisplayOrder = r.GetInt32(7), Stage = r.NameOrNull<Stage>(8), Version = r.GetInt32(9),
    };
}
