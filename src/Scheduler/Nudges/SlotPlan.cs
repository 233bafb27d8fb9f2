namespace PartyProjects.Scheduler.Nudges;

/// <summary>Why a notice is not sent in this slot.</summary>
public enum LeftOutReason
{
    /// <summary>A later one of its series says the same.</summary>
    Superseded,

    /// <summary>超额: the person already has two messages today; it waits for the next day.</summary>
    DailyCap,

    /// <summary>免打扰: the person asked for quiet, or said 知道了 to this rule today.</summary>
    Quiet,

    /// <summary>不可达: bound on no channel.</summary>
    Unreachable,

    /// <summary>No longer true when its slot was caught up, or just before sending: 已报, 免报, done, suspended.</summary>
    NoLongerTrue,
}

/// <summary>A notice that is not sent, and why.</summary>
public sealed record LeftOut(Notice Notice, LeftOutReason Reason);

/// <summary>One person's notices of a slot, worst first.</summary>
public sealed record PlannedMessage(string PersonId, Slot Slot, IReadOnlyList<Notice> Notices)
{
    public string Id => MessageId(PersonId, Slot);

    /// <summary>Codes of its notices, worst first, each once, joined by +.</summary>
    public string Rules => string.Join('+', Notices.Select(n => n.Rule).Distinct(StringComparer.Ordinal));

    public static string MessageId(string personId, Slot slot) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{slot.Day:yyyyMMdd}-{slot.At:HHmm}-{personId}");
}

/// <summary>What a slot says to whom, and what it leaves out.</summary>
public sealed record SlotPlan(Slot Slot, IReadOnlyList<PlannedMessage> Messages, IReadOnlyList<LeftOut> LeftOut);
