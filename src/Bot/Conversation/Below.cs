using PartyProjects.Domain;

namespace PartyProjects.Bot.Conversation;

/// <summary>The lower level: what stands under a committee.</summary>
public static class Below
{
    /// <summary>Running lower-level projects under an organisation.</summary>
    public static IEnumerable<ProjectSnapshot> Projects(TurnContext turn, string organizationId) => turn.Programme.SubtreeOf(organizationId)
        .Where(o => o.Id != organizationId)
        .SelectMany(o => turn.Programme.ProjectsOf(o.Id))
        .Where(p => p.Year == turn.Today.Year && ProjectChoice.Runs(p))
        .Select(p => turn.Programme.SnapshotOf(p.Id)!);
}
