using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>Answers to requests to extend, suspend, resume or terminate: the leading group's decision with its 会议纪要号.</summary>
public abstract class DecideChange : Form
{
    protected abstract bool Approves { get; }

    protected override ProgrammeAction Action => ProgrammeAction.EnterDecision;

    public override IReadOnlyList<FormField> Fields => Approves ? [Minutes()] : [Text("reason", 2, 400) with { Ask = (_, _) => Statement.Of("Form.AskReason", ("act", new Statement("Change.RejectWord")), ("least", 2)) }, Minutes()];

    protected override bool Fits(TurnContext turn, ProjectHeading project) => turn.Programme.SnapshotOf(project.Id)!.Changes.Any(c => c.DecidedAt is null);

    protected override string RightOffice(TurnContext turn, ProjectSnapshot? project) => turn.Words.Format(Role.LeadingGroup);

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (Particulars.MinutesNo(said.Text) is { } minutes) draft["minutes"] = minutes;
        if (!Approves && SaidReason(said) is { } reason) draft["reason"] = reason;
    }

    protected override Statement? CannotStart(TurnContext turn, Draft draft) => Open(turn, draft) is null ? Statement.Of("Change.None", ("project", Project(turn, draft).Project.Name)) : null;

    private ChangeRequest? Open(TurnContext turn, Draft draft) => Project(turn, draft).Changes.FirstOrDefault(c => c.DecidedAt is null);

    protected override Statement Echo(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var request = Open(turn, draft)!;
        return Statement.Of("Change.DecideEcho", ("approve", Approves), ("reject", !Approves), ("org", project.Organization.Name), ("project", project.Project.Name), ("kind", request.Kind), ("milestone", request.MilestoneId), ("due", request.NewDueOn), ("asked", request.Reason), ("reason", draft["reason"]), ("minutes", draft["minutes"]));
    }

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        if (Open(turn, draft) is not { } request) return Refused(turn, project, Statement.Of("Change.None", ("project", project.Project.Name)));
        var role = turn.As([Role.LeadingGroup, Role.OrgDept])!.Value;
        var decision = ChangeRequests.Decide(request, Approves, role, turn.Speaker!.Title, turn.Now, draft["reason"], draft["minutes"]);
        if (decision is Decision<ChangeRequest>.Refused refused) return Refused(turn, project, refused.Why);
        var decided = ((Decision<ChangeRequest>.Accepted)decision).Value;
        if (Approves && Apply(turn, project, decided, role) is { } why) return Refused(turn, project, why);
        turn.Session.StoreChangeRequest(project.Project.Id, decided);
        var told = Statement.Of("Change.Told", ("approve", Approves), ("reject", !Approves), ("project", project.Project.Name), ("kind", decided.Kind), ("milestone", decided.MilestoneId), ("due", decided.NewDueOn), ("reason", decided.DecisionReason), ("minutes", decided.MinutesNo));
        turn.Tell(Role.Secretary, project, "ChangeDecided", told);
        turn.Tell(Role.Liaison, project, "ChangeDecided", told);
        turn.Tell(Role.OrgDept, project, "ChangeDecided", told);
        turn.Say(told);
        return true;
    }

    /// <summary>What an approved request does: 现定 moves, or the stage does.</summary>
    private static Statement? Apply(TurnContext turn, ProjectSnapshot project, ChangeRequest decided, Role role)
    {
        if (decided.Kind == ChangeKind.Extend)
        {
            turn.Session.StoreRevision(project.Project.Id, decided.MilestoneId!, ChangeRequests.Revision(decided, project.Milestone(decided.MilestoneId!)!));
            return null;
        }

        var act = decided.Kind switch { ChangeKind.Suspend => StageAct.Suspend, ChangeKind.Resume => StageAct.Resume, _ => StageAct.Terminate };
        var move = StageTable.Move(project, act, role, turn.Speaker!.Title, turn.Now, decided.Reason, decided.MinutesNo);
        if (move is Decision<StageChange>.Refused refused) return refused.Why;
        turn.Session.StoreStageChange(project.Project.Id, ((Decision<StageChange>.Accepted)move).Value);
        return null;
    }
}

/// <summary>同意延期 (or 暂缓, 恢复, 终止).</summary>
public sealed class ApproveExtension : DecideChange
{
    public override string Id => "approve-extension";

    protected override bool Approves => true;
}

/// <summary>不同意延期.</summary>
public sealed class RejectExtension : DecideChange
{
    public override string Id => "reject-extension";

    protected override bool Approves => false;
}
