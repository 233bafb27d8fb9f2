namespace PartyProjects.Domain.Steps;

/// <summary>述职评议 ballots.</summary>
public sealed record Ballots(int Good, int FairlyGood, int Average, int Poor)
{
    public int Valid => Good + FairlyGood + Average + Poor;

    /// <summary>(好×100+较好×80+一般×60+差×40) / valid ballots, 1 decimal; null without a ballot.</summary>
    public decimal? Score => Valid == 0 ? null : Math.Round(((Good * 100m) + (FairlyGood * 80) + (Average * 60) + (Poor * 40)) / Valid, 1, MidpointRounding.AwayFromZero);
}

/// <summary>What costs points: 通报 as 滞后 −2 each, 约谈 −3 each, verified 副书记代替 −5; falsified: 不合格 outright.</summary>
public sealed record YearEndMarks(int NamedLagging, int Talks, bool DeputyInstead, bool Falsified);

/// <summary>优秀, 良好, 合格, 不合格.</summary>
public enum YearEndGrade { Excellent, Good, Passed, Failed }

/// <summary>年终考核 of one project.</summary>
public sealed record YearEndResult
{
    public required string ProjectId { get; init; }

    /// <summary>Null: no quarter qualified; the leading group decides (14.8).</summary>
    public required decimal? Process { get; init; }
    public required decimal? Acceptance { get; init; }
    public required decimal? Appraisal { get; init; }
    public required decimal Deductions { get; init; }

    /// <summary>0–100, 1 decimal; null while a part is missing.</summary>
    public required decimal? Total { get; init; }
    public required YearEndGrade? Grade { get; init; }
}

/// <summary>年终严考核评价 [A]: 0.4 过程 + 0.4 验收 + 0.2 评议 − 扣分 (domain.md section 10).</summary>
public static class YearEndAssessment
{
    public const int QualifyingDays = 30;
    private const decimal ProcessShare = 0.4m, AcceptanceShare = 0.4m, AppraisalShare = 0.2m, DeductionsMost = 15, ForBulletin = 2, ForTalk = 3, ForDeputy = 5, CancelsFrom = 80;
    private const decimal ExcellentAt = 90, GoodAt = 80, PassedAt = 60;

    /// <summary>Mean of the quarterly totals of quarters with at least 30 days running (14.2, 14.8), 1 decimal; null when none qualifies.</summary>
    public static decimal? Process(ProjectSnapshot project, IEnumerable<(Quarter Quarter, decimal Total)> quarters)
    {
        var qualifying = quarters.Where(q => DaysRunning(project, q.Quarter) >= QualifyingDays).Select(q => q.Total).ToList();
        return qualifying.Count == 0 ? null : Math.Round(qualifying.Average(), 1, MidpointRounding.AwayFromZero);
    }

    /// <summary>Calendar days whose end-of-day state is 推进中 or 待验收.</summary>
    public static int DaysRunning(ProjectSnapshot project, Quarter quarter)
    {
        var n = 0;
        for (var day = quarter.FirstDay; day <= quarter.LastDay; day = day.AddDays(1))
        {
            if (project.StageAt(day) is Stage.InProgress or Stage.PendingAcceptance) n++;
        }

        return n;
    }

    /// <summary>At most 15; the bulletins' part is cancelled when every node is done by 12-31 and acceptance is 80 or more.</summary>
    public static decimal Deductions(ProjectSnapshot project, YearEndMarks marks, decimal? acceptance)
    {
        var yearEnd = new DateOnly(project.Project.Year, 12, 31);
        var finished = acceptance >= CancelsFrom && project.Milestones.All(m => m.DoneOn(yearEnd) is not null);
        return Math.Min(DeductionsMost, (finished ? 0 : ForBulletin * marks.NamedLagging) + (ForTalk * marks.Talks) + (marks.DeputyInstead ? ForDeputy : 0));
    }

    /// <summary>The result before the cap on 优秀; NotCompleted is 合格 at most.</summary>
    public static YearEndResult Of(ProjectSnapshot project, decimal? process, decimal? acceptance, Ballots ballots, YearEndMarks marks, Light? lightAtYearEnd)
    {
        var deductions = Deductions(project, marks, acceptance);
        decimal? total = process is { } p && acceptance is { } a && ballots.Score is { } b
            ? Math.Clamp(Math.Round((ProcessShare * p) + (AcceptanceShare * a) + (AppraisalShare * b) - deductions, 1, MidpointRounding.AwayFromZero), 0, 100)
            : null;
        // Seen after the year has closed: 未完成 is set at 24:00.
        var stage = project.StageAt(new DateOnly(project.Project.Year + 1, 1, 31));
        return new YearEndResult { ProjectId = project.Project.Id, Process = process, Acceptance = acceptance, Appraisal = ballots.Score, Deductions = deductions, Total = total, Grade = Grade(total, stage, lightAtYearEnd, marks.Falsified) };
    }

    private static YearEndGrade? Grade(decimal? total, Stage? stage, Light? light, bool falsified)
    {
        if (falsified) return YearEndGrade.Failed;
        if (total is not { } t) return null;
        if (t < PassedAt) return YearEndGrade.Failed;
        if (t < GoodAt || stage == Stage.NotCompleted) return YearEndGrade.Passed;
        return t >= ExcellentAt && stage == Stage.Completed && light != Light.Red ? YearEndGrade.Excellent : YearEndGrade.Good;
    }

    /// <summary>At most 40 % of the established projects, rounded down, are 优秀, by total; those beyond become 良好 (14.13).</summary>
    public static IReadOnlyList<YearEndResult> Cap(IReadOnlyList<YearEndResult> results, int establishedProjects, ProgrammeYear settings)
    {
        var most = establishedProjects * settings.ExcellentCapPct / 100;
        var kept = results.Where(r => r.Grade == YearEndGrade.Excellent).OrderByDescending(r => r.Total).ThenBy(r => r.ProjectId, StringComparer.Ordinal).Take(most).Select(r => r.ProjectId).ToHashSet(StringComparer.Ordinal);
        return [.. results.Select(r => r.Grade == YearEndGrade.Excellent && !kept.Contains(r.ProjectId) ? r with { Grade = YearEndGrade.Good } : r)];
    }
}
