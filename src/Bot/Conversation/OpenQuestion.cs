using PartyProjects.Bot.Understanding;

namespace PartyProjects.Bot.Conversation;

/// <summary>A message while a question is open: its answer, a correction, another question in between, or a way out.</summary>
public static class OpenQuestion
{
    /// <summary>True when the message was served as part of the open form.</summary>
    public static bool Take(TurnContext turn, Draft draft, Form form, Action<TurnContext> route)
    {
        var consent = YesOrNo.Read(turn.Said.Text);
        if (draft.Asking == Draft.Confirmation) return Confirmation(turn, draft, form, consent, route);
        if (consent == Consent.No && turn.Said.Text.Length > 1 && IsWayOut(turn)) return Discard(turn);
        if (IsWayOut(turn)) return Discard(turn);
        if (IsQuestion(turn)) return Between(turn, draft, form, route);
        form.TakeAnswer(turn, draft);
        return true;
    }

    private static bool Confirmation(TurnContext turn, Draft draft, Form form, Consent consent, Action<TurnContext> route)
    {
        switch (consent)
        {
            case Consent.Yes:
                form.Confirm(turn, draft);
                return true;
            case Consent.Change:
                draft.AskedAt = turn.Now;
                turn.Say("Form.WhatToChange");
                return true;
            case Consent.No:
                if (IsWayOut(turn)) return Discard(turn);
                draft.AskedAt = turn.Now;
                turn.Say("Form.WhatToChange");
                return true;
            default:
                if (IsWayOut(turn)) return Discard(turn);
                if (!IsQuestion(turn) && form.TakeCorrection(turn, draft)) return true;
                if (IsQuestion(turn)) return Between(turn, draft, form, route);
                if (IsOtherRequest(turn, draft)) return false;
                turn.Say("Form.StillOpen");
                form.AskConfirmation(turn, draft);
                return true;
        }
    }

    private static bool IsWayOut(TurnContext turn) => turn.Said.Intent == "cancel";

    /// <summary>A question about something else, clearly read: it is answered and the form goes on.</summary>
    private static bool IsQuestion(TurnContext turn) => turn.Said.Confidence >= Understandings.Threshold
        && (turn.Said.Intent.StartsWith("query-", StringComparison.Ordinal) || turn.Said.Intent is "list-projects" or "ask-rule" or "help" or "show-chart" || turn.Said.Act == "why");

    /// <summary>Another write, clearly read: the open draft is put aside for it.</summary>
    private static bool IsOtherRequest(TurnContext turn, Draft draft) => turn.Said.Confidence >= Understandings.Threshold
        && turn.Said.Intent is not ("out-of-scope" or "confirm" or "deny" or "acknowledge" or "report-progress" or "greet" or "thanks") && (turn.Said.Act ?? turn.Said.Intent) != draft.Form;

    private static bool Between(TurnContext turn, Draft draft, Form form, Action<TurnContext> route)
    {
        route(turn);
        form.Continue(turn, draft);
        return true;
    }

    private static bool Discard(TurnContext turn)
    {
        turn.Dialogue.Draft = null;
        turn.Say("Form.Discarded");
        return true;
    }
}
