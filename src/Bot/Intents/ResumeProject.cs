using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Intents;

/// <summary>恢复: asked by the secretary, or entered by the district with its minutes.</summary>
public sealed class ResumeProject : ChangeForm
{
    public override string Id => "resume";

    protected override ChangeKind Kind => ChangeKind.Resume;

    protected override StageAct Act => StageAct.Resume;
}
