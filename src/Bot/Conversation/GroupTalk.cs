namespace PartyProjects.Bot.Conversation;

/// <summary>In a group chat only what the wall chart shows is answered (domain.md section 12); anything else goes to private chat, and a draft begun here waits there.</summary>
public static class GroupTalk
{
    private static bool Allows(string intent) => intent is "query-status" or "list-projects" or "show-chart" or "query-deadlines" or "query-overdue" or "ask-rule" or "help" or "greet" or "thanks" or "acknowledge" or "out-of-scope";

    public static void Answer(TurnContext turn, Action<TurnContext> route)
    {
        if (Allows(turn.Said.Intent) && turn.Said.Act is null or "why")
        {
            route(turn);
            return;
        }

        if (turn.Said is not { Intent: "report-progress", Act: null })
        {
            turn.Say("Group.ToPrivate");
            return;
        }

        // What was said is kept; nothing of it is repeated in front of the others.
        route(turn);
        turn.Dialogue.Park();
        turn.TakeBack();
        turn.Say("Group.ReportToPrivate");
    }
}
