using PartyProjects.Bot.Understanding;

namespace PartyProjects.Bot.Conversation;

/// <summary>A message while a question is open: its answer, a correction, another question in between, or a way out.</summary>
public static class OpenQuestion
{
    // While free text is asked for, only a question read this surely is taken for a question.
    private const double Surely = 0.8;

    /// <summary>True when the message was served as part of the open form.</summary>
    public static bool Take(TurnContext turn, Draft draft, Form form, Action<TurnContext> route)
    {
        var consent = YesOrNo.Read(turn.Said.Text);
        if (consent == Consent.Drop || turn.Said is { Intent: "cancel", Act: null }) return Discard(turn);
        return draft.Asking == Draft.Confirmation ? Confirmation(turn, draft, form, consent, route) : Answer(turn, draft, form, route);
    }

    private static bool Answer(TurnContext turn, Draft draft, Form form, Action<TurnContext> route)
    {
        if (Particulars.IsCorrection(turn.Said.Normalized) && form.TakeCorrection(turn, draft)) return true;
        if (IsQuestion(turn, Surely)) return Between(turn, draft, form, route);
        if (IsOtherRequest(turn, draft, Surely) && turn.Said.Act is null or "resume-draft" && turn.Said.Intent is "withdraw-report" or "bind-account" or "export-ledger") return false;
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
            case Consent.Change or Consent.No:
                draft.AskedAt = turn.Now;
                turn.Say("Form.WhatToChange");
                return true;
        }

        if (IsQuestion(turn, Understandings.Threshold)) return Between(turn, draft, form, route);
        if (form.TakeCorrection(turn, draft)) return true;
        if (IsOtherRequest(turn, draft, Understandings.Threshold)) return false;
        turn.Say("Form.StillOpen");
        form.AskConfirmation(turn, draft);
        return true;
    }

    /// <summary>A question about something else, clearly read: it is answered and the form goes on.</summary>
    private static bool IsQuestion(TurnContext turn, double surely) => turn.Said.Confidence >= surely
        && (turn.Said.Intent.StartsWith("query-", StringComparison.Ordinal) || turn.Said.Intent is "list-projects" or "ask-rule" or "help" or "show-chart" || turn.Said.Act == "why");

    /// <summary>Another write, clearly read: the open draft is put aside for it.</summary>
    private static bool IsOtherRequest(TurnContext turn, Draft draft, double surely) => turn.Said.Confidence >= surely
        && turn.Said.Intent is not ("out-of-scope" or "confirm" or "deny" or "acknowledge" or "greet" or "thanks") && (turn.Said.Act ?? turn.Said.Intent) != draft.Form;

    private static bool Between(TurnContext turn, Draft draft, Form form, Action<TurnContext> route)
    {
        route(turn);
        if (turn.Dialogue.Draft == draft) form.Continue(turn, draft);
        return true;
    }

    private static bool Discard(TurnContext turn)
    {
        turn.Dialogue.Draft = null;
        turn.Say("Form.Discarded");
        return true;
    }
}
