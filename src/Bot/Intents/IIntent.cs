using PartyProjects.Bot.Conversation;

namespace PartyProjects.Bot.Intents;

/// <summary>One thing that can be said to the bot. Found at start by its type; its examples stand beside it in <c>&lt;Name&gt;.examples.txt</c>.</summary>
public interface IIntent
{
    /// <summary>One of the scored intents or the product's own acts, e.g. <c>report-progress</c>, <c>sign-commitment</c>.</summary>
    string Id { get; }

    /// <summary>Answers within the turn's transaction: decides on the state as it is now, stores through the session, says what it says.</summary>
    void Answer(TurnContext turn);
}
