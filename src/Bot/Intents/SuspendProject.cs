using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Intents;

/// <summary>暂缓: asked by the secretary, or entered by the district with its minutes.</summary>
public sealed class SuspendProject : ChangeForm
{
    public override string Id => "suspend";

    protected override ChangeKind Kind => ChangeKind.Suspend;

    protected override StageAct Act => StageAct.Suspend;
}
