using System.Collections.Immutable;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Data;

/// <summary>The same programme with one thing changed; what the writer hands from act to act.</summary>
public sealed partial class Programme
{
    internal Programme With(Organization organization) => new(this)
    {
        OrganizationRegister = OrganizationRegister.With(organization),
        Children = Children.Moved(Organization(organization.Id)?.ParentId, organization.ParentId, organization.Id),
    };

    internal Programme With(Person person) => new(this)
    {
        PersonRegister = PersonRegister.With(person),
        PeopleByOrganization = PeopleByOrganization.Moved(Person(person.Id)?.OrganizationId, person.OrganizationId, person.Id),
    };

    internal Programme With(ChannelIdentity identity) => new(this)
    {
        Identities = Identities.SetItem(identity.Key, identity),
        IdentitiesByPerson = IdentitiesByPerson.Moved(Identities.GetValueOrDefault(identity.Key)?.PersonId, identity.PersonId, identity.Key),
    };

    internal Programme WithoutIdentity(string key) => Identities.TryGetValue(key, out var identity)
        ? new(this) { Identities = Identities.Remove(key), IdentitiesByPerson = IdentitiesByPerson.Moved(identity.PersonId, null, key) }
        : this;

    internal Programme With(ProjectHeading heading) => new(this)
    {
        Headings = Headings.With(heading),
        HeadingsByOrganization = HeadingsByOrganization.Moved(Project(heading.Id)?.OrganizationId, heading.OrganizationId, heading.Id),
    };

    internal Programme With(ProjectSnapshot snapshot)
    {
        var heading = ProjectHeading.Of(snapshot);
        return new(this)
        {
            Changed = Changed.SetItem(snapshot.Project.Id, snapshot),
            Headings = Headings.With(heading),
            HeadingsByOrganization = HeadingsByOrganization.Moved(Project(heading.Id)?.OrganizationId, heading.OrganizationId, heading.Id),
        };
    }

    internal Programme With(SettingChange change) => new(this)
    {
        SettingChanges = [.. SettingChanges.Where(c => c.Key != change.Key || c.EffectiveOn != change.EffectiveOn).Append(change).OrderBy(c => c.EffectiveOn)],
    };

    internal Programme With(int calendarYear, IEnumerable<CalendarDay> days) => new(this)
    {
        CalendarYears = [.. CalendarYears.Append(calendarYear).Distinct().Order()],
        CalendarDays = [.. CalendarDays.Where(d => d.District || d.Day.Year != calendarYear).Concat(days).OrderBy(d => d.Day)],
        calendar = null,
    };

    internal Programme With(CalendarDay day) => new(this)
    {
        CalendarDays = [.. CalendarDays.Where(d => d.Day != day.Day || d.District != day.District).Append(day).OrderBy(d => d.Day)],
        calendar = null,
    };

    internal Programme With(StandIn standIn) => new(this)
    {
        StandIns = [.. StandIns.Where(s => s.PersonId != standIn.PersonId || s.From != standIn.From).Append(standIn)],
    };

    internal Programme WithPreference(string personId, string key, string? value) => new(this)
    {
        Preferences = Preferences.SetItem(personId, value is null ? PreferencesOf(personId).Remove(key) : PreferencesOf(personId).SetItem(key, value)),
    };

    internal Programme WithRules(
        ImmutableArray<SettingChange> settings, ImmutableArray<int> years, ImmutableArray<CalendarDay> days, ImmutableArray<StandIn> standIns,
        ImmutableDictionary<string, ImmutableDictionary<string, string>> preferences) =>
        new(this) { SettingChanges = settings, CalendarYears = years, CalendarDays = days, StandIns = standIns, Preferences = preferences, calendar = null };

    internal Programme At(long revision) => new(this) { Revision = revision };

    /// <summary>As the running group sees it.</summary>
    internal Programme Within(Connection source) => new(this) { Source = source };

    /// <summary>As everyone sees it once the group is on disk.</summary>
    internal Programme Committed(long revision)
    {
        foreach (var snapshot in Changed.Values) cache.Put(snapshot);
        return new(this) { Revision = revision, Changed = Changed.Clear(), Source = null };
    }
}
