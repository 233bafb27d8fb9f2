using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Scheduler.Nudges.Deadlines;

/// <summary>N13 问题整改临期/超期: two workdays before the target day and one after it, to the secretary and the owner. What needs the district's help is not theirs to hear.</summary>
public sealed class IssueComing : IProjectRule
{
    private const int WorkdaysBefore = 2;

    public string Code => "N13";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot) =>
        project.Runs(slot.Day) ? Before(view, unit, project, slot).Concat(After(view, unit, project, slot)) : [];

    private IEnumerable<Notice> Before(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot) =>
        from issue in project.Issues
        where !issue.NeedDistrictHelp && issue.IsOpenAt(slot.Day) && slot <= Slot.LastCall(issue.TargetOn)
        let named = Slot.Morning(view.Calendar.AddWorkdays(issue.TargetOn, -WorkdaysBefore))
        where named <= slot
        let statement = Statement.Of("Nudge.N13", ("project", project.NameAmong(unit, slot.Day)), ("issue", issue.Title), ("month", issue.TargetOn.Month), ("day", issue.TargetOn.Day))
        from notice in SecretaryAndOwner(view, project, issue, slot.Day).Told(Code, $"{project.Project.Id}/{issue.Id}", named, statement, Urgency.Coming, issue.TargetOn, project, $"issue {project.Project.Id}/{issue.Id}")
        select notice;

    private IEnumerable<Notice> After(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot) =>
        from open in unit.OpenCases(project, view, slot.Day)
        where open.Cause == CaseCause.IssueOverdue
        let issue = project.Issues.First(i => i.Id == open.Target)
        let named = open.Mornings(view.Calendar, slot).First()
        let statement = Statement.Of("Nudge.N13.Late", ("project", project.NameAmong(unit, slot.Day)), ("issue", issue.Title), ("days", open.Days(view.Calendar, slot)))
        from notice in SecretaryAndOwner(view, project, issue, slot.Day).Told(Code, $"{project.Project.Id}/{issue.Id}/{open.CountsFrom:yyyy-MM-dd}", named, statement, Urgency.Overdue, issue.TargetOn, project, $"issue {project.Project.Id}/{issue.Id}")
        select notice;

    private static IEnumerable<Recipient> SecretaryAndOwner(INudgeView view, ProjectSnapshot project, Issue issue, DateOnly day) =>
        view.Secretary(project, day).Concat(((Role[])[Role.Deputy, Role.Liaison]).SelectMany(role => view.HoldersOf(project.Project.OrganizationId, role, day)).Where(r => r.Title == issue.Owner));
}
