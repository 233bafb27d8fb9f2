using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>结项申请: all nodes done, no open 重大 issue, reports up to date.</summary>
public sealed class ApplyAcceptance : StageForm
{
    public override string Id => "apply-acceptance";

    protected override StageAct Act => StageAct.ApplyAcceptance;

    protected override ProgrammeAction Action => ProgrammeAction.SubmitDeclarationOrReport;

    protected override Decision<StageChange> Decide(TurnContext turn, Draft draft, ProjectSnapshot project, Role role) =>
        Acceptance.Apply(project, role, turn.Speaker!.Title, turn.Now, turn.Settings, turn.Calendar);
}
