using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>Booked follows its message; Waiting goes into the next morning's; the others were never sent, <c>Reason</c> says why.</summary>
public enum NoticeState { Booked, Waiting, Superseded, Dropped, Unreachable }

/// <summary>Unknown: it may or may not have arrived, and is not counted as delivered. Dissolved: not sent on its day; what is still true is planned again.</summary>
public enum MessageState { Planned, Sent, Dropped, Dissolved, Failed, Unknown }

/// <summary>Only Slot and Urge count for the cap of two a day (contracts section 1).</summary>
public enum MessageKind { Slot, Event, Urge, Reminder, Report }

public enum DeliveryState { Waiting, Claimed, Sent, GaveUp, Unknown, Dropped }

/// <summary>One rule on one target for one person, as booked.</summary>
public sealed record NoticeRow
{
    public required string Key { get; init; }
    public required string Rule { get; init; }
    public required string Target { get; init; }

    /// <summary>Who reads it.</summary>
    public required string PersonId { get; init; }

    /// <summary>Of the slot the rule names.</summary>
    public required DateOnly Day { get; init; }
    public string? UnitId { get; init; }
    public string? ProjectId { get; init; }

    /// <summary>What it was decided on: as long as the project stands at it, nothing about it has changed.</summary>
    public int? ProjectVersion { get; init; }
    public required string Text { get; init; }
    public NoticeState State { get; init; }
    public string? Reason { get; init; }
    public string? MessageId { get; init; }
}

/// <summary>One message to one person.</summary>
public sealed record MessageRow
{
    public required string Id { get; init; }

    /// <summary>The slot's run; null for an event.</summary>
    public string? RunId { get; init; }
    public required string PersonId { get; init; }
    public required DateOnly SlotOn { get; init; }

    /// <summary>09:00 or 15:00; null for an event.</summary>
    public string? Slot { get; init; }
    public required MessageKind Kind { get; init; }

    /// <summary>As planned; rehearsed and approved as it stands.</summary>
    public required string Text { get; init; }

    /// <summary>What can be tapped under it, one title a line.</summary>
    public IReadOnlyList<string> Buttons { get; init; } = [];
    public MessageState State { get; init; }
    public string? Reason { get; init; }

    /// <summary>China local, programme time.</summary>
    public required DateTime DueAt { get; init; }
}

/// <summary>A message on its way to one address, leased to this process.</summary>
public sealed record ClaimedDelivery
{
    /// <summary>The idempotency key.</summary>
    public required string Id { get; init; }
    public required string Channel { get; init; }
    public required string Account { get; init; }
    public required string RecipientId { get; init; }

    /// <summary>Conversation reference as stored; null where there is none.</summary>
    public string? Reference { get; init; }

    /// <summary>1 for the first.</summary>
    public required int Attempt { get; init; }

    /// <summary>Its lease ran out in somebody's hands: it may have been sent before.</summary>
    public required bool TakenOver { get; init; }
    public required MessageRow Message { get; init; }
    public required IReadOnlyList<NoticeRow> Notices { get; init; }
}

/// <summary>How one delivery ended, or when it is tried again.</summary>
public sealed record SettledDelivery(ClaimedDelivery Delivery, DeliveryState State)
{
    public string? Receipt { get; init; }
    public string? TextSent { get; init; }
    public string? Reason { get; init; }

    /// <summary>For Waiting: when it is tried again, programme time.</summary>
    public DateTime? TryAgainAt { get; init; }

    /// <summary>False when the attempt does not count: the channel as a whole was told to wait.</summary>
    public bool CountsAsAttempt { get; init; } = true;

    /// <summary>Keys of notices that no longer held just before sending.</summary>
    public IReadOnlyList<string> NoLongerTrue { get; init; } = [];

    /// <summary>The message goes back to the planner: what is still true is said in the next slot.</summary>
    public bool Dissolve { get; init; }

    /// <summary>The address is not written to any more, for <see cref="Reason"/>.</summary>
    public bool StopAddress { get; init; }
}

/// <summary>Something that is told at once, within working hours, else with the next 09:00 digest (domain.md section 6).</summary>
public sealed record EventNotice
{
    /// <summary>N06 or an E code.</summary>
    public required string Rule { get; init; }

    /// <summary>What it is about; the same event has the same target for ever.</summary>
    public required string Target { get; init; }
    public required string PersonId { get; init; }
    public required string Text { get; init; }
    public string? ProjectId { get; init; }
    public MessageKind Kind { get; init; } = MessageKind.Event;
    public IReadOnlyList<string> Buttons { get; init; } = [];
}
