using PartyProjects.Bot.Understanding;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Conversation;

/// <summary>Which node the words mean: M4, 4, or words of its title.</summary>
public static class Nodes
{
    /// <summary>Id of the node named; null when none or several could be meant.</summary>
    public static string? Named(TurnContext turn, Draft draft, Understood said)
    {
        var project = turn.Programme.SnapshotOf(draft.ProjectId!)!;
        var text = said.Normalized;
        for (var at = text.AsSpan().IndexOfAny('M', 'm'); at >= 0 && at + 1 < text.Length;)
        {
            if (char.IsAsciiDigit(text[at + 1]) && project.Milestone(text.Substring(at, 2)) is { } byId) return byId.Id;
            var next = text.AsSpan(at + 1).IndexOfAny('M', 'm');
            at = next < 0 ? -1 : at + 1 + next;
        }

        if (Numerals.Whole(text.Trim()) is { } n && project.Milestone($"M{n}") is { } byNumber) return byNumber.Id;
        foreach (var words in said.Slots.Milestone.Append(text))
        {
            var found = project.Milestones.Where(m => words.Length >= 2 && (m.Title.Contains(words, StringComparison.Ordinal) || words.Contains(m.Title, StringComparison.Ordinal) || Shares(words, m.Title))).ToList();
            if (found is [var one]) return one.Id;
        }

        return null;
    }

    /// <summary>Four characters in a row in common are enough to mean a title.</summary>
    private static bool Shares(string words, string title)
    {
        const int Run = 4;
        for (var i = 0; i + Run <= title.Length; i++)
        {
            if (words.Contains(title.AsSpan(i, Run), StringComparison.Ordinal)) return true;
        }

        return false;
    }

    public static Statement Ask(TurnContext turn, Draft draft)
    {
        var open = Open(turn, draft);
        return Statement.Of("Nodes.Ask", ("nodes", open.Select(m => Statement.Of("Nodes.Line", ("id", m.Id), ("title", m.Title), ("due", m.ShownDueAt(turn.Today)))).ToList()));
    }

    public static IEnumerable<ReplyButton> Buttons(TurnContext turn, Draft draft) => Open(turn, draft).Select(m => new ReplyButton($"{m.Id} {m.Title}", m.Id));

    private static IReadOnlyList<Milestone> Open(TurnContext turn, Draft draft) => [.. turn.Programme.SnapshotOf(draft.ProjectId!)!.Milestones.Where(m => m.StatusAt(turn.Today) != MilestoneStatus.Done)];
}
