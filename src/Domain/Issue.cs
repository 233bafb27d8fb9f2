namespace PartyProjects.Domain;

public enum IssueSeverity { Normal, Major }

/// <summary>存在问题, with an owner and a target day.</summary>
public sealed record Issue
{
    public required string Id { get; init; }

    /// <summary>5 to 60 characters.</summary>
    public required string Title { get; init; }
    public required IssueSeverity Severity { get; init; }

    /// <summary>需区级协调: never colours the secretary's light; the district's own clock runs instead.</summary>
    public required bool NeedDistrictHelp { get; init; }
    public required string Owner { get; init; }
    public required DateOnly RaisedOn { get; init; }
    public required DateOnly TargetOn { get; init; }
    public DateOnly? ResolvedOn { get; init; }
    public string? Resolution { get; init; }
}
