using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>Of a project what every listing needs, without its year: kept for all projects, while whole snapshots are loaded when asked for.</summary>
public sealed record ProjectHeading
{
    public required string Id { get; init; }
    public required string Code { get; init; }
    public required int Year { get; init; }
    public required string OrganizationId { get; init; }
    public required ProjectTrack Track { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<string> Aliases { get; init; }
    public required int DisplayOrder { get; init; }

    /// <summary>The newest stage on record; null before the first. What held on an earlier day follows from the history.</summary>
    public required Stage? Stage { get; init; }
    public required int Version { get; init; }

    internal static ProjectHeading Of(ProjectSnapshot s) => new()
    {
        Id = s.Project.Id,
        Code = s.Project.Code,
        Year = s.Project.Year,
        OrganizationId = s.Project.OrganizationId,
        Track = s.Project.Track,
        Name = s.Project.Name,
        Aliases = s.Project.Aliases,
        DisplayOrder = s.Project.DisplayOrder,
        Stage = s.History.Count > 0 ? s.History[^1].To : null,
        Version = s.Project.Version,
    };
}

/// <summary>Where a person is reached: an id is unique only inside its channel and account. <c>Stopped</c> says why this address is no longer written to.</summary>
public sealed record ChannelIdentity
{
    public required string Channel { get; init; }
    public string Account { get; init; } = "";
    public required string ChannelUserId { get; init; }
    public required string PersonId { get; init; }
    public required string VerifiedBy { get; init; }
    public required DateTimeOffset VerifiedAt { get; init; }

    /// <summary>The private conversation last used; its reference lets the channel speak first.</summary>
    public string? ConversationId { get; init; }
    public string? Stopped { get; init; }

    internal string Key => KeyOf(Channel, Account, ChannelUserId);

    internal static string KeyOf(string channel, string account, string channelUserId) => $"{channel}\n{account}\n{channelUserId}";
}

/// <summary>A setting of domain.md section 13 as an administrator changed it; it holds from <c>EffectiveOn</c> and never rewrites what was stored before.</summary>
public sealed record SettingChange(string Key, DateOnly EffectiveOn, string Value, DateTime At, string By);

/// <summary>A day off or a make-up workday of an imported year, or one of the district's own.</summary>
public sealed record CalendarDay(DateOnly Day, bool District, bool Works, string? Name);

/// <summary>代理: who answers for a person from when to when (both days inclusive).</summary>
public sealed record StandIn(string PersonId, string DeputyId, DateOnly From, DateOnly To, string? Reason);
