using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;

namespace PartyProjects.Domain.Steps;

/// <summary>延期、暂缓、恢复、终止: asked by the secretary, decided by the leading group (domain.md section 4, 14.6).</summary>
public static class ChangeRequests
{
    public const int ReasonAtLeast = 20, LongestExtensionDays = 60, ExtensionsPerMilestone = 1;

    /// <summary>A request that may be put to the leading group. One asked after the due day is taken with the warning that the original day stands for assessment.</summary>
    public static Decision<ChangeRequest> Ask(ProjectSnapshot project, ChangeRequest request, Role role, string secretary, WorkCalendar calendar)
    {
        if (role is not (Role.Secretary or Role.LowerSecretary)) return Statement.Of("Refused.SecretaryInPerson", ("secretary", secretary));
        var day = DateOnly.FromDateTime(request.AskedAt);
        var stage = project.StageAt(request.AskedAt);
        if (!Fits(request.Kind, stage)) return Statement.Of("Change.Stage", ("stage", stage), ("kind", request.Kind));
        if (request.Reason.Trim().Length < ReasonAtLeast) return Statement.Of("Change.Reason", ("length", request.Reason.Trim().Length), ("least", ReasonAtLeast));
        if (project.Changes.Any(c => c.Kind == request.Kind && c.MilestoneId == request.MilestoneId && c.DecidedAt is null && c.Id != request.Id)) return Statement.Of("Change.Open", ("kind", request.Kind));
        return request.Kind == ChangeKind.Extend ? Extend(project, request, day, calendar) : request;
    }

    private static Decision<ChangeRequest> Extend(ProjectSnapshot project, ChangeRequest request, DateOnly day, WorkCalendar calendar)
    {
        if (request.MilestoneId is not { } id || project.Milestone(id) is not { } milestone) return Statement.Of("Change.NoMilestone", ("milestones", project.Milestones.Where(m => m.DoneOn(day) is null).Select(m => m.Id).ToList()));
        if (milestone.DoneOn(day) is { } done) return Statement.Of("Change.Done", ("milestone", milestone.Id), ("done", done));
        if (milestone.Revisions.Count(r => r.ApprovedOn <= day) >= ExtensionsPerMilestone) return Statement.Of("Change.Twice", ("milestone", milestone.Id), ("due", milestone.ShownDueAt(day)));
        if (request.NewDueOn is not { } asked) return Statement.Of("Change.NoDay", ("milestone", milestone.Id));
        var due = milestone.ShownDueAt(day);
        var to = calendar.OnOrBefore(asked);
        if (to <= due) return Statement.Of("Change.NotLater", ("milestone", milestone.Id), ("due", due));
        if (to.Year != project.Project.Year) return Statement.Of("Change.PastYear", ("last", calendar.OnOrBefore(new DateOnly(project.Project.Year, 12, 31))));
        if (to.DayNumber - due.DayNumber > LongestExtensionDays) return Statement.Of("Change.TooLong", ("most", LongestExtensionDays), ("last", calendar.OnOrBefore(due.AddDays(LongestExtensionDays))));
        IReadOnlyList<Statement> warnings = day > due ? [Statement.Of("Change.AskedLate", ("milestone", milestone.Id), ("due", due))] : [];
        return new Decision<ChangeRequest>.Accepted(request with { MilestoneId = milestone.Id, NewDueOn = to }, warnings);
    }

    /// <summary>The decided request. OrgDept enters the leading group's decision with its minutes number.</summary>
    public static Decision<ChangeRequest> Decide(ChangeRequest request, bool approve, Role role, string by, DateTime at, string? reason, string? minutesNo)
    {
        if (request.DecidedAt is not null) return Statement.Of("Change.Decided", ("at", request.DecidedAt));
        if (Permission.Of(ProgrammeAction.EnterDecision, role) == Reach.None) return Statement.Of("Refused.OtherOffice", ("office", Role.LeadingGroup));
        if (string.IsNullOrWhiteSpace(minutesNo)) return new Statement("Change.Minutes");
        return request with { Approved = approve, DecidedAt = at, DecidedBy = by, DecisionReason = reason, MinutesNo = minutesNo };
    }

    /// <summary>What an approved extension does to its node: 现定 moves, 原定 stays.</summary>
    public static MilestoneRevision Revision(ChangeRequest approved, Milestone milestone)
    {
        var on = DateOnly.FromDateTime(approved.DecidedAt!.Value);
        return new MilestoneRevision
        {
            ApprovedOn = on,
            AskedOn = DateOnly.FromDateTime(approved.AskedAt),
            OldDueOn = milestone.ShownDueAt(on),
            NewDueOn = approved.NewDueOn!.Value,
            Reason = approved.Reason,
            ApprovedBy = approved.DecidedBy!,
        };
    }

    private static bool Fits(ChangeKind kind, Stage? stage) => kind switch
    {
        ChangeKind.Resume => stage == Stage.Suspended,
        ChangeKind.Terminate => stage is Stage.InProgress or Stage.Suspended,
        ChangeKind.Suspend => stage is Stage.InProgress or Stage.SelfRun,
        _ => stage == Stage.InProgress,
    };
}
