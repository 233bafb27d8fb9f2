using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Domain;

/// <summary>What somebody owes.</summary>
public enum DutyKind
{
    MonthlyReport, ReturnedReport, Milestone, Issue, Commitment, ReworkDeclaration, SelfCheck, AcceptanceApplication, LetterReply,
    FollowUp, Rectification, AcceptanceRework,

    /// <summary>From here on owed by the district: see <see cref="DistrictDuties"/>.</summary>
    PreReview, PanelSheet, ReportAcceptance, LetterConfirmation, ChangeDecision, DistrictHelp, AcceptanceDecision, BulletinSigning,
}

/// <summary>One thing owed: what, of which project, by when, by whom. Chat answers and nudges ask the same list.</summary>
public sealed record Duty
{
    public required DutyKind Kind { get; init; }
    public required string ProjectId { get; init; }

    /// <summary>Period, milestone id, issue id … of the duty.</summary>
    public required string Target { get; init; }
    public required DateOnly DueOn { get; init; }

    /// <summary>What stands there for people: the milestone's title, the issue's.</summary>
    public string Title { get; init; } = "";

    /// <summary>原定, where it differs from the due day now.</summary>
    public DateOnly? OriginalDueOn { get; init; }
    public IReadOnlyList<Role> Owes { get; init; } = [Role.Secretary, Role.Liaison];

    /// <summary>Workdays past due at the end of the day asked for; 0 when not overdue.</summary>
    public required int OverdueWorkdays { get; init; }
}

/// <summary>Who owes what by when.</summary>
public static class DutyList
{
    /// <summary>Everything the project's people owe that is due by <paramref name="through"/>, as seen at the end of <paramref name="today"/>; earliest first.</summary>
    public static IReadOnlyList<Duty> For(ProjectSnapshot project, DateOnly today, DateOnly through, ProgrammeYear settings, WorkCalendar calendar)
    {
        var stage = project.StageAt(today);
        var duties = stage switch
        {
            Stage.InProgress or Stage.PendingAcceptance => Reports(project, today, through, settings, calendar)
                .Concat(Milestones(project, today, through, calendar)).Concat(Issues(project, today, through, calendar))
                .Concat(SelfCheck(project, today, through, calendar)).Concat(Acceptance(project, today, through, settings, calendar)).Concat(Letters(project, today, through, calendar))
                .Concat(FollowUps(project, today, through, calendar)).Concat(Rectifications(project, today, through, settings, calendar)).Concat(AcceptanceRework(project, today, through, calendar)),
            Stage.Established => Commitment(project, today, through, calendar),
            Stage.Returned => Rework(project, today, through, calendar),
            _ => [],
        };
        return [.. duties.OrderBy(d => d.DueOn).ThenBy(d => d.Kind).ThenBy(d => d.Target, StringComparer.Ordinal)];
    }

    /// <summary>Monthly reports not on file: overdue ones, and the coming ones up to the day; a returned one is due within 3 workdays of its return.</summary>
    public static IEnumerable<Duty> Reports(ProjectSnapshot project, DateOnly today, DateOnly through, ProgrammeYear settings, WorkCalendar calendar)
    {
        if (MonthlyReportDue.FirstPeriod(project, today) is not { } first) yield break;
        for (var period = first; period <= Period.Of(through) && period.Year == first.Year; period = period.Add(1))
        {
            var due = MonthlyReportDue.DueOn(period, settings, calendar);
            if (due > through) yield break;
            // What is still ahead is owed if the project still runs then; today's stage is what is known.
            var owed = due <= today ? MonthlyReportDue.IsOwed(project, period, due) : project.Report(period) is not { Exempt: true };
            var report = project.Report(period);
            if (!owed || (report is not null && report.IsOnFile(today))) continue;
            if (report?.LastEvent(today) is { Kind: ReportEventKind.Return } returned)
            {
                var grace = calendar.AddWorkdays(DateOnly.FromDateTime(returned.At), settings.ReturnGraceWd);
                yield return New(project, DutyKind.ReturnedReport, period.ToString(), grace > due ? grace : due, today, calendar) with { Title = returned.Reason ?? "" };
            }
            else
            {
                yield return New(project, DutyKind.MonthlyReport, period.ToString(), due, today, calendar);
            }
        }
    }

    public static IEnumerable<Duty> Milestones(ProjectSnapshot project, DateOnly today, DateOnly through, WorkCalendar calendar)
    {
        foreach (var milestone in project.Milestones)
        {
            var due = milestone.DueAt(today);
            if (due > through || milestone.DoneOn(today) is not null) continue;
            yield return New(project, DutyKind.Milestone, milestone.Id, due, today, calendar) with
            {
                Title = milestone.Title,
                OriginalDueOn = due == milestone.OriginalDueOn ? null : milestone.OriginalDueOn,
            };
        }
    }

    private static IEnumerable<Duty> Issues(ProjectSnapshot project, DateOnly today, DateOnly through, WorkCalendar calendar) =>
        project.Issues.Where(i => i.IsOpenAt(today) && i.TargetOn <= through && !i.NeedDistrictHelp)
            .Select(i => New(project, DutyKind.Issue, i.Id, i.TargetOn, today, calendar) with { Title = i.Title });

    /// <summary>季度自查 is due on the last workday of the quarter.</summary>
    private static IEnumerable<Duty> SelfCheck(ProjectSnapshot project, DateOnly today, DateOnly through, WorkCalendar calendar)
    {
        if (project.Project.Track != ProjectTrack.Established) yield break;
        var quarter = Quarter.Of(today);
        var due = calendar.OnOrBefore(quarter.LastDay);
        if (due <= through && !project.SelfChecks.Any(s => s.Quarter == quarter && (s.FiledAt is null || s.FiledAt.Value.Date <= today.ToDateTime(TimeOnly.MinValue))))
        {
            yield return New(project, DutyKind.SelfCheck, quarter.ToString(), due, today, calendar) with { Owes = [Role.Secretary] };
        }
    }

    private static IEnumerable<Duty> Acceptance(ProjectSnapshot project, DateOnly today, DateOnly through, ProgrammeYear settings, WorkCalendar calendar)
    {
        var due = calendar.Deadline(settings.AcceptanceDue.In(project.Project.Year));
        if (due <= through && project.StageAt(today) == Stage.InProgress) yield return New(project, DutyKind.AcceptanceApplication, "acceptance", due, today, calendar) with { Owes = [Role.Secretary] };
    }

    private static IEnumerable<Duty> Letters(ProjectSnapshot project, DateOnly today, DateOnly through, WorkCalendar calendar) =>
        project.CaseActs
            .Where(a => a.Kind == CaseActKind.LetterConfirmed && DateOnly.FromDateTime(a.At) <= today && a.DueOn <= through
                && !project.CaseActs.Any(r => r.Kind == CaseActKind.LetterReplied && r.Cause == a.Cause && r.Target == a.Target && DateOnly.FromDateTime(r.At) <= today))
            .Select(a => New(project, DutyKind.LetterReply, a.Target, a.DueOn!.Value, today, calendar) with { Owes = [Role.Secretary] });

    /// <summary>跟踪问效 of a lower-level project, once a quarter, by the parent's secretary [A].</summary>
    private static IEnumerable<Duty> FollowUps(ProjectSnapshot project, DateOnly today, DateOnly through, WorkCalendar calendar)
    {
        if (project.Project.Track != ProjectTrack.LowerLevel) yield break;
        var quarter = Quarter.Of(today);
        var due = calendar.OnOrBefore(quarter.LastDay);
        if (due <= through && !project.FollowUps.Any(f => f.On >= quarter.FirstDay && f.On <= today)) yield return New(project, DutyKind.FollowUp, quarter.ToString(), due, today, calendar) with { Owes = [Role.Secretary] };
    }

    /// <summary>整改反馈 within 10 workdays of the bulletin that named the project.</summary>
    private static IEnumerable<Duty> Rectifications(ProjectSnapshot project, DateOnly today, DateOnly through, ProgrammeYear settings, WorkCalendar calendar) =>
        project.CaseActs.Where(a => a.Kind == CaseActKind.NamedInBulletin && DateOnly.FromDateTime(a.At) <= today)
            .Where(a => !project.CaseActs.Any(r => r.Kind == CaseActKind.Rectified && r.Cause == a.Cause && r.Target == a.Target && r.At >= a.At && DateOnly.FromDateTime(r.At) <= today))
            .Select(a => New(project, DutyKind.Rectification, a.Target, a.DueOn ?? calendar.AddWorkdays(DateOnly.FromDateTime(a.At), settings.RectifyWd), today, calendar) with { Owes = [Role.Secretary] })
            .Where(d => d.DueOn <= through);

    private static IEnumerable<Duty> AcceptanceRework(ProjectSnapshot project, DateOnly today, DateOnly through, WorkCalendar calendar)
    {
        if (project.History.LastOrDefault(h => DateOnly.FromDateTime(h.At) <= today) is not { From: Stage.PendingAcceptance, To: Stage.InProgress } returned) yield break;
        var due = calendar.AddWorkdays(DateOnly.FromDateTime(returned.At), Steps.Acceptance.ReworkWd);
        if (due <= through) yield return New(project, DutyKind.AcceptanceRework, "acceptance", due, today, calendar) with { Title = returned.Reason ?? "", Owes = [Role.Secretary] };
    }

    private static IEnumerable<Duty> Commitment(ProjectSnapshot project, DateOnly today, DateOnly through, WorkCalendar calendar)
    {
        if (project.ReachedOn(Stage.Established, today) is { } on && calendar.AddWorkdays(on, Steps.Commitment.SignWithinWd) is var due && due <= through)
        {
            yield return New(project, DutyKind.Commitment, "commitment", due, today, calendar) with { Owes = [Role.Secretary] };
        }
    }

    private static IEnumerable<Duty> Rework(ProjectSnapshot project, DateOnly today, DateOnly through, WorkCalendar calendar)
    {
        var returned = project.History.Last(h => DateOnly.FromDateTime(h.At) <= today);
        var due = calendar.AddWorkdays(DateOnly.FromDateTime(returned.At), Declaration.ReworkWd);
        if (due <= through) yield return New(project, DutyKind.ReworkDeclaration, "declaration", due, today, calendar) with { Title = returned.Reason ?? "" };
    }

    internal static Duty New(ProjectSnapshot project, DutyKind kind, string target, DateOnly due, DateOnly today, WorkCalendar calendar) => new()
    {
        Kind = kind,
        ProjectId = project.Project.Id,
        Target = target,
        DueOn = due,
        OverdueWorkdays = today > due ? calendar.WorkdaysBetween(due, today) : 0,
    };
}
