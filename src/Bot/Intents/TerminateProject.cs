using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Intents;

/// <summary>终止: asked by the secretary, or entered by the district with its minutes.</summary>
public sealed class TerminateProject : ChangeForm
{
    public override string Id => "terminate";

    protected override ChangeKind Kind => ChangeKind.Terminate;

    protected override StageAct Act => StageAct.Terminate;
}
