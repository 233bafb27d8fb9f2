using PartyProjects.Domain.People;

namespace PartyProjects.Data;

/// <summary>Organisations, people, tenures, preferences, settings and calendar days.</summary>
public sealed partial class WriteSession
{
    public void StoreOrganization(Organization o)
    {
        connection.Execute("""
            insert into organization (id, name, type, parent_id, display_order, aliases) values ($1, $2, $3, $4, $5, $6)
            on conflict (id) do update set name = excluded.name, type = excluded.type, parent_id = excluded.parent_id, display_order = excluded.display_order, aliases = excluded.aliases
            """, o.Id, o.Name, o.Type, o.ParentId, o.DisplayOrder, Stored.Lines(o.Aliases));
        Audit("organization", o.Id, Programme.Organization(o.Id)?.Name, o.Name);
        Programme = Programme.With(o);
        Touch(ChangeKinds.Organization, o.Id);
    }

    /// <summary>A person with roles and tenures as given; a change of office moves duties, never history.</summary>
    public void StorePerson(Person p)
    {
        connection.Execute("""
            insert into person (id, title, organization_id) values ($1, $2, $3)
            on conflict (id) do update set title = excluded.title, organization_id = excluded.organization_id
            """, p.Id, p.Title, p.OrganizationId);
        connection.Execute("delete from person_role where person_id = $1", p.Id);
        foreach (var role in p.Roles.Distinct()) connection.Execute("insert into person_role (person_id, role) values ($1, $2)", p.Id, role);
        connection.Execute("delete from tenure where person_id = $1", p.Id);
        foreach (var t in p.Tenures)
        {
            connection.Execute("insert into tenure (person_id, organization_id, role, from_on, to_on, acting) values ($1, $2, $3, $4, $5, $6)", p.Id, t.OrganizationId, t.Role, t.From, t.To, t.Acting);
        }

        Audit("person", p.Id, Programme.Person(p.Id)?.Title, p.Title);
        Programme = Programme.With(p);
        Touch(ChangeKinds.Person, p.Id);
    }

    public void StorePreference(string personId, string key, string? value)
    {
        connection.Execute("delete from preference where person_id = $1 and key = $2", personId, key);
        if (value is not null) connection.Execute("insert into preference (person_id, key, value) values ($1, $2, $3)", personId, key, value);
        Audit("preference", $"{personId}/{key}", Programme.PreferencesOf(personId).GetValueOrDefault(key), value);
        Programme = Programme.WithPreference(personId, key, value);
        Touch(ChangeKinds.Rules, key);
    }

    /// <summary>A setting from a day on; what was stored before stands.</summary>
    public void StoreSetting(string key, DateOnly effectiveOn, string value)
    {
        connection.Execute("""
            insert into setting_change (key, effective_on, value, at, acted_by) values ($1, $2, $3, $4, $5)
            on conflict (key, effective_on) do update set value = excluded.value, at = excluded.at, acted_by = excluded.acted_by
            """, key, effectiveOn, value, Now, Acting.Title);
        Audit("setting", key, Programme.SettingChanges.LastOrDefault(c => c.Key == key)?.Value, value);
        Programme = Programme.With(new SettingChange(key, effectiveOn, value, Now, Acting.Title));
        Touch(ChangeKinds.Rules, key);
    }

    /// <summary>A published year: its days off and make-up workdays, replacing what was known of it.</summary>
    public void StoreCalendarYear(Domain.Calendar.CalendarYear year, string source)
    {
        connection.Execute("delete from calendar_day where scope = 'State' and substr(day, 1, 4) = $1", $"{year.Year:0000}");
        connection.Execute("""
            insert into calendar_year (year, source, imported_at) values ($1, $2, $3)
            on conflict (year) do update set source = excluded.source, imported_at = excluded.imported_at
            """, year.Year, source, RealNow);
        List<CalendarDay> days = [.. year.Holidays.Select(h => new CalendarDay(h.Key, false, false, h.Value)), .. year.MakeupWorkdays.Select(d => new CalendarDay(d, false, true, null))];
        foreach (var day in days) connection.Execute("insert into calendar_day (day, scope, works, name) values ($1, 'State', $2, $3)", day.Day, day.Works, day.Name);
        Audit("calendar.year", $"{year.Year}", null, source);
        Programme = Programme.With(year.Year, days);
        Touch(ChangeKinds.Rules, "calendar");
    }

    /// <summary>A day that the district itself declares working or off.</summary>
    public void StoreDistrictDay(DateOnly day, bool works, string? name)
    {
        connection.Execute("""
            insert into calendar_day (day, scope, works, name) values ($1, 'District', $2, $3)
            on conflict (day, scope) do update set works = excluded.works, name = excluded.name
            """, day, works, name);
        Audit("calendar.day", Stored.Text(day), null, works);
        Programme = Programme.With(new CalendarDay(day, true, works, name));
        Touch(ChangeKinds.Rules, "calendar");
    }

    /// <summary>代理: who answers for somebody on leave.</summary>
    public void StoreStandIn(StandIn standIn)
    {
        connection.Execute("""
            insert into stand_in (person_id, deputy_id, from_on, to_on, reason) values ($1, $2, $3, $4, $5)
            on conflict (person_id, from_on) do update set deputy_id = excluded.deputy_id, to_on = excluded.to_on, reason = excluded.reason
            """, standIn.PersonId, standIn.DeputyId, standIn.From, standIn.To, standIn.Reason);
        Audit("standIn", standIn.PersonId, null, standIn);
        Programme = Programme.With(standIn);
        Touch(ChangeKinds.Rules, "standIn");
    }

    public void StoreComplaint(string? personId, string text) =>
        connection.Execute("insert into complaint (id, person_id, channel, at, text) values ($1, $2, $3, $4, $5)", Guid.CreateVersion7(RealNow).ToString("N"), personId, Acting.Channel, Now, text);
}
