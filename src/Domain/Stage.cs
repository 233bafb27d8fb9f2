namespace PartyProjects.Domain;

/// <summary>The stages of a project (domain.md section 5).</summary>
public enum Stage
{
    /// <summary>起草</summary>
    Draft,

    /// <summary>待初审</summary>
    Submitted,

    /// <summary>返工</summary>
    Returned,

    /// <summary>待审议</summary>
    Shortlisted,

    /// <summary>已评分</summary>
    Scored,

    /// <summary>已立项</summary>
    Established,

    /// <summary>自行实施</summary>
    SelfRun,

    /// <summary>推进中</summary>
    InProgress,

    /// <summary>暂缓</summary>
    Suspended,

    /// <summary>待验收</summary>
    PendingAcceptance,

    /// <summary>办结</summary>
    Completed,

    /// <summary>未完成</summary>
    NotCompleted,

    /// <summary>终止</summary>
    Terminated,

    /// <summary>撤回</summary>
    Withdrawn,
}

/// <summary>One move of a project from a stage to the next, as it happened.</summary>
public sealed record StageChange
{
    /// <summary>China local moment.</summary>
    public required DateTime At { get; init; }

    /// <summary>Null for the first entry.</summary>
    public Stage? From { get; init; }

    public required Stage To { get; init; }

    /// <summary>Office that moved it, e.g. 护国街道党工委书记.</summary>
    public required string By { get; init; }

    public string? Reason { get; init; }

    /// <summary>Panel average (Scored) or acceptance score (Completed).</summary>
    public decimal? Score { get; init; }

    /// <summary>会议纪要号 of a decision of the leading group.</summary>
    public string? MinutesNo { get; init; }
}
