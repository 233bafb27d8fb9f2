using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Intents;

/// <summary>为什么黄灯, 为什么催我, 昨天那条发出去没有: answered from the ledger and the outbox with rule, numbers and times.</summary>
public sealed class Why : IIntent
{
    private const int MessagesAtMost = 3;

    public string Id => "why";

    public void Answer(TurnContext turn)
    {
        if (!turn.Words.IsAmong("Why.MessageAsked", turn.Said.Normalized))
        {
            turn.Hand("query-status");
            return;
        }

        var told = turn.Session.MessagesTo(turn.Speaker!.Id, turn.Said.Slots.Dates is [var day, ..] ? day : null, MessagesAtMost);
        if (told.Count == 0) turn.Say("Why.NothingSent", ("day", turn.Said.Slots.Dates is [var asked, ..] ? asked : null));
        else foreach (var message in told) turn.Say("Why.Sent", ("at", message.SettledAt ?? message.DueAt), ("state", Named(turn, "MessageState.", message.State.ToString())), ("rules", message.Rules), ("reasons", message.Rules.Select(r => Named(turn, "RuleName.", r)).Distinct().ToList()), ("text", message.Text));
    }

    /// <summary>The name of a rule or state; an event that has no name of its own is a notice of something done.</summary>
    private static Statement Named(TurnContext turn, string prefix, string name) => new(turn.Words.Has(prefix + name) ? prefix + name : prefix + "Other");
}
