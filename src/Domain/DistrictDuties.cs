using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Domain;

/// <summary>What the district owes the committees: reviews, decisions, letters, help. The clock runs on this side too.</summary>
public static class DistrictDuties
{
    private static readonly MonthDay AcceptanceDecidedBy = new(1, 15);

    /// <summary>Bulletins of a quarter are signed by the 15th after it (N18).</summary>
    private const int BulletinDay = 15;

    /// <summary>Everything of these projects that waits for the district (or, for a lower-level project, for the parent secretary) at the end of the day; earliest first.</summary>
    public static IReadOnlyList<Duty> For(IEnumerable<ProjectSnapshot> projects, DateOnly today, ProgrammeYear settings, WorkCalendar calendar) =>
        [.. projects.SelectMany(p => Of(p, today, settings, calendar)).OrderBy(d => d.DueOn).ThenBy(d => d.Kind).ThenBy(d => d.ProjectId, StringComparer.Ordinal).ThenBy(d => d.Target, StringComparer.Ordinal)];

    /// <summary>The day by which the bulletin of a quarter is signed.</summary>
    public static DateOnly BulletinDueOn(Quarter quarter, WorkCalendar calendar) => calendar.Deadline(quarter.LastDay.AddDays(BulletinDay));

    private static IEnumerable<Duty> Of(ProjectSnapshot project, DateOnly today, ProgrammeYear settings, WorkCalendar calendar)
    {
        Duty New(DutyKind kind, string target, DateOnly due, params Role[] owes) => DutyList.New(project, kind, target, due, today, calendar) with { Owes = owes };
        var judge = project.Project.Track == ProjectTrack.LowerLevel ? Role.Secretary : Role.OrgDept;
        switch (project.StageAt(today))
        {
            case Stage.Submitted:
                yield return New(DutyKind.PreReview, "declaration", calendar.Deadline(settings.PanelDue.In(project.Project.Year)), Role.OrgDept);
                break;
            case Stage.Shortlisted:
                yield return New(DutyKind.PanelSheet, "declaration", calendar.Deadline(settings.PanelDue.In(project.Project.Year)), Role.Panel);
                break;
            case Stage.PendingAcceptance:
                yield return New(DutyKind.AcceptanceDecision, "acceptance", calendar.Deadline(AcceptanceDecidedBy.In(project.Project.Year + 1)), judge, Role.LeadingGroup);
                break;
            default:
                break;
        }

        foreach (var report in project.Reports)
        {
            if (report.LastEvent(today) is { Kind: ReportEventKind.Submit or ReportEventKind.Amend or ReportEventKind.Resubmit } filed) yield return New(DutyKind.ReportAcceptance, report.Period.ToString(), MonthlyReportFiling.JudgeBy(filed, calendar), judge);
        }

        foreach (var letter in EscalationLadder.CasesOf(project, today, settings, calendar).Where(c => c.IsOpen && c.Step(EscalationLevel.ReminderLetter) is { DecidedOn: null }))
        {
            yield return New(DutyKind.LetterConfirmation, letter.Target, letter.Step(EscalationLevel.ReminderLetter)!.On, judge);
        }

        foreach (var change in project.Changes.Where(c => DateOnly.FromDateTime(c.AskedAt) <= today && !(c.DecidedAt is { } at && DateOnly.FromDateTime(at) <= today)))
        {
            yield return New(DutyKind.ChangeDecision, change.MilestoneId ?? change.Kind.ToString(), calendar.AddWorkdays(DateOnly.FromDateTime(change.AskedAt), settings.ReplyWd), Role.LeadingGroup) with { Title = change.Reason };
        }

        foreach (var issue in project.Issues.Where(i => i.NeedDistrictHelp && i.IsOpenAt(today)))
        {
            yield return New(DutyKind.DistrictHelp, issue.Id, issue.TargetOn, judge) with { Title = issue.Title };
        }
    }
}
