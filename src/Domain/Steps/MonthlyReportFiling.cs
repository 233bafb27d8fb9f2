using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Domain.Steps;

/// <summary>What a secretary files: percent 0–100 cumulative, done 5–200 characters, problem 1–200 (无 allowed), plan 5–200.</summary>
public sealed record ReportContent(int Percent, string Done, string Problem, string Plan)
{
    /// <summary>Why the percent is lower than last month's.</summary>
    public string? LoweredBecause { get; init; }

    /// <summary>The unusual jump was named and confirmed.</summary>
    public bool JumpConfirmed { get; init; }
}

/// <summary>月报 filing (domain.md section 4): checks and what becomes of the report.</summary>
public static class MonthlyReportFiling
{
    public const int DoneAtLeast = 5, PlanAtLeast = 5, TextAtMost = 200, ReturnReasonAtLeast = 10, JumpPct = 30, LoweredReasonAtLeast = 2;

    /// <summary>取消、撤回 and 改 are open for this long after filing, and before acceptance.</summary>
    public static readonly TimeSpan AmendWithin = TimeSpan.FromHours(24);

    /// <summary>OrgDept accepts or returns within this many workdays, else the report is accepted by itself.</summary>
    public const int AcceptWithinWd = 5;

    /// <summary>Files a report: first submit, late or back-filed, or resubmit after a return.</summary>
    public static Decision<ReportEvent> File(ProjectSnapshot project, Period period, ReportContent content, string by, string? draftedBy, DateTime at, ProgrammeYear settings, WorkCalendar calendar, RuleWords words)
    {
        var day = DateOnly.FromDateTime(at);
        if (CannotFile(project, period, day) is { } why) return why;
        var report = project.Report(period);
        var last = report?.LastEvent(day)?.Kind;
        if (last is ReportEventKind.Submit or ReportEventKind.Amend or ReportEventKind.Resubmit or ReportEventKind.Accept) return Statement.Of("Report.AlreadyFiled", ("period", period), ("at", report!.Events.Last(e => e.Percent is not null).At));
        if (Faults(content) is { } fault) return fault;
        if (LowerThanBefore(project, period, content, day) is { } lower && string.IsNullOrWhiteSpace(content.LoweredBecause)) return lower;
        if (Jump(project, period, content, day) is { } jump && !content.JumpConfirmed) return jump;
        var kind = last == ReportEventKind.Return ? ReportEventKind.Resubmit : ReportEventKind.Submit;
        return new Decision<ReportEvent>.Accepted(Event(kind, content, by, draftedBy, at), Warnings(project, content, day, settings, words));
    }

    /// <summary>Changes a filed report within 24 hours and before acceptance; the first submit keeps its time.</summary>
    public static Decision<ReportEvent> Amend(ProjectSnapshot project, Period period, ReportContent content, string by, DateTime at, ProgrammeYear settings, RuleWords words)
    {
        if (CannotChange(project, period, at) is { } why) return why;
        if (Faults(content) is { } fault) return fault;
        return new Decision<ReportEvent>.Accepted(Event(ReportEventKind.Amend, content, by, null, at), Warnings(project, content, DateOnly.FromDateTime(at), settings, words));
    }

    /// <summary>Takes a filed report back before acceptance: the period is unfiled again and nudges start again.</summary>
    public static Decision<ReportEvent> Withdraw(ProjectSnapshot project, Period period, string by, DateTime at)
    {
        if (CannotChange(project, period, at) is { } why) return why;
        return new ReportEvent { Kind = ReportEventKind.Withdraw, At = at, By = by };
    }

    /// <summary>月报核/退 by OrgDept (or the parent secretary for a lower-level project).</summary>
    public static Decision<ReportEvent> Judge(ProjectSnapshot project, Period period, bool accept, string? reason, string by, DateTime at)
    {
        var report = project.Report(period);
        var last = report?.LastEvent(DateOnly.FromDateTime(at))?.Kind;
        if (last is not (ReportEventKind.Submit or ReportEventKind.Amend or ReportEventKind.Resubmit)) return Statement.Of("Report.NothingToJudge", ("period", period));
        if (!accept && (reason?.Trim().Length ?? 0) < ReturnReasonAtLeast) return Statement.Of("Report.ReturnReason", ("least", ReturnReasonAtLeast));
        return new ReportEvent { Kind = accept ? ReportEventKind.Accept : ReportEventKind.Return, At = at, By = by, Reason = accept ? null : reason!.Trim() };
    }

    /// <summary>Reports that stood filed for 5 workdays without a word: accepted by themselves at the end of that day.</summary>
    public static IEnumerable<(Period Period, ReportEvent Event)> AcceptedBySilence(ProjectSnapshot project, DateOnly day, string acceptedBy, WorkCalendar calendar) =>
        from report in project.Reports
        let last = report.LastEvent(day)
        where last?.Kind is ReportEventKind.Submit or ReportEventKind.Amend or ReportEventKind.Resubmit
        let judgeBy = JudgeBy(last, calendar)
        where judgeBy < day
        select (report.Period, new ReportEvent { Kind = ReportEventKind.Accept, At = judgeBy.AddDays(1).ToDateTime(TimeOnly.MinValue), By = acceptedBy });

    /// <summary>OrgDept accepts or returns a filed report by this day.</summary>
    public static DateOnly JudgeBy(ReportEvent filed, WorkCalendar calendar) => calendar.AddWorkdays(DateOnly.FromDateTime(filed.At), AcceptWithinWd);

    /// <summary>Null when a report for the period can be filed on the day: the project runs, the period is one it owes or owed, and not in the future.</summary>
    public static Statement? CannotFile(ProjectSnapshot project, Period period, DateOnly day)
    {
        var stage = project.StageAt(day);
        if (stage is not (Stage.InProgress or Stage.PendingAcceptance or Stage.SelfRun)) return Statement.Of("Report.NotRunning", ("stage", stage), ("project", project.Project.Name));
        if (period > Period.Of(day)) return Statement.Of("Report.Future", ("period", period));
        if (project.Project.Track != ProjectTrack.SelfRun && MonthlyReportDue.FirstPeriod(project, day) is { } first && period < first) return Statement.Of("Report.TooEarly", ("period", period), ("first", first));
        if (project.Report(period) is { Exempt: true }) return Statement.Of("Report.Exempt", ("period", period));
        return null;
    }

    /// <summary>Null when the filed report can still be amended or withdrawn.</summary>
    public static Statement? CannotChange(ProjectSnapshot project, Period period, DateTime at)
    {
        var report = project.Report(period);
        var last = report?.LastEvent(DateOnly.FromDateTime(at))?.Kind;
        return last switch
        {
            null or ReportEventKind.Withdraw => Statement.Of("Report.NothingFiled", ("period", period)),
            ReportEventKind.Accept => Statement.Of("Report.AlreadyAccepted", ("period", period)),
            ReportEventKind.Return => Statement.Of("Report.StandsReturned", ("period", period)),
            _ when at - report!.Events.Last(e => e.Percent is not null).At > AmendWithin => Statement.Of("Report.TooLateToChange", ("period", period)),
            _ => null,
        };
    }

    /// <summary>The first thing wrong with the content by itself; null when it can be filed.</summary>
    public static Statement? Faults(ReportContent content)
    {
        if (content.Percent is < 0 or > 100) return Statement.Of("Report.PercentRange", ("percent", content.Percent));
        return Length(content.Done, DoneAtLeast, "Report.DoneLength") ?? Length(content.Problem, 1, "Report.ProblemLength") ?? Length(content.Plan, PlanAtLeast, "Report.PlanLength");
    }

    private static Statement? Length(string text, int least, string key)
    {
        var n = text.Trim().Length;
        return n < least || n > TextAtMost ? Statement.Of(key, ("length", n), ("least", least), ("most", TextAtMost)) : null;
    }

    /// <summary>进度由{a}%调低为{b}%,请说明原因。</summary>
    public static Statement? LowerThanBefore(ProjectSnapshot project, Period period, ReportContent content, DateOnly day) =>
        Before(project, period, day) is { } before && content.Percent < before ? Statement.Of("Report.Lower", ("before", before), ("now", content.Percent)) : null;

    /// <summary>单月增长{n}个百分点,请确认。</summary>
    public static Statement? Jump(ProjectSnapshot project, Period period, ReportContent content, DateOnly day)
    {
        var rise = content.Percent - (Before(project, period, day) ?? 0);
        return rise >= JumpPct ? Statement.Of("Report.Jump", ("rise", rise), ("before", Before(project, period, day) ?? 0), ("now", content.Percent)) : null;
    }

    /// <summary>Percent on file of the latest earlier period.</summary>
    private static int? Before(ProjectSnapshot project, Period period, DateOnly day) =>
        project.Reports.Where(r => r.Period < period && r.IsOnFile(day)).MaxBy(r => r.Period)?.ContentAt(day)?.Percent;

    /// <summary>What is said but does not stop the filing: percent above the ceiling, empty phrases, other work in place of the project.</summary>
    public static IReadOnlyList<Statement> Warnings(ProjectSnapshot project, ReportContent content, DateOnly day, ProgrammeYear settings, RuleWords words)
    {
        List<Statement> warnings = [];
        if (project.Milestones.Count > 0)
        {
            var ceiling = TrafficLight.Figures(project, day, settings).Ceiling!.Value;
            if (content.Percent > ceiling)
            {
                var first = project.Milestones.FirstOrDefault(m => m.DoneOn(day) is null);
                warnings.Add(Statement.Of("Report.AboveCeiling", ("percent", content.Percent), ("ceiling", ceiling), ("milestone", first?.Id), ("title", first?.Title)));
            }
        }

        if (words.IsEmptyTalk(content.Done)) warnings.Add(new Statement("Report.Empty"));
        if (words.NamesOtherWork(content.Problem)) warnings.Add(new Statement("Report.OtherWork"));
        return warnings;
    }

    private static ReportEvent Event(ReportEventKind kind, ReportContent content, string by, string? draftedBy, DateTime at) => new()
    {
        Kind = kind,
        At = at,
        By = by,
        DraftedBy = draftedBy,
        Percent = content.Percent,
        Done = content.Done.Trim(),
        Problem = content.Problem.Trim(),
        Plan = content.Plan.Trim(),
        Reason = content.LoweredBecause,
    };
}
