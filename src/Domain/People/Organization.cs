namespace PartyProjects.Domain.People;

/// <summary>街道, 园区, 机关, 系统, 社区, 其他.</summary>
public enum OrganizationType { Subdistrict, Park, Office, System, Community, Other }

/// <summary>A party organisation; committees hang under the district, communities and branches under committees.</summary>
public sealed record Organization
{
    public required string Id { get; init; }

    /// <summary>At most 40 characters, e.g. 护国街道党工委.</summary>
    public required string Name { get; init; }
    public required OrganizationType Type { get; init; }
    public string? ParentId { get; init; }

    /// <summary>Breaks ties.</summary>
    public int DisplayOrder { get; init; }

    /// <summary>Short names people use, e.g. 护国街道, 护国.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}
