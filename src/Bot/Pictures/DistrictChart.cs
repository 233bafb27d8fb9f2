using PartyProjects.Domain;

namespace PartyProjects.Bot.Pictures;

/// <summary>The district's year as figures: lights, plan against actual and reports, month by month.</summary>
public sealed record DistrictChart
{
    public required int Year { get; init; }
    public required DateOnly AsOf { get; init; }
    public required bool Illustrative { get; init; }

    /// <summary>The months that are over, in order.</summary>
    public required IReadOnlyList<DistrictMonth> Months { get; init; }
}

/// <summary>One month-end. Averages are over the projects that count that month (no grey, no light of none).</summary>
public sealed record DistrictMonth
{
    public required Period Month { get; init; }
    public required IReadOnlyDictionary<Light, int> Lights { get; init; }
    public required decimal? Plan { get; init; }
    public required decimal? Actual { get; init; }
    public required int ReportsDue { get; init; }
    public required int ReportsOnTime { get; init; }
    public required int ReportsLate { get; init; }
    public required int ReportsMissing { get; init; }
}
