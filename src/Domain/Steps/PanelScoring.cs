namespace PartyProjects.Domain.Steps;

/// <summary>评分表 of one judge: 切口小 20, 有难度 20, 示范性强 25, 年内能完成 20, 五可完备 15; whole points.</summary>
public sealed record PanelSheet(string Judge, int Narrow, int Hard, int Exemplary, int WithinYear, int FiveTests)
{
    public int Total => Narrow + Hard + Exemplary + WithinYear + FiveTests;
}

/// <summary>What the panel gave a project: the average with two decimals and the means that break ties.</summary>
public sealed record PanelResult(string ProjectId, decimal Average, decimal Hard, decimal Exemplary, int Sheets);

/// <summary>A project in the order of scores, and what cut and quota suggest; people decide.</summary>
public sealed record PanelRanking(PanelResult Result, int Rank, bool SuggestEstablished);

/// <summary>例会评分 (domain.md section 5).</summary>
public static class PanelScoring
{
    public const int LeastSheets = 3, SheetsToDrop = 5;
    private const int NarrowMost = 20, HardMost = 20, ExemplaryMost = 25, WithinYearMost = 20, FiveTestsMost = 15;

    /// <summary>Null when the sheet may go in: round open, points within limits, the judge not of the project's own organisation.</summary>
    public static Statement? Refuse(PanelSheet sheet, ProjectSnapshot project, string judgesOrganizationId, DateTime at, bool isClosed)
    {
        if (project.StageAt(at) != Stage.Shortlisted) return Statement.Of("Panel.NotOpen", ("stage", project.StageAt(at)));
        if (isClosed) return new Statement("Panel.Closed");
        if (judgesOrganizationId == project.Project.OrganizationId) return Statement.Of("Panel.OwnOrganization", ("project", project.Project.Name));
        return Over(sheet.Narrow, NarrowMost) || Over(sheet.Hard, HardMost) || Over(sheet.Exemplary, ExemplaryMost) || Over(sheet.WithinYear, WithinYearMost) || Over(sheet.FiveTests, FiveTestsMost)
            ? Statement.Of("Panel.Points", ("narrow", NarrowMost), ("hard", HardMost), ("exemplary", ExemplaryMost), ("within", WithinYearMost), ("five", FiveTestsMost))
            : null;
    }

    /// <summary>The result of a closed panel; with fewer than three sheets it cannot be closed.</summary>
    public static Decision<PanelResult> Result(string projectId, IReadOnlyCollection<PanelSheet> sheets)
    {
        if (sheets.Count < LeastSheets) return Statement.Of("Panel.TooFew", ("count", sheets.Count), ("least", LeastSheets));
        // Five and more: the highest and the lowest are dropped, the rest averaged.
        var counted = sheets.OrderBy(s => s.Total).ThenBy(s => s.Judge, StringComparer.Ordinal).Skip(sheets.Count >= SheetsToDrop ? 1 : 0).SkipLast(sheets.Count >= SheetsToDrop ? 1 : 0).ToList();
        return new PanelResult(projectId, Mean(counted, s => s.Total), Mean(counted, s => s.Hard), Mean(counted, s => s.Exemplary), sheets.Count);
    }

    /// <summary>Average ↓, then 有难度, 示范性强, displayOrder. Suggested: at the cut or above, and within the quota where there is one.</summary>
    public static IReadOnlyList<PanelRanking> Rank(IEnumerable<(PanelResult Result, int DisplayOrder)> results, ProgrammeYear settings) =>
    [
        .. results.OrderByDescending(r => r.Result.Average).ThenByDescending(r => r.Result.Hard).ThenByDescending(r => r.Result.Exemplary).ThenBy(r => r.DisplayOrder).ThenBy(r => r.Result.ProjectId, StringComparer.Ordinal)
            .Select((r, i) => new PanelRanking(r.Result, i + 1, r.Result.Average >= settings.CutScore && i + 1 <= (settings.Quota ?? int.MaxValue))),
    ];

    private static decimal Mean(List<PanelSheet> sheets, Func<PanelSheet, int> points) => Math.Round(sheets.Average(s => (decimal)points(s)), 2, MidpointRounding.AwayFromZero);

    private static bool Over(int points, int most) => points < 0 || points > most;
}
