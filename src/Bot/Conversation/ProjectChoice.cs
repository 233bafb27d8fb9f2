using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Conversation;

/// <summary>Which projects the words mean: those named, else the speaker's own (of this year, and running before finished).</summary>
public static class ProjectChoice
{
    /// <summary>Projects named by name or by their unit; empty when none is named.</summary>
    public static IReadOnlyList<ProjectHeading> Named(TurnContext turn, Slots slots)
    {
        if (slots.Projects.Count == 0 && slots.Orgs.Count == 0) return [];
        var year = turn.Today.Year;
        return [.. turn.Programme.Projects.Where(p => p.Year == year && IsAlive(p) && (slots.Projects.Contains(p.Name, NameEquality.Instance) || Names(turn.Programme.Organization(p.OrganizationId), slots)))];
    }

    private static bool Names(Organization? organization, Slots slots) => organization is not null && slots.Orgs.Contains(organization.Name, NameEquality.Instance);

    /// <summary>The speaker's own projects of the year.</summary>
    public static IReadOnlyList<ProjectHeading> Own(TurnContext turn)
    {
        if (turn.Speaker is not { } person) return [];
        return [.. turn.Programme.ProjectsOf(person.OrganizationId).Where(p => p.Year == turn.Today.Year && IsAlive(p))];
    }

    /// <summary>Own projects that run now: what a report, a claim or an issue can be about.</summary>
    public static IReadOnlyList<ProjectHeading> OwnRunning(TurnContext turn) =>
        [.. Own(turn).Where(Runs)];

    public static bool Runs(ProjectHeading p) => p.Stage is Stage.InProgress or Stage.PendingAcceptance or Stage.SelfRun or Stage.Suspended;

    private static bool IsAlive(ProjectHeading p) => p.Stage is not (Stage.Withdrawn or null);
}

/// <summary>Names are equal when they are without spaces, quotes and punctuation (domain.md trap d).</summary>
public sealed class NameEquality : IEqualityComparer<string>
{
    public static readonly NameEquality Instance = new();

    public bool Equals(string? x, string? y) => string.Equals(Bare(x), Bare(y), StringComparison.Ordinal);

    public int GetHashCode(string obj) => string.GetHashCode(Bare(obj), StringComparison.Ordinal);

    private static string Bare(string? name) => string.Concat((name ?? "").Where(char.IsLetterOrDigit));
}
