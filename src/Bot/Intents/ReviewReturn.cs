using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>返工 with reason; the unit is told and re-submits within 3 workdays.</summary>
public sealed class ReviewReturn : StageForm
{
    public override string Id => "review-return";

    protected override StageAct Act => StageAct.Return;

    protected override ProgrammeAction Action => ProgrammeAction.ReturnDeclaration;

    protected override Statement Told(TurnContext turn, ProjectSnapshot project, StageChange change) => Statement.Of("M11", ("project", project.Project.Name), ("reason", change.Reason));
}
