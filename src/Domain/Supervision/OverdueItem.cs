using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Domain.Supervision;

/// <summary>Something of a project that can be overdue: how the ladder looks at a report, a node and an issue alike.</summary>
internal abstract class OverdueItem
{
    public abstract CaseCause Cause { get; }
    public abstract string Target { get; }

    /// <summary>Nothing can be overdue before this day has passed.</summary>
    public abstract DateOnly FirstDue { get; }

    /// <summary>The due day as it stands at the moment.</summary>
    public abstract DateOnly DueOn(DateTime moment);

    /// <summary>Filed, done or resolved at the moment.</summary>
    public abstract bool IsSettledAt(DateTime moment);

    /// <summary>Settled on the first due day and never taken back: no case can come of it.</summary>
    public abstract bool NeverOverdue { get; }

    /// <summary>Workday n on which the 提醒函 is drafted.</summary>
    public abstract int LetterWd(ProgrammeYear settings);

    public static IEnumerable<OverdueItem> Of(ProjectSnapshot project, DateOnly through, ProgrammeYear settings, WorkCalendar calendar) =>
        MonthlyReportDue.DuePeriods(project, through, settings, calendar).Select(p => (OverdueItem)new ReportItem(p.Period, p.DueOn, project.Report(p.Period), settings, calendar))
            .Concat(project.Milestones.Where(m => m.OriginalDueOn < through).Select(m => new MilestoneItem(m)))
            .Concat(project.Issues.Where(i => i.TargetOn < through && !i.NeedDistrictHelp).Select(i => new IssueItem(i)));

    private static DateTime EndOf(DateOnly day) => day.ToDateTime(TimeOnly.MaxValue);

    private sealed class ReportItem(Period period, DateOnly due, MonthlyReport? report, ProgrammeYear settings, WorkCalendar calendar) : OverdueItem
    {
        public override CaseCause Cause => CaseCause.ReportOverdue;
        public override string Target => period.ToString();
        public override DateOnly FirstDue => due;

        /// <summary>A report that stands returned counts from its return day + 3 workdays (14.5).</summary>
        public override DateOnly DueOn(DateTime moment)
        {
            if (report?.Events.LastOrDefault(e => e.At <= moment) is not { Kind: ReportEventKind.Return } returned) return due;
            var grace = calendar.AddWorkdays(DateOnly.FromDateTime(returned.At), settings.ReturnGraceWd);
            return grace > due ? grace : due;
        }

        public override bool IsSettledAt(DateTime moment) =>
            report?.Events.LastOrDefault(e => e.At <= moment)?.Kind is ReportEventKind.Submit or ReportEventKind.Amend or ReportEventKind.Resubmit or ReportEventKind.Accept;

        public override bool NeverOverdue => IsSettledAt(EndOf(due)) && !report!.Events.Any(e => e.Kind is ReportEventKind.Return or ReportEventKind.Withdraw);
        public override int LetterWd(ProgrammeYear settings) => settings.LetterWdReport;
    }

    private sealed class MilestoneItem(Milestone milestone) : OverdueItem
    {
        public override CaseCause Cause => CaseCause.MilestoneOverdue;
        public override string Target => milestone.Id;
        public override DateOnly FirstDue => milestone.OriginalDueOn;

        /// <summary>Any approved extension stops a case, a late-asked one too: it counts against lights and scores, not for more letters.</summary>
        public override DateOnly DueOn(DateTime moment) => milestone.ShownDueAt(DateOnly.FromDateTime(moment));

        public override bool IsSettledAt(DateTime moment) =>
            milestone.Events.LastOrDefault(e => e.At <= moment && e.Kind != MilestoneEventKind.Confirm)?.Kind == MilestoneEventKind.Claim;

        public override bool NeverOverdue => IsSettledAt(EndOf(FirstDue)) && !milestone.Events.Any(e => e.Kind == MilestoneEventKind.Return);
        public override int LetterWd(ProgrammeYear settings) => settings.LetterWdMilestone;
    }

    private sealed class IssueItem(Issue issue) : OverdueItem
    {
        public override CaseCause Cause => CaseCause.IssueOverdue;
        public override string Target => issue.Id;
        public override DateOnly FirstDue => issue.TargetOn;
        public override DateOnly DueOn(DateTime moment) => issue.TargetOn;

        // Only the day is kept: resolved in the course of it, still open at its 09:00.
        public override bool IsSettledAt(DateTime moment) => moment < issue.RaisedOn.ToDateTime(TimeOnly.MinValue) || (issue.ResolvedOn is { } on && moment >= EndOf(on));

        public override bool NeverOverdue => issue.ResolvedOn <= issue.TargetOn;
        public override int LetterWd(ProgrammeYear settings) => settings.LetterWdMilestone;
    }
}
