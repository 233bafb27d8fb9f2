namespace PartyProjects.Bot.Conversation;

/// <summary>In a group chat only what the wall chart shows is answered (domain.md section 12); anything else goes to private chat.</summary>
public static class GroupTalk
{
    public static bool Allows(string intent) => intent is "query-status" or "list-projects" or "show-chart" or "query-deadlines" or "query-overdue" or "ask-rule" or "help" or "greet" or "thanks" or "acknowledge" or "out-of-scope";
}
