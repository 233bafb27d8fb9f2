namespace PartyProjects.Domain.Supervision;

/// <summary>L0 提示 to L5 考核运用.</summary>
public enum EscalationLevel { Hint, Urge, ReminderLetter, Bulletin, Talk, Assessment }

/// <summary>One step a case has reached.</summary>
public sealed record EscalationStep
{
    public required EscalationLevel Level { get; init; }

    /// <summary>The workday, 09:00, on which the rule raises it.</summary>
    public required DateOnly On { get; init; }

    /// <summary>The day a person let it out: letter confirmed, bulletin signed, talk decided. Null while it is only drafted or proposed; L1 needs nobody.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>L2 only: an answer is due 5 workdays after the letter was confirmed.</summary>
    public DateOnly? ReplyDueOn { get; init; }
    public DateOnly? RepliedOn { get; init; }
}

/// <summary>One thing overdue and what was raised about it. A case that reopens (resumed project, returned claim) is a new one with the same target.</summary>
public sealed record EscalationCase
{
    public required string ProjectId { get; init; }
    public required CaseCause Cause { get; init; }

    /// <summary>Period, milestone id, issue id, or the month that lags.</summary>
    public required string Target { get; init; }

    /// <summary>Workdays count from here: due day, or the later day on which it became owed again.</summary>
    public required DateOnly CountsFrom { get; init; }

    /// <summary>Filed, done, resolved, extended, suspended or over on that day; null while open.</summary>
    public DateOnly? ClosedOn { get; init; }
    public required IReadOnlyList<EscalationStep> Steps { get; init; }
    public bool IsOpen => ClosedOn is null;

    /// <summary>The highest step reached.</summary>
    public EscalationStep Last => Steps[^1];

    public EscalationStep? Step(EscalationLevel level) => Steps.FirstOrDefault(s => s.Level == level);
}

/// <summary>Why a talk is proposed to the leading group; never a message to the secretary.</summary>
public enum TalkGround { ReportsMissing, RedMonthEnds, NamedInBulletins }

/// <summary>约谈建议: ground, what it rests on (period, month or quarter) and the day it is proposed.</summary>
public sealed record TalkProposal(string ProjectId, TalkGround Ground, string Target, DateOnly On);
