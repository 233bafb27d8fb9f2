using PartyProjects.Domain.People;

namespace PartyProjects.Domain;

/// <summary>Acts that move a project from stage to stage.</summary>
public enum StageAct
{
    Draft, Submit, Return, Shortlist, CloseScoring, Establish, SelfRun, SignCommitment, Suspend, Resume,
    ApplyAcceptance, Accept, ReturnAcceptance, CloseYear, Terminate, Withdraw,
}

/// <summary>One line of the table: from where to where, who moves it, and whether a reason or a 会议纪要号 is needed.</summary>
public sealed record StageRule(StageAct Act, IReadOnlyList<Stage> From, Stage To, IReadOnlyList<Role> Who)
{
    /// <summary>Characters a reason must have; 0 where none is asked.</summary>
    public int ReasonAtLeast { get; init; }

    /// <summary>A decision record with its minutes number is needed.</summary>
    public bool NeedsMinutes { get; init; }

    /// <summary>Moves made by a self-run project's own secretary on the committee's own record (transition 17).</summary>
    public bool SelfRun { get; init; }

    /// <summary>Roles told at once: of the project's unit, or of the district.</summary>
    public IReadOnlyList<Role> Told { get; init; } = [];
}

/// <summary>Which stage may follow which, and who may move it (domain.md section 5, as one table).</summary>
public static class StageTable
{
    public static readonly IReadOnlyList<StageRule> Rules =
    [
        new(StageAct.Draft, [], Stage.Draft, [Role.Secretary, Role.Deputy, Role.Liaison, Role.LowerSecretary]),
        new(StageAct.Submit, [Stage.Draft, Stage.Returned], Stage.Submitted, [Role.Secretary, Role.LowerSecretary]) { Told = [Role.OrgDept] },
        new(StageAct.Return, [Stage.Submitted], Stage.Returned, [Role.OrgDept, Role.LeadingGroup]) { ReasonAtLeast = 10, Told = [Role.Secretary, Role.Liaison] },
        new(StageAct.Return, [Stage.Shortlisted], Stage.Returned, [Role.LeadingGroup]) { ReasonAtLeast = 10, Told = [Role.Secretary, Role.OrgDept] },
        new(StageAct.Shortlist, [Stage.Submitted], Stage.Shortlisted, [Role.OrgDept]) { Told = [Role.Secretary, Role.Panel] },
        new(StageAct.CloseScoring, [Stage.Shortlisted], Stage.Scored, [Role.OrgDept]) { Told = [Role.OrgDept, Role.LeadingGroup] },
        new(StageAct.Establish, [Stage.Scored], Stage.Established, [Role.LeadingGroup, Role.OrgDept]) { NeedsMinutes = true, Told = [Role.Secretary, Role.Liaison] },
        new(StageAct.SelfRun, [Stage.Scored], Stage.SelfRun, [Role.LeadingGroup, Role.OrgDept]) { NeedsMinutes = true, Told = [Role.Secretary, Role.Liaison] },
        new(StageAct.SignCommitment, [Stage.Established], Stage.InProgress, [Role.Secretary, Role.LowerSecretary]) { Told = [Role.OrgDept] },
        new(StageAct.Suspend, [Stage.InProgress], Stage.Suspended, [Role.LeadingGroup, Role.OrgDept]) { ReasonAtLeast = 1, NeedsMinutes = true, Told = [Role.Secretary, Role.OrgDept] },
        new(StageAct.Resume, [Stage.Suspended], Stage.InProgress, [Role.LeadingGroup, Role.OrgDept]) { NeedsMinutes = true, Told = [Role.Secretary, Role.OrgDept] },
        new(StageAct.ApplyAcceptance, [Stage.InProgress], Stage.PendingAcceptance, [Role.Secretary, Role.LowerSecretary]) { Told = [Role.OrgDept] },
        new(StageAct.Accept, [Stage.PendingAcceptance], Stage.Completed, [Role.OrgDept, Role.LeadingGroup]) { NeedsMinutes = true, Told = [Role.Secretary] },
        new(StageAct.ReturnAcceptance, [Stage.PendingAcceptance], Stage.InProgress, [Role.OrgDept]) { ReasonAtLeast = 10, Told = [Role.Secretary] },
        new(StageAct.CloseYear, [Stage.Established, Stage.InProgress, Stage.Suspended], Stage.NotCompleted, []) { Told = [Role.Secretary, Role.OrgDept, Role.LeadingGroup] },
        new(StageAct.Terminate, [Stage.InProgress, Stage.Suspended], Stage.Terminated, [Role.LeadingGroup, Role.OrgDept]) { ReasonAtLeast = 1, NeedsMinutes = true, Told = [Role.Secretary, Role.OrgDept] },
        new(StageAct.Accept, [Stage.SelfRun], Stage.Completed, [Role.Secretary]) { SelfRun = true, Told = [Role.OrgDept] },
        new(StageAct.Suspend, [Stage.SelfRun], Stage.Suspended, [Role.Secretary]) { SelfRun = true, ReasonAtLeast = 1, Told = [Role.OrgDept] },
        new(StageAct.Resume, [Stage.Suspended], Stage.SelfRun, [Role.Secretary]) { SelfRun = true, Told = [Role.OrgDept] },
        new(StageAct.Terminate, [Stage.SelfRun, Stage.Suspended], Stage.Terminated, [Role.Secretary]) { SelfRun = true, ReasonAtLeast = 1, Told = [Role.OrgDept] },
        new(StageAct.Withdraw, [Stage.Draft, Stage.Submitted, Stage.Returned], Stage.Withdrawn, [Role.Secretary, Role.LowerSecretary]) { Told = [Role.OrgDept] },
    ];

    /// <summary>The rule for an act on a project in a stage; null when the table has no such move.</summary>
    public static StageRule? Find(StageAct act, Stage? from, ProjectTrack track) =>
        // A lower-level project is neither reviewed nor scored: it is signed for as it is drafted.
        track == ProjectTrack.LowerLevel && act == StageAct.SignCommitment && from == Stage.Draft ? Rules.First(r => r.Act == act)
        : Rules.FirstOrDefault(r => r.Act == act && r.SelfRun == IsRunByOwnCommittee(from, track) && (from is null ? r.From.Count == 0 : r.From.Contains(from.Value)));

    private static bool IsRunByOwnCommittee(Stage? from, ProjectTrack track) => from == Stage.SelfRun || (track == ProjectTrack.SelfRun && from == Stage.Suspended);

    /// <summary>Who makes the move: for a lower-level project its own secretary, and the parent secretary in the place of OrgDept.</summary>
    public static IReadOnlyList<Role> Who(StageRule rule, ProjectTrack track)
    {
        if (track != ProjectTrack.LowerLevel) return [.. rule.Who.Where(r => r != Role.LowerSecretary)];
        var own = rule.Who.Contains(Role.LowerSecretary);
        return [.. rule.Who.Where(r => !own || r != Role.Secretary).Select(r => r == Role.OrgDept ? Role.Secretary : r)];
    }

    /// <summary>
    /// Moves a project: the next entry of its history, or the refusal that names the state, the right office, the missing reason or the missing 会议纪要号.
    /// Preconditions that look at the project's content (五可, nodes, acceptance score) are the step's own.
    /// </summary>
    public static Decision<StageChange> Move(ProjectSnapshot project, StageAct act, Role role, string by, DateTime at, string? reason = null, string? minutesNo = null, decimal? score = null)
    {
        var from = project.StageAt(at);
        var track = project.Project.Track;
        if (Find(act, from, track) is not { } rule) return Statement.Of("Refused.Stage", ("stage", from), ("act", act));
        var who = Who(rule, track);
        if (who.Count > 0 && !who.Contains(role)) return WrongRole(project, act, role, who[0]);
        if (rule.ReasonAtLeast > 0 && (reason?.Trim().Length ?? 0) < rule.ReasonAtLeast) return Statement.Of("Refused.Reason", ("act", act), ("least", rule.ReasonAtLeast));
        if (rule.NeedsMinutes && string.IsNullOrWhiteSpace(minutesNo)) return Statement.Of("Refused.Minutes", ("act", act));
        return new StageChange { At = at, From = from, To = rule.To, By = by, Reason = reason, MinutesNo = minutesNo, Score = score };
    }

    private static Statement WrongRole(ProjectSnapshot project, StageAct act, Role role, Role right) => (role, right) switch
    {
        (Role.Deputy or Role.Liaison, Role.Secretary) => Statement.Of(act == StageAct.Submit ? "Refused.SecretaryInPerson" : "Refused.SecretaryOnly", ("secretary", project.Project.FirstResponsible)),
        _ => Statement.Of("Refused.OtherOffice", ("office", right)),
    };
}
