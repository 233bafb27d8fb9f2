namespace PartyProjects.Domain;

/// <summary>节点 as stored; overdue is derived, never stored.</summary>
public sealed record Milestone
{
    /// <summary>M1, M2 … within its project.</summary>
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>达标标准.</summary>
    public required string Acceptance { get; init; }
    public required DateOnly StartOn { get; init; }

    /// <summary>原定完成日: what was promised, never changed.</summary>
    public required DateOnly OriginalDueOn { get; init; }

    /// <summary>Integer, at least 5; the weights of a project sum to 100.</summary>
    public required int Weight { get; init; }
    public required string OwnerRole { get; init; }

    /// <summary>Claims, confirmations and returns in order; the day done follows from them.</summary>
    public IReadOnlyList<MilestoneEvent> Events { get; init; } = [];
    public IReadOnlyList<MilestoneRevision> Revisions { get; init; } = [];
}

public enum MilestoneEventKind { Claim, Confirm, Return }

/// <summary>销号申请, 确认 or 退回. <c>DoneOn</c> is the day claimed (Claim only).</summary>
public sealed record MilestoneEvent
{
    public required MilestoneEventKind Kind { get; init; }

    /// <summary>China local moment.</summary>
    public required DateTime At { get; init; }
    public required string By { get; init; }
    public DateOnly? DoneOn { get; init; }

    /// <summary>Words or file names that show it (Claim), or why it came back (Return).</summary>
    public string? Note { get; init; }
}

/// <summary>An approved extension. Asked after the old due day it counts neither for lights nor for scores (section 14.6).</summary>
public sealed record MilestoneRevision
{
    public required DateOnly ApprovedOn { get; init; }
    public DateOnly? AskedOn { get; init; }
    public required DateOnly OldDueOn { get; init; }
    public required DateOnly NewDueOn { get; init; }
    public required string Reason { get; init; }
    public required string ApprovedBy { get; init; }
}
