using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;

namespace PartyProjects.Domain.Steps;

/// <summary>验收 100: 目标完成 50 is computed, 示范推广 25 and 长效机制 25 are given by hand (domain.md section 10).</summary>
public sealed record AcceptanceScore(decimal Goal, decimal Extension, decimal Lasting)
{
    public decimal Total => Goal + Extension + Lasting;
}

/// <summary>结项申请 and 验收.</summary>
public static class Acceptance
{
    public const decimal PassAt = 60, NodesMost = 30, IndicatorsMost = 20, ByHandMost = 25;

    /// <summary>Sent back, it is put right within this many workdays (transition 13).</summary>
    public const int ReworkWd = 15;

    /// <summary>Applies: all nodes done, no open 重大 issue, no report outstanding (transition 11).</summary>
    public static Decision<StageChange> Apply(ProjectSnapshot project, Role role, string by, DateTime at, ProgrammeYear settings, WorkCalendar calendar)
    {
        var move = StageTable.Move(project, StageAct.ApplyAcceptance, role, by, at);
        if (move is Decision<StageChange>.Refused) return move;
        var missing = Missing(project, DateOnly.FromDateTime(at), settings, calendar);
        return missing.Count == 0 ? move : Statement.Of("Acceptance.NotReady", ("missing", missing));
    }

    /// <summary>What still stands in the way of applying.</summary>
    public static IReadOnlyList<Statement> Missing(ProjectSnapshot project, DateOnly day, ProgrammeYear settings, WorkCalendar calendar)
    {
        List<Statement> missing = [];
        var open = project.Milestones.Where(m => m.DoneOn(day) is null).Select(m => m.Id).ToList();
        if (open.Count > 0) missing.Add(Statement.Of("Acceptance.OpenNodes", ("milestones", open)));
        var major = project.Issues.Where(i => i.Severity == IssueSeverity.Major && i.IsOpenAt(day)).Select(i => i.Title).ToList();
        if (major.Count > 0) missing.Add(Statement.Of("Acceptance.OpenIssues", ("issues", major)));
        var periods = MonthlyReportDue.Outstanding(project, day, settings, calendar);
        if (periods.Count > 0) missing.Add(Statement.Of("Acceptance.Reports", ("periods", periods)));
        return missing;
    }

    /// <summary>30 × weights done / 100 + 20 × indicators met / all, 1 decimal.</summary>
    public static decimal GoalPoints(ProjectSnapshot project, DateOnly day)
    {
        decimal done = project.Milestones.Where(m => m.DoneOn(day) is not null).Sum(m => m.Weight);
        var indicators = project.Project.Indicators;
        var met = indicators.Count == 0 ? 0 : IndicatorsMost * indicators.Count(i => i.Achieved >= i.Target) / indicators.Count;
        return Math.Round((NodesMost * done / 100) + met, 1, MidpointRounding.AwayFromZero);
    }

    /// <summary>60 and more: 办结. Less: back to 推进中 with its reason.</summary>
    public static Decision<StageChange> Conclude(ProjectSnapshot project, AcceptanceScore score, Role role, string by, DateTime at, string? minutesNo, string? reason)
    {
        if (score.Extension is < 0 or > ByHandMost || score.Lasting is < 0 or > ByHandMost) return Statement.Of("Acceptance.Points", ("most", ByHandMost));
        if (score.Total >= PassAt) return StageTable.Move(project, StageAct.Accept, role, by, at, minutesNo: minutesNo, score: score.Total);
        return string.IsNullOrWhiteSpace(reason)
            ? Statement.Of("Acceptance.TooLow", ("total", score.Total), ("least", PassAt))
            : StageTable.Move(project, StageAct.ReturnAcceptance, role, by, at, reason, score: score.Total);
    }
}
