using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Intents;

/// <summary>你好: who is spoken to, and what is due next.</summary>
public sealed class Greet : IIntent
{
    public string Id => "greet";

    public void Answer(TurnContext turn) => turn.Say("Greet", ("title", turn.Speaker!.Title));
}

/// <summary>谢谢.</summary>
public sealed class Thanks : IIntent
{
    public string Id => "thanks";

    public void Answer(TurnContext turn) => turn.Say("Thanks");
}

/// <summary>帮助: what can be said, by role.</summary>
public sealed class Help : IIntent
{
    public string Id => "help";

    public void Answer(TurnContext turn)
    {
        var key = turn.Is(Role.Secretary) || turn.Is(Role.LowerSecretary) || turn.Is(Role.Deputy) || turn.Is(Role.Liaison) ? "Help.Unit"
            : turn.Is(Role.OrgDept) ? "Help.OrgDept" : turn.Is(Role.Panel) ? "Help.Panel" : turn.Is(Role.LeadingGroup) ? "Help.LeadingGroup" : turn.Is(Role.Admin) ? "Help.Admin" : "Help.Viewer";
        turn.Say(new Reply(turn.Words.Say(new Statement(key))) { Buttons = [.. turn.Words.List(key + ".Buttons").Select(b => new ReplyButton(b, b))] });
    }
}

/// <summary>Anything that is not this programme's: said plainly, with what can be said; nothing is booked.</summary>
public sealed class OutOfScope : IIntent
{
    public string Id => "out-of-scope";

    public void Answer(TurnContext turn)
    {
        var foreign = turn.Said.Text.Length > 0 && !turn.Said.Text.Any(c => c >= 0x2E80);
        turn.Say(new Reply(turn.Words.Say(new Statement(foreign ? "M14.Foreign" : "M14"))) { Buttons = [.. turn.Words.List("M14.Buttons").Select(b => new ReplyButton(b, b))] });
    }
}

/// <summary>取消 with nothing in hand.</summary>
public sealed class Cancel : IIntent
{
    public string Id => "cancel";

    public void Answer(TurnContext turn)
    {
        turn.Dialogue.Draft = null;
        turn.Say(turn.Dialogue.Parked.Count > 0 ? "Cancel.Parked" : "Cancel.Nothing");
    }
}

/// <summary>A yes without an open question books nothing.</summary>
public sealed class Confirm : IIntent
{
    public string Id => "confirm";

    public void Answer(TurnContext turn) => turn.Say("Confirm.Nothing");
}

/// <summary>A no without an open question.</summary>
public sealed class Deny : IIntent
{
    public string Id => "deny";

    public void Answer(TurnContext turn) => turn.Say("Confirm.Nothing");
}

/// <summary>接着填: takes the newest draft put aside up again.</summary>
public sealed class ResumeDraft : IIntent
{
    public string Id => "resume-draft";

    public void Answer(TurnContext turn) => WaitingDraft.Resume(turn);
}
