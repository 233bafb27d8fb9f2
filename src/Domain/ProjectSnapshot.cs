using PartyProjects.Domain.People;

namespace PartyProjects.Domain;

/// <summary>
/// A project with everything of its year that rules look at. It holds events with their moments, not a state "now":
/// every rule is asked for a day t and looks only at what had happened by the end of t.
/// </summary>
public sealed record ProjectSnapshot
{
    public required Project Project { get; init; }
    public required Organization Organization { get; init; }

    /// <summary>Ordered by moment.</summary>
    public IReadOnlyList<StageChange> History { get; init; } = [];

    /// <summary>In plan order (M1, M2 …).</summary>
    public IReadOnlyList<Milestone> Milestones { get; init; } = [];

    /// <summary>Ordered by period; at most one a period.</summary>
    public IReadOnlyList<MonthlyReport> Reports { get; init; } = [];
    public IReadOnlyList<Issue> Issues { get; init; } = [];

    /// <summary>跟踪问效 of a lower-level project by the parent's secretary.</summary>
    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    /// <summary>Requests to extend, change, suspend, resume or terminate, decided or open.</summary>
    public IReadOnlyList<ChangeRequest> Changes { get; init; } = [];

    /// <summary>季度自查 and 亲自抓 figures, by quarter.</summary>
    public IReadOnlyList<SelfCheck> SelfChecks { get; init; } = [];

    /// <summary>Human acts on escalation cases: letters confirmed, replied, bulletins, talks. What is due follows from the rules.</summary>
    public IReadOnlyList<CaseAct> CaseActs { get; init; } = [];

    /// <summary>Stored month-end lights (immutable), by day.</summary>
    public IReadOnlyList<MonthEndLight> MonthEnds { get; init; } = [];
}

/// <summary>跟踪问效: note of at least 5 characters.</summary>
public sealed record FollowUp(DateOnly On, string By, string Note);

public enum ChangeKind { Extend, Change, Suspend, Resume, Terminate }

/// <summary>变更申请; decided by the leading group.</summary>
public sealed record ChangeRequest
{
    public required string Id { get; init; }
    public required ChangeKind Kind { get; init; }

    /// <summary>Milestone of an extension, e.g. M4.</summary>
    public string? MilestoneId { get; init; }

    /// <summary>At least 20 characters.</summary>
    public required string Reason { get; init; }
    public string? Evidence { get; init; }
    public DateOnly? NewDueOn { get; init; }
    public required DateTime AskedAt { get; init; }
    public required string AskedBy { get; init; }
    public DateTime? DecidedAt { get; init; }
    public string? DecidedBy { get; init; }
    public bool? Approved { get; init; }
    public string? DecisionReason { get; init; }
    public string? MinutesNo { get; init; }
}

/// <summary>季度自查: what the secretary did in person; confirmed by OrgDept. <c>FollowUp</c>: true all followed up, false not all, null none exist.</summary>
public sealed record SelfCheck
{
    public required Quarter Quarter { get; init; }
    public required int Meetings { get; init; }
    public required int OnSite { get; init; }
    public bool? FollowUp { get; init; }
    public DateTime? FiledAt { get; init; }
    public string? FiledBy { get; init; }
    public string? CorrectionReason { get; init; }
}

public enum CaseCause { ReportOverdue, MilestoneOverdue, IssueOverdue, Lagging }

public enum CaseActKind { LetterDrafted, LetterConfirmed, LetterReplied, NamedInBulletin, BulletinSigned, TalkProposed, TalkDecided, TalkHeld, Rectified, Closed }

/// <summary>What a person did about an escalation case (domain.md section 9).</summary>
public sealed record CaseAct
{
    public required CaseCause Cause { get; init; }

    /// <summary>Period, milestone id, issue id or month of the case.</summary>
    public required string Target { get; init; }
    public required CaseActKind Kind { get; init; }
    public required DateTime At { get; init; }
    public required string By { get; init; }
    public string? Text { get; init; }
    public DateOnly? DueOn { get; init; }
}

/// <summary>亮灯.</summary>
public enum Light { Green, Yellow, Red, Grey, Blue }

/// <summary>The light at 24:00 of a month's last day, stored and never changed.</summary>
public sealed record MonthEndLight(DateOnly AsOf, Light? Light, IReadOnlyList<string> Reasons, decimal? Plan, decimal? Actual, decimal? Lag);
