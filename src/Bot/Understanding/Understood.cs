namespace PartyProjects.Bot.Understanding;

/// <summary>What was read in one message: one of the 37 scored intents, the product's own act where it is finer, and the slots.</summary>
public sealed record Understood
{
    public required string Text { get; init; }

    /// <summary>After width, variant, filler and homophone normalising.</summary>
    public required string Normalized { get; init; }

    /// <summary>One of the 37 ids of the intent table, e.g. <c>report-progress</c>.</summary>
    public required string Intent { get; init; }

    /// <summary>The product's own act (contracts.md section 4), e.g. <c>sign-commitment</c>; null where the intent says it all.</summary>
    public string? Act { get; init; }

    /// <summary>Calibrated 0..1: how often a reading with this score is right.</summary>
    public required double Confidence { get; init; }

    /// <summary>Best first, with calibrated scores; the second and third are offered as buttons below the threshold.</summary>
    public IReadOnlyList<IntentCandidate> Candidates { get; init; } = [];
    public required Slots Slots { get; init; }

    /// <summary>Each slot value with the words it came from (for --explain and 你怎么理解的).</summary>
    public IReadOnlyList<SlotSource> Sources { get; init; } = [];

    /// <summary>Two requests in one message, in order; empty when there is one.</summary>
    public IReadOnlyList<Understood> Parts { get; init; } = [];
}

/// <summary>One possible reading. <paramref name="Score"/> is calibrated, 0..1.</summary>
public sealed record IntentCandidate(string Intent, string? Act, double Score);

/// <summary>Where a slot value came from: the words, and their offset in the original text.</summary>
public sealed record SlotSource(string Slot, string Value, string Words, int Start, int Length);

/// <summary>Both days inclusive.</summary>
public readonly record struct DateRange(DateOnly From, DateOnly To);

/// <summary>Slots of the README of the development set; empty lists where nothing was said.</summary>
public sealed record Slots
{
    public static readonly Slots None = new();

    /// <summary>Canonical project names.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];

    /// <summary>Canonical organisation names.</summary>
    public IReadOnlyList<string> Orgs { get; init; } = [];

    /// <summary>Whole percent 0..100 as read; out-of-range numbers stand in <see cref="OddPercents"/>.</summary>
    public IReadOnlyList<int> Percents { get; init; } = [];

    /// <summary>Percents that cannot be, e.g. 250, as said.</summary>
    public IReadOnlyList<string> OddPercents { get; init; } = [];

    /// <summary>The percent was a vague measure (过半, 差不多): the bot asks, offering the reading.</summary>
    public bool PercentIsVague { get; init; }

    /// <summary><c>2017-06</c>, <c>2017-Q2</c> or <c>2017</c>.</summary>
    public IReadOnlyList<string> Periods { get; init; } = [];
    public IReadOnlyList<DateOnly> Dates { get; init; } = [];
    public IReadOnlyList<DateRange> Ranges { get; init; } = [];

    /// <summary>China local moments, to the minute.</summary>
    public IReadOnlyList<DateTime> DateTimes { get; init; } = [];

    /// <summary>Words that look like a day that does not exist (2月30日).</summary>
    public IReadOnlyList<string> ImpossibleDates { get; init; } = [];
    public decimal? Score { get; init; }
    public string? Code { get; init; }
    public IReadOnlyList<string> Done { get; init; } = [];
    public IReadOnlyList<string> Problem { get; init; } = [];
    public IReadOnlyList<string> Plan { get; init; } = [];
    public IReadOnlyList<string> Milestone { get; init; } = [];
    public IReadOnlyList<string> Reason { get; init; } = [];
}
