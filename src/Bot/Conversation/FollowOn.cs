using PartyProjects.Bot.Understanding;

namespace PartyProjects.Bot.Conversation;

/// <summary>"那丰宁呢?", "上个月的呢?": the last question again, about another project or another time.</summary>
public static class FollowOn
{
    private static readonly TimeSpan TopicLives = TimeSpan.FromMinutes(30);

    public static bool Take(TurnContext turn)
    {
        if (turn.Dialogue.Topic is not { } topic || turn.Now - topic.At > TopicLives) return false;
        if (!Particulars.IsFollowOn(turn.Said.Normalized.Trim())) return false;
        if (turn.Said.Slots is { Projects.Count: 0, Orgs.Count: 0, Periods.Count: 0, Dates.Count: 0, Ranges.Count: 0, Milestone.Count: 0 }) return false;
        var said = turn.ReadAs(turn.Said.Text, topic.Intent);
        var slots = said.Slots;
        // What is not named anew carries on.
        if (slots is { Projects.Count: 0, Orgs.Count: 0 } && topic.ProjectId is { } id && turn.Programme.Project(id) is { } project) slots = slots with { Projects = [project.Name] };
        if (slots is { Periods.Count: 0, Dates.Count: 0, Ranges.Count: 0 } && topic.Period is { } period && period.Contains('-', StringComparison.Ordinal)) slots = slots with { Periods = [period] };
        turn.Said = said with { Slots = slots };
        turn.Hand(topic.Intent);
        return true;
    }
}
