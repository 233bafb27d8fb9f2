using PartyProjects.Domain;

namespace PartyProjects.Bot.Pictures;

/// <summary>挂图 (domain.md section 11) as figures, before it is drawn: one row a unit, twelve months, as of the end of a day.</summary>
public sealed record WallChart
{
    public required int Year { get; init; }
    public required DateOnly AsOf { get; init; }

    /// <summary>Carries 演示数据.</summary>
    public required bool Illustrative { get; init; }
    public required IReadOnlyList<WallChartRow> Rows { get; init; }

    /// <summary>How many rows show the light.</summary>
    public int Count(Light light) => Rows.Count(r => r.Light == light);
}

/// <summary>One unit's project: what it promised, where it stands, who answers for it.</summary>
public sealed record WallChartRow
{
    public required string Code { get; init; }
    public required int Order { get; init; }
    public required string Organization { get; init; }
    public required string Project { get; init; }

    /// <summary>An office: the secretary.</summary>
    public required string Responsible { get; init; }
    public required Light? Light { get; init; }
    public required IReadOnlyList<string> Reasons { get; init; }
    public required decimal? Plan { get; init; }
    public required decimal? Actual { get; init; }
    public required decimal? Lag { get; init; }
    public required IReadOnlyList<WallChartNode> Nodes { get; init; }

    /// <summary>Month-end lights of the months that are over, by month 1—12.</summary>
    public required IReadOnlyDictionary<int, Light?> MonthEnds { get; init; }

    public int NodesDone => Nodes.Count(n => n.State is NodeState.Done or NodeState.PendingCheck);
}

/// <summary>What the mark of a node says on the day of the chart.</summary>
public enum NodeState { Open, Overdue, PendingCheck, Done }

/// <summary>A node: 原定 beside 现定.</summary>
public sealed record WallChartNode
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string Acceptance { get; init; }
    public required string Owner { get; init; }
    public required int Weight { get; init; }
    public required DateOnly StartOn { get; init; }
    public required DateOnly OriginalDueOn { get; init; }
    public required DateOnly DueOn { get; init; }
    public required DateOnly? DoneOn { get; init; }
    public required NodeState State { get; init; }

    /// <summary>Working days past the due day; 0 when not overdue.</summary>
    public required int OverdueWorkdays { get; init; }
    public bool Moved => OriginalDueOn != DueOn;
}
