namespace PartyProjects.Bot.Conversation;

/// <summary>"那丰宁呢?", "上个月的呢?": the last question again, about another project or another time.</summary>
public static class FollowOn
{
    private static readonly TimeSpan TopicLives = TimeSpan.FromMinutes(30);
    private const int LongestFollowOn = 14;

    public static bool Take(TurnContext turn)
    {
        if (turn.Dialogue.Topic is not { } topic || turn.Now - topic.At > TopicLives) return false;
        var text = turn.Said.Normalized.TrimEnd('?', '?', '。', ' ');
        if (text.Length > LongestFollowOn || !text.EndsWith('\u5462')) return false;
        if (turn.Said.Slots is { Projects.Count: 0, Orgs.Count: 0, Periods.Count: 0, Dates.Count: 0, Ranges.Count: 0, Milestone.Count: 0 }) return false;
        turn.Said = turn.ReadAgain(turn.Said.Text, topic.Intent);
        turn.Hand(topic.Intent);
        return true;
    }
}
