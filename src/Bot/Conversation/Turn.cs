using System.Collections.Frozen;
using System.Text.Json;
using PartyProjects.Bot.Intents;
using PartyProjects.Bot.Understanding;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Conversation;

/// <summary>
/// One turn: message in, replies out. The words are read first, outside the writer; then everything else — the claim on the message id, the decision, what is stored,
/// the audit, the dialogue and the answer — is one act of the writer, on disk before the replies are given. The one catch of the conversation.
/// </summary>
public sealed class Turn
{
    private readonly ProgrammeStore _store;
    private readonly Understandings _understandings;
    private readonly WordingFile _words;
    private readonly RuleWords _ruleWords;
    private readonly ILogger<Turn> _log;
    private readonly FrozenDictionary<string, IIntent> _intents;

    public Turn(ProgrammeStore store, Understandings understandings, WordingFile words, RuleWords ruleWords, IEnumerable<IIntent> intents, ILogger<Turn> log)
    {
        _store = store;
        _understandings = understandings;
        _words = words;
        _ruleWords = ruleWords;
        _log = log;
        _intents = intents.ToFrozenDictionary(i => i.Id, StringComparer.Ordinal);
    }

    /// <summary>Answers a message; the same message id again gets the same answer and books nothing. Never throws but for cancellation.</summary>
    public async Task<IReadOnlyList<Reply>> HandleAsync(IncomingMessage message, CancellationToken cancellation)
    {
        try
        {
            // Classified words go no further: they are neither read nor stored (M20).
            var text = _ruleWords.Classified.FirstOrDefault(w => message.Text.Contains(w, StringComparison.Ordinal)) is null ? TextOf(message) : null;
            var programme = _store.Current;
            var speaker = programme.Speaker(message.Channel, message.Account, message.SenderId);
            var said = text is null ? null : _understandings.For(programme).Read(text, ChinaTime.Instant(_store.Now), OrganisationOf(programme, speaker));
            var replies = await _store.WriteAsync(session => Act(session, message, said), cancellation);
            return [.. replies.Select(r => r.Finish())];
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception e)
        {
            _log.LogError(e, "turn failed: {Channel} {MessageId}", message.Channel, message.MessageId);
            return [new Reply(_words.Say(new Statement("M19")))];
        }
    }

    private static string? OrganisationOf(Programme programme, Person? speaker) => speaker is null ? null : programme.Organization(speaker.OrganizationId)?.Name;

    /// <summary>A tapped card is the same as typing what it says.</summary>
    private static string TextOf(IncomingMessage message)
    {
        if (!string.IsNullOrWhiteSpace(message.Text)) return message.Text;
        return message.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("says", out var says) && says.ValueKind == JsonValueKind.String ? says.GetString()! : "";
    }

    private IReadOnlyList<Reply> Act(WriteSession session, IncomingMessage message, Understood? said)
    {
        if (!session.ClaimInbound(message.Channel, message.Account, message.MessageId))
        {
            return session.AnswerTo(message.Channel, message.Account, message.MessageId) is { } before ? AnswerJson.Read(before) : [];
        }

        var speaker = session.Programme.Speaker(message.Channel, message.Account, message.SenderId);
        var owner = speaker?.Id ?? $"{message.Channel}/{message.Account}/{message.SenderId}";
        var turn = Context(session, message, speaker, said, Dialogue.Read(session.DialogueOf(owner)));
        if (message.Reference is not null) session.StoreReference(message.Channel, message.Account, message.ConversationId, message.SenderId, message.IsGroup, message.Reference);
        if (said is null) turn.Refuse("classified", null, new Statement("M20"));
        else if (speaker is null) Stranger(turn);
        else if (message.IsGroup) GroupTalk.Answer(turn, Route);
        else Answer(turn);

        var dialogue = turn.Dialogue.Write();
        session.StoreDialogue(turn.Session.Programme.Speaker(message.Channel, message.Account, message.SenderId)?.Id ?? owner, dialogue);
        session.StoreAnswer(message.Channel, message.Account, message.MessageId, AnswerJson.Write(turn.Replies));
        return turn.Replies;
    }

    private TurnContext Context(WriteSession session, IncomingMessage message, Person? speaker, Understood? said, Dialogue dialogue)
    {
        IReadOnlyList<Role> roles = speaker is null ? [] : [.. Enum.GetValues<Role>().Where(r => Programme.Holds(speaker, r, session.Today))];
        if (speaker is not null) session.Acting = Actor.Of(speaker, roles.Count > 0 ? roles[0] : Role.Viewer, message.Channel, message.MessageId);
        return new TurnContext
        {
            Message = message,
            Session = session,
            Words = _words,
            Calendar = session.Programme.Calendar,
            Settings = session.Programme.SettingsOn(session.Today),
            RuleWords = _ruleWords,
            Intents = _intents,
            Speaker = speaker,
            Roles = roles,
            Dialogue = dialogue,
            ReadAs = (words, intent) => _understandings.For(session.Programme).ReadAs(words, ChinaTime.Instant(session.Now), OrganisationOf(session.Programme, speaker), intent),
            Said = said ?? new Understood { Text = "", Normalized = "", Intent = "out-of-scope", Confidence = 0, Slots = Slots.None },
        };
    }

    /// <summary>Somebody not bound yet may bind, greet, and ask how; everything else asks for the code.</summary>
    private void Stranger(TurnContext turn)
    {
        if (turn.Said.Intent == "bind-account") turn.Hand("bind-account");
        else turn.Say("Bind.Ask");
    }

    private void Answer(TurnContext turn)
    {
        if (turn.Dialogue.Draft is { Asking: not null } draft)
        {
            if (!draft.IsOpenAt(turn.Now)) turn.Dialogue.Park();
            else if (OpenQuestion.Take(turn, draft, (Form)_intents[draft.Form], Route))
            {
                GoOn(turn);
                return;
            }
            else
            {
                // Another request, clearly read: the open draft is put aside for it and can be taken up again.
                turn.Dialogue.Park();
            }
        }

        if (OfferedChoice.Take(turn) || WaitingDraft.Take(turn) || FollowOn.Take(turn)) return;
        foreach (var part in turn.Said.Parts.Count > 1 ? turn.Said.Parts : [turn.Said])
        {
            turn.Said = part;
            // While the first request waits for its answer, a second write waits for it; a question is answered at once.
            if (turn.Dialogue.Draft is { Asking: not null } && Find(part) is Form form) turn.Dialogue.Next.Add(new WaitingRequest(part.Text, form.Id));
            else Route(turn);
        }
    }

    /// <summary>What waited in the message before, once nothing is open any more.</summary>
    private void GoOn(TurnContext turn)
    {
        while (turn.Dialogue is { Draft: null, Next: [var next, ..] })
        {
            turn.Dialogue.Next.RemoveAt(0);
            turn.Said = turn.ReadAs(next.Text, next.Intent);
            turn.Hand(next.Intent);
        }
    }

    /// <summary>To the intent that was read, or to the two or three likeliest readings where the bot is not sure. A wrong write is worse than a question back.</summary>
    private void Route(TurnContext turn)
    {
        if (turn.Said.Confidence < Understandings.Threshold && OfferedChoice.Offer(turn)) return;
        Find(turn.Said).Answer(turn);
    }

    private IIntent Find(Understood said) => (said.Act is { } act ? _intents.GetValueOrDefault(act) : null) ?? _intents.GetValueOrDefault(said.Intent) ?? _intents["out-of-scope"];
}
