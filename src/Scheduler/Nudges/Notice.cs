using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges;

/// <summary>How bad it is; a message says the worst first.</summary>
public enum Urgency { Information, Coming, Today, Overdue, Escalated }

/// <summary>One rule on one target for one person (contracts section 1).</summary>
public sealed record Notice
{
    /// <summary>N08 … N25, L1 …, E01 … for events.</summary>
    public required string Rule { get; init; }

    /// <summary>What it is about: project and period, project and node …; the same text for the same thing for ever.</summary>
    public required string Target { get; init; }
    public required Recipient Recipient { get; init; }

    /// <summary>The slot that the rule names, not the one it is sent in; its day is part of the key.</summary>
    public required Slot Named { get; init; }
    public required Statement Statement { get; init; }
    public required Urgency Urgency { get; init; }

    /// <summary>When what it speaks of is or was due; orders notices of one urgency.</summary>
    public required DateOnly DueOn { get; init; }

    /// <summary>Null for what concerns no single project.</summary>
    public ProjectSnapshot? Project { get; init; }

    /// <summary>Of several notices of one series for one person only the latest is sent; the others are booked superseded.</summary>
    public string? Series { get; init; }

    /// <summary>What can be tapped under it; a button types its words.</summary>
    public IReadOnlyList<Statement> Buttons { get; init; } = [];

    /// <summary>rule|target|recipient|date: a restart never repeats a push.</summary>
    public string Key => string.Concat(Rule, "|", Target, "|", Recipient.PersonId + "|" + Named.Day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
