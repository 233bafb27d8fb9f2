using PartyProjects.Bot.Understanding;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Conversation;

/// <summary>Drafts put aside or handed over by a liaison: taken up again by "接着填", "看看起草的那份" or a yes that has no open question, and never booked by that yes itself.</summary>
public static class WaitingDraft
{
    public static bool Take(TurnContext turn)
    {
        if (turn.Dialogue.Draft is not null || turn.Dialogue.Parked.Count == 0) return false;
        var wanted = turn.Said.Act == "resume-draft";
        if (!wanted && YesOrNo.Read(turn.Said.Text) != Consent.Yes) return false;
        // A late 好的 to something else books nothing: the draft is shown and asked again.
        if (!wanted && turn.Dialogue.Parked is not [{ DraftedBy: not null }])
        {
            turn.Say("Draft.Parked", ("count", turn.Dialogue.Parked.Count));
            return true;
        }

        Resume(turn);
        return true;
    }

    /// <summary>Opens the newest draft put aside and goes on where it stopped.</summary>
    public static void Resume(TurnContext turn)
    {
        if (turn.Dialogue.Parked.Count == 0)
        {
            turn.Say("Draft.None");
            return;
        }

        var draft = turn.Dialogue.Parked[^1];
        turn.Dialogue.Parked.RemoveAt(turn.Dialogue.Parked.Count - 1);
        turn.Dialogue.Park();
        turn.Dialogue.Draft = draft;
        if (draft.DraftedBy is { } by) turn.Say("Draft.By", ("by", by));
        ((Form)turn.Intents[draft.Form]).Continue(turn, draft);
    }
}
