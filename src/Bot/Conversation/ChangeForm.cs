using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Conversation;

/// <summary>暂缓, 恢复, 终止: from a unit it is a request that the leading group decides; from the district it is the decision itself, with its 会议纪要号.</summary>
public abstract class ChangeForm : StageForm
{
    protected abstract ChangeKind Kind { get; }

    protected override ProgrammeAction Action => ProgrammeAction.SubmitDeclarationOrReport;

    protected override ProgrammeAction ActionFor(TurnContext turn) => Decides(turn) ? ProgrammeAction.EnterDecision : Action;

    private static bool Decides(TurnContext turn) => Permission.Of(ProgrammeAction.EnterDecision, turn.Roles) != Reach.None;

    protected override bool Fits(TurnContext turn, Data.ProjectHeading project) => project.Stage is { } stage && StageTable.Find(Act, stage, project.Track) is not null;

    public override IReadOnlyList<FormField> Fields =>
    [
        Text("reason", ChangeRequests.ReasonAtLeast, 400) with { NeededWhen = (t, _) => !Decides(t), Ask = (_, _) => Statement.Of("Form.AskReason", ("act", Act), ("least", ChangeRequests.ReasonAtLeast)) },
        Text("decision", 2, 400) with { NeededWhen = (t, d) => Decides(t) && d["reason"] is null && StageTable.Rules.First(r => r.Act == Act).ReasonAtLeast > 0, Ask = (_, _) => Statement.Of("Form.AskReason", ("act", Act), ("least", 1)) },
        Minutes((t, _) => Decides(t)),
    ];

    protected override Statement? CannotStart(TurnContext turn, Draft draft) =>
        StageTable.Find(Act, Project(turn, draft).StageAt(turn.Now), Project(turn, draft).Project.Track) is null ? Statement.Of("Refused.Stage", ("stage", Project(turn, draft).StageAt(turn.Now)), ("act", Act)) : null;

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        draft["reason"] ??= draft["decision"];
        if (Decides(turn)) return base.Commit(turn, draft);
        var project = Project(turn, draft);
        var request = new ChangeRequest { Id = turn.Session.NewId(), Kind = Kind, Reason = draft["reason"]!, AskedAt = turn.Now, AskedBy = turn.Speaker!.Title };
        var decision = ChangeRequests.Ask(project, request, turn.As([Role.Secretary, Role.LowerSecretary]) ?? Role.Liaison, turn.SecretaryOf(project), turn.Calendar);
        if (decision is Decision<ChangeRequest>.Refused refused) return Refused(turn, project, refused.Why);
        turn.Session.StoreChangeRequest(project.Project.Id, ((Decision<ChangeRequest>.Accepted)decision).Value);
        var told = Statement.Of("Change.Asked", ("org", project.Organization.Name), ("project", project.Project.Name), ("kind", Kind), ("milestone", null), ("due", null), ("reason", request.Reason));
        turn.Tell(Role.LeadingGroup, project, "ChangeAsked", told);
        turn.Tell(Role.OrgDept, project, "ChangeAsked", told);
        turn.Say("Change.Sent", ("kind", Kind), ("project", project.Project.Name), ("milestone", null));
        return true;
    }
}
