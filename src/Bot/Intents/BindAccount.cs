using PartyProjects.Bot.Conversation;
using PartyProjects.Data;

namespace PartyProjects.Bot.Intents;

/// <summary>绑定: a one-time code ties this sender to a person; guessing is throttled.</summary>
public sealed class BindAccount : IIntent
{
    public string Id => "bind-account";

    public void Answer(TurnContext turn)
    {
        if (turn.Message.IsGroup)
        {
            turn.Say("Group.ToPrivate");
            return;
        }

        if (turn.Said.Slots.Code is not { } code)
        {
            turn.Say("Bind.Ask");
            return;
        }

        var message = turn.Message;
        var result = turn.Session.Bind(code, message.Channel, message.Account, message.SenderId, message.ConversationId);
        switch (result.Outcome)
        {
            case BindingOutcome.Bound:
                turn.Say("Bind.Done", ("title", result.Person!.Title));
                break;
            case BindingOutcome.Throttled:
                turn.Say("Bind.Throttled");
                break;
            default:
                turn.Say("Bind." + result.Outcome);
                break;
        }
    }
}
