namespace PartyProjects.Domain.People;

/// <summary>Roles of domain.md section 3. ActingSecretary is a <see cref="Tenure"/> of the role Secretary with an end day.</summary>
public enum Role { Secretary, Deputy, Liaison, LowerSecretary, OrgDept, Panel, LeadingGroup, Viewer, Admin }

/// <summary>A person known to the programme, by office; the demo has offices only, no names.</summary>
public sealed record Person
{
    public required string Id { get; init; }

    /// <summary>How the office is called, e.g. 护国街道党工委书记.</summary>
    public required string Title { get; init; }
    public required string OrganizationId { get; init; }
    public required IReadOnlyList<Role> Roles { get; init; }
    public IReadOnlyList<Tenure> Tenures { get; init; } = [];
}

/// <summary>任期: who holds an office from when to when; a change moves duties, never history. Acting = 主持工作.</summary>
public sealed record Tenure(string OrganizationId, string PersonId, Role Role, DateOnly From, DateOnly? To, bool Acting);
