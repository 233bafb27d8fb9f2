using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Scheduler.Nudges.Escalation;

/// <summary>What the steps of one case have in common.</summary>
internal static class CaseSeries
{
    /// <summary>A case sends at most one message a workday: its steps are one series, the latest stands.</summary>
    public static string Of(EscalationCase open) => $"case {Target(open)}";

    public static string Target(EscalationCase open) => $"{open.ProjectId}/{open.Cause}/{open.Target}/{open.CountsFrom:yyyy-MM-dd}";

    /// <summary>事由: what the letter is about, in words.</summary>
    public static Statement Matter(EscalationCase open, ProjectSnapshot project) => open.Cause switch
    {
        CaseCause.ReportOverdue => Statement.Of("Nudge.Matter.Report", ("period", Period.Parse(open.Target)), ("due", open.CountsFrom)),
        CaseCause.MilestoneOverdue => Statement.Of("Nudge.Matter.Milestone", ("milestone", open.Target), ("title", project.Milestone(open.Target)?.Title), ("due", open.CountsFrom)),
        CaseCause.IssueOverdue => Statement.Of("Nudge.Matter.Issue", ("issue", project.Issues.FirstOrDefault(i => i.Id == open.Target)?.Title), ("due", open.CountsFrom)),
        _ => Statement.Of("Nudge.Matter.Lagging", ("period", Period.Parse(open.Target))),
    };
}
