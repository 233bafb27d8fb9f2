using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Data.DataFiles;

/// <summary>Puts a data file into the books: units as a tree under the district, offices as people, projects as they stood at a moment.</summary>
public static class DataFileLoading
{
    /// <summary>Organisations, people and projects; what happened after <paramref name="moment"/> is left out. Ids are the names, so that the same file gives the same ids.</summary>
    public static void Load(this WriteSession session, DataFile file, OfficeFile offices, AliasFile aliases, DateTime moment)
    {
        var district = offices.District;
        if (session.Programme.Organization(district.Id) is null) session.StoreOrganization(new Organization { Id = district.Id, Name = district.Name, Type = OrganizationType.Other });
        foreach (var office in offices.DistrictOffices) District(session, office, district.Id);
        foreach (var project in file.Projects.Concat(file.Placeholders))
        {
            Unit(session, project.Organization with { ParentId = district.Id, Aliases = aliases.OfOrganization(project.Organization.Name) }, offices.UnitOffices);
            session.StoreSnapshot(WithAliases(project, aliases).At(moment));
        }

        foreach (var lower in file.LowerLevel)
        {
            Unit(session, lower.Snapshot.Organization with { ParentId = lower.ParentOrg, Type = OrganizationType.Community }, [offices.LowerOffice]);
            session.StoreSnapshot(LowerLevelYear.Of(lower).At(moment));
        }
    }

    private static ProjectSnapshot WithAliases(ProjectSnapshot project, AliasFile aliases) =>
        project with { Project = project.Project with { Aliases = aliases.OfProject(project.Project.Name) } };

    private static void Unit(WriteSession session, Organization organization, IReadOnlyList<OfficeTitle> offices)
    {
        if (session.Programme.Organization(organization.Id) is not null) return;
        session.StoreOrganization(organization);
        foreach (var office in offices) Office(session, office.Of(organization.Name), office.Role, organization.Id);
    }

    private static void District(WriteSession session, DistrictOffice office, string districtId)
    {
        if (session.Programme.Organization(office.Org) is null) session.StoreOrganization(new Organization { Id = office.Org, Name = office.Org, Type = OrganizationType.Other, ParentId = districtId });
        foreach (var title in office.Titles) Office(session, title, office.Role, office.Org);
    }

    private static void Office(WriteSession session, string title, Role role, string organizationId)
    {
        if (session.Programme.Person(title) is null) session.StorePerson(new Person { Id = title, Title = title, OrganizationId = organizationId, Roles = [role] });
    }
}

/// <summary>A lower-level project reports a percent only: its last report becomes one filing in that month.</summary>
internal static class LowerLevelYear
{
    private const int FiledOnDay = 20;

    public static ProjectSnapshot Of(LowerLevelProject lower)
    {
        if (lower.LastReport is not { } period || lower.Percent is not { } percent) return lower.Snapshot;
        var filed = new ReportEvent { Kind = ReportEventKind.Submit, At = new DateTime(period.Year, period.Month, FiledOnDay, 8, 30, 0), By = lower.Snapshot.Project.FirstResponsible, Percent = percent };
        return lower.Snapshot with { Reports = [new MonthlyReport { Period = period, Events = [filed] }] };
    }
}
