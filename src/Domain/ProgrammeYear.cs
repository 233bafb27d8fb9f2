namespace PartyProjects.Domain;

/// <summary>The settings of domain.md section 13 as of one day, handed to rules as values. Defaults stand in programme.json and equal these.</summary>
public sealed record ProgrammeYear
{
    public static readonly ProgrammeYear Default = new();

    /// <summary>Day of month, 1–28.</summary>
    public int ReportDay { get; init; } = 25;

    /// <summary>Hour, 0–24.</summary>
    public int ReportHour { get; init; } = 18;
    public MonthDay DeclareDue { get; init; } = new(1, 10);
    public MonthDay PanelDue { get; init; } = new(1, 20);
    public MonthDay LatestFinish { get; init; } = new(12, 20);
    public MonthDay AcceptanceDue { get; init; } = new(12, 20);

    /// <summary>Percentage points.</summary>
    public decimal YellowLag { get; init; } = 10;

    /// <summary>Percentage points; more than this is red.</summary>
    public decimal RedLag { get; init; } = 30;

    /// <summary>Workdays overdue.</summary>
    public int RedOverdueWd { get; init; } = 15;

    /// <summary>Periods outstanding.</summary>
    public int RedOutstanding { get; init; } = 2;
    public int MajorIssueGraceWd { get; init; } = 10;

    /// <summary>Month-ends in a row, this one included.</summary>
    public int ConsecutiveYellow { get; init; } = 3;

    /// <summary>Share of its weight that an undone node can earn, 0–1.</summary>
    public decimal OpenMilestoneCap { get; init; } = 0.9m;
    public int ReturnGraceWd { get; init; } = 3;
    public int LetterWdReport { get; init; } = 3;
    public int LetterWdMilestone { get; init; } = 5;
    public int ReplyWd { get; init; } = 5;
    public int RectifyWd { get; init; } = 10;
    public int MaxPushPerDay { get; init; } = 2;
    public TimeOnly QuietFrom { get; init; } = new(17, 30);
    public TimeOnly QuietTo { get; init; } = new(8, 30);
    public decimal CutScore { get; init; } = 75;

    /// <summary>Null: no quota.</summary>
    public int? Quota { get; init; }
    public int MinMilestones { get; init; } = 4;
    public int MaxMilestones { get; init; } = 7;
    public int MaxProjectsPerSecretary { get; init; } = 2;
    public decimal BonusMax { get; init; }

    /// <summary>Percent of established projects that may be 优秀.</summary>
    public int ExcellentCapPct { get; init; } = 40;
}

/// <summary>A day of any year, written 01-10.</summary>
public readonly record struct MonthDay(int Month, int Day)
{
    public DateOnly In(int year) => new(year, Month, Day);

    public override string ToString() => $"{Month:00}-{Day:00}";
}
