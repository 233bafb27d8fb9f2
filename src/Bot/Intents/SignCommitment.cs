using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>签承诺书: the secretary signs, the nodes are frozen as the original promise and the project runs.</summary>
public sealed class SignCommitment : StageForm
{
    public override string Id => "sign-commitment";

    protected override StageAct Act => StageAct.SignCommitment;

    protected override ProgrammeAction Action => ProgrammeAction.SubmitDeclarationOrReport;

    protected override Statement? More(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft).Project;
        return Statement.Of("Commitment.More", ("goal", project.Goal), ("deadline", project.Deadline), ("nodes", Project(turn, draft).Milestones.Select(m => Statement.Of("Commitment.Node", ("id", m.Id), ("title", m.Title), ("due", m.OriginalDueOn))).ToList()));
    }

    protected override void Stored(TurnContext turn, Draft draft, ProjectSnapshot project, StageChange change) =>
        turn.Session.StoreCommitment(project, turn.Words.Say("Commitment.Text", ("project", project.Project.Name), ("goal", project.Project.Goal), ("deadline", project.Project.Deadline)));
}
