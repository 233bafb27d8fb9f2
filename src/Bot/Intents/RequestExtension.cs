using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>申请延期: node, new day and reason, before the due day; decided by the leading group.</summary>
public sealed class RequestExtension : Form
{
    public override string Id => "request-extension";

    protected override ProgrammeAction Action => ProgrammeAction.DraftDeclarationOrReport;

    protected override ProgrammeAction Submitting => ProgrammeAction.SubmitDeclarationOrReport;

    public override IReadOnlyList<FormField> Fields { get; } =
    [
        new("milestone", (t, d, s) => Nodes.Named(t, d, s) is { } node ? FieldAnswer.Of(node) : FieldAnswer.Wrong(Nodes.Ask(t, d))) { Ask = Nodes.Ask, Buttons = Nodes.Buttons },
        Day("due"),
        Text("reason", ChangeRequests.ReasonAtLeast, 400) with { Ask = (_, _) => Statement.Of("Form.AskReason", ("act", new Statement("Change.ExtendWord")), ("least", ChangeRequests.ReasonAtLeast)) },
    ];

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (draft.ProjectId is not null && Nodes.Named(turn, draft, said) is { } node) draft["milestone"] = node;
        if (SaidDay(said) is { } day) draft["due"] = day;
        if (SaidReason(said) is { Length: >= ChangeRequests.ReasonAtLeast } reason) draft["reason"] = reason;
    }

    private ChangeRequest Request(TurnContext turn, Draft draft) => new()
    {
        Id = turn.Session.NewId(), Kind = ChangeKind.Extend, MilestoneId = draft["milestone"], NewDueOn = DayOf(draft, "due"), Reason = draft["reason"]!, AskedAt = turn.Now, AskedBy = turn.Speaker!.Title,
    };

    /// <summary>What cannot be asked is said before the echo, by the rule itself.</summary>
    protected override Statement? Fault(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        if (ChangeRequests.Ask(project, Request(turn, draft), Role.Secretary, turn.SecretaryOf(project), turn.Calendar) is not Decision<ChangeRequest>.Refused refused) return null;
        draft[refused.Why.Key is "Change.NoMilestone" or "Change.Done" or "Change.Twice" ? "milestone" : refused.Why.Key == "Change.Reason" ? "reason" : "due"] = null;
        return refused.Why;
    }

    protected override Statement Echo(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var decision = (Decision<ChangeRequest>.Accepted)ChangeRequests.Ask(project, Request(turn, draft), Role.Secretary, turn.SecretaryOf(project), turn.Calendar);
        var node = project.Milestone(draft["milestone"]!)!;
        return Statement.Of("Change.Echo", ("project", project.Project.Name), ("milestone", node.Id), ("title", node.Title), ("from", node.ShownDueAt(turn.Today)), ("due", decision.Value.NewDueOn), ("reason", draft["reason"]), ("warnings", decision.Warnings.ToList()));
    }

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var decision = ChangeRequests.Ask(project, Request(turn, draft), turn.As([Role.Secretary, Role.LowerSecretary]) ?? Role.Liaison, turn.SecretaryOf(project), turn.Calendar);
        if (decision is Decision<ChangeRequest>.Refused refused) return Refused(turn, project, refused.Why);
        var request = ((Decision<ChangeRequest>.Accepted)decision).Value;
        turn.Session.StoreChangeRequest(project.Project.Id, request);
        var told = Statement.Of("Change.Asked", ("org", project.Organization.Name), ("project", project.Project.Name), ("kind", request.Kind), ("milestone", request.MilestoneId), ("due", request.NewDueOn), ("reason", request.Reason));
        turn.Tell(Role.LeadingGroup, project, "ChangeAsked", told);
        turn.Tell(Role.OrgDept, project, "ChangeAsked", told);
        turn.Say("Change.Sent", ("kind", request.Kind), ("project", project.Project.Name), ("milestone", request.MilestoneId));
        return true;
    }
}
