using PartyProjects.Bot.Intents;
using PartyProjects.Bot.Understanding;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Conversation;

/// <summary>What a field's reader made of an answer.</summary>
public readonly record struct FieldAnswer(string? Value, Statement? Fault)
{
    public static FieldAnswer Of(string value) => new(value, null);

    public static FieldAnswer Wrong(Statement fault) => new(null, fault);
}

/// <summary>One field of a form, asked for when it is needed and still missing.</summary>
public sealed record FormField(string Name, Func<TurnContext, Draft, Understood, FieldAnswer> Read)
{
    /// <summary>The question; null: the heading <c>Form.&lt;FormName&gt;.&lt;Field&gt;</c>.</summary>
    public Func<TurnContext, Draft, Statement>? Ask { get; init; }

    /// <summary>Null: always needed.</summary>
    public Func<TurnContext, Draft, bool>? NeededWhen { get; init; }
    public Func<TurnContext, Draft, IEnumerable<ReplyButton>>? Buttons { get; init; }
}

/// <summary>
/// A write: takes what was said, asks for what is missing one field at a time, echoes, and books only on 确认. A refusal or a fault keeps the draft.
/// Nothing is stored before the commit but the draft itself.
/// </summary>
public abstract class Form : IIntent
{
    public abstract string Id { get; }

    /// <summary>In the order they are asked.</summary>
    public abstract IReadOnlyList<FormField> Fields { get; }

    /// <summary>Roles that may start it; the table of domain.md section 3 decides what they may finish.</summary>
    protected abstract ProgrammeAction Action { get; }

    /// <summary>The action for this speaker, where one intent is several acts (a node is claimed by its unit and confirmed by the district).</summary>
    protected virtual ProgrammeAction ActionFor(TurnContext turn) => Action;

    private ProgrammeAction SubmittingFor(TurnContext turn) => Submitting == Action ? ActionFor(turn) : Submitting;

    /// <summary>True when the form is about one project, which is then asked for when several could be meant.</summary>
    protected virtual bool NeedsProject => true;

    /// <summary>Fills fields from what was read in a message; called for the first message and for corrections.</summary>
    protected abstract void Fill(TurnContext turn, Draft draft, Understood said);

    /// <summary>What is still wrong as a whole; null when it can be echoed. May name the field to ask again by clearing it.</summary>
    protected virtual Statement? Fault(TurnContext turn, Draft draft) => null;

    /// <summary>Why the form cannot be about this project at all, said before anything is asked; null when it can.</summary>
    protected virtual Statement? CannotStart(TurnContext turn, Draft draft) => null;

    protected abstract Statement Echo(TurnContext turn, Draft draft);

    /// <summary>Decides on the state as it is now and stores; says what became of it. False keeps the draft.</summary>
    protected abstract bool Commit(TurnContext turn, Draft draft);

    /// <summary>True for a project that the form can be about, as it stands now.</summary>
    protected virtual bool Fits(TurnContext turn, Data.ProjectHeading project) => ProjectChoice.Runs(project);

    /// <summary>Projects the form can be about when none is named: the own ones, or for the district every one that fits.</summary>
    protected virtual IReadOnlyList<Data.ProjectHeading> Candidates(TurnContext turn)
    {
        if (Permission.Of(ActionFor(turn), turn.Roles) is not Reach.All) return [.. ProjectChoice.Own(turn).Where(p => Fits(turn, p))];
        var year = turn.Today.Year;
        return [.. turn.Programme.Projects.Where(p => p.Year == year && Fits(turn, p))];
    }

    /// <summary>True when the words of a refused or mistaken target are kept for a correction (a report that named another unit's project).</summary>
    protected virtual bool KeepsWords => false;

    public void Answer(TurnContext turn)
    {
        var draft = new Draft { Form = Id };
        if (turn.Dialogue.Draft is not null) turn.Dialogue.Park();
        turn.Dialogue.Draft = draft;
        if (NeedsProject && !ChooseProject(turn, draft, turn.Said.Slots)) return;
        if (KeepsWords && NamedAnothers(turn, draft)) return;
        if (!MayStart(turn, draft))
        {
            turn.Dialogue.Draft = null;
            return;
        }

        Fill(turn, draft, turn.Said);
        Continue(turn, draft);
    }

    /// <summary>A report on another unit's project is refused but not thrown away: "项目错了,是红色港湾" saves the words.</summary>
    private bool NamedAnothers(TurnContext turn, Draft draft)
    {
        var named = turn.Programme.Project(draft.ProjectId!)!;
        if (named.OrganizationId == turn.Speaker!.OrganizationId || Permission.Of(ActionFor(turn), turn.Roles) is Reach.None or Reach.All) return false;
        var own = Candidates(turn);
        if (own.Count == 0) return false;
        draft.ProjectId = null;
        Fill(turn, draft, turn.Said);
        draft.Asking = ProjectField;
        draft.AskedAt = turn.Now;
        draft["candidates"] = string.Join('\n', own.Select(c => c.Id));
        turn.Session.AuditRefusal(Id, named.Code, new Statement("Form.WrongProject"));
        turn.Say(new Reply(turn.Words.Say("Form.WrongProject", ("named", named.Name), ("org", turn.Programme.Organization(named.OrganizationId)!.Name)))
        {
            Buttons = [.. own.Select(c => new ReplyButton(c.Name, c.Name)), Button(turn, "Cancel")],
        });
        return true;
    }

    /// <summary>Takes a message as the answer to the open question.</summary>
    public void TakeAnswer(TurnContext turn, Draft draft)
    {
        if (draft.Asking == ProjectField)
        {
            if (!TakeProject(turn, draft)) return;
            if (!MayStart(turn, draft))
            {
                turn.Dialogue.Draft = null;
                return;
            }
        }
        else
        {
            var field = Fields.First(f => f.Name == draft.Asking);
            // An answer is read as what was asked for: a bare day or number is nothing by itself.
            var answer = field.Read(turn, draft, turn.ReadAs(turn.Said.Text, Id));
            if (answer.Fault is { } fault)
            {
                Ask(turn, draft, field, fault);
                return;
            }

            draft[field.Name] = answer.Value;
        }

        Continue(turn, draft);
    }

    /// <summary>Takes a correction ("不对,是65", "改成9月的") into the open draft and echoes again.</summary>
    public virtual bool TakeCorrection(TurnContext turn, Draft draft)
    {
        var before = Words(draft);
        var said = turn.ReadAs(turn.Said.Text, Id);
        if (ProjectChoice.Named(turn, said.Slots).Where(p => MayBeAbout(turn, p)).ToList() is [var project] && project.Id != draft.ProjectId) draft.ProjectId = project.Id;
        if (Particulars.NamedCorrection(said.Normalized) is { } named && Fields.Any(f => f.Name == named.Field))
        {
            draft[named.Field] = named.Value;
        }
        else
        {
            // A correction gives numbers, months and days; free text only where its field is named, so that "不对,是65" never becomes work done.
            Fill(turn, draft, said with { Slots = said.Slots with { Done = [], Problem = [], Plan = [], Reason = [] } });
        }

        if (before == Words(draft)) return false;
        Continue(turn, draft);
        return true;
    }

    private bool MayBeAbout(TurnContext turn, Data.ProjectHeading project) =>
        project.OrganizationId == turn.Speaker?.OrganizationId || Permission.Of(ActionFor(turn), turn.Roles) is Reach.Subtree or Reach.All;

    private static string Words(Draft draft) => string.Join('\n', draft.Fields.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => f.Key + f.Value)) + draft.ProjectId;

    /// <summary>Asks for the next missing field, or echoes and asks for the 确认.</summary>
    public void Continue(TurnContext turn, Draft draft)
    {
        if (NextMissing(turn, draft) is { } field)
        {
            Ask(turn, draft, field, null);
            return;
        }

        if (Fault(turn, draft) is { } fault)
        {
            turn.Say(fault);
            if (NextMissing(turn, draft) is { } again) draft.Asking = again.Name;
            else draft.Asking = Draft.Confirmation;
            draft.AskedAt = turn.Now;
            return;
        }

        AskConfirmation(turn, draft);
    }

    public void AskConfirmation(TurnContext turn, Draft draft)
    {
        draft.Asking = Draft.Confirmation;
        draft.AskedAt = turn.Now;
        turn.Say(new Reply(turn.Words.Say(Echo(turn, draft)))
        {
            Buttons = [Button(turn, "Confirm"), Button(turn, "Change"), Button(turn, "Cancel")],
        });
    }

    /// <summary>Free text of at least so many characters; the reason read from the words is preferred to the whole message.</summary>
    protected static FormField Text(string name, int least = 1, int most = 800) => new(name, (_, _, said) =>
    {
        var text = said.Text.Trim();
        return text.Length < least || text.Length > most ? FieldAnswer.Wrong(Statement.Of("Form.Length", ("length", text.Length), ("least", least), ("most", most))) : FieldAnswer.Of(text);
    });

    /// <summary>会议纪要号 of a decision.</summary>
    protected static FormField Minutes(Func<TurnContext, Draft, bool>? needed = null) => new("minutes", (_, _, said) => FieldAnswer.Of(Particulars.MinutesNo(said.Text) ?? said.Text.Trim())) { Ask = (_, _) => new Statement("Form.AskMinutes"), NeededWhen = needed };

    /// <summary>A day ahead.</summary>
    protected static FormField Day(string name) => new(name, (_, _, said) =>
        (said.Slots.Dates.Count > 0 ? said.Slots.Dates[0] : said.Slots.Ranges.Count > 0 ? said.Slots.Ranges[0].To : (DateOnly?)null) is { } day ? FieldAnswer.Of(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)) : FieldAnswer.Wrong(new Statement("Form.DayPlease")));

    protected static DateOnly DayOf(Draft draft, string name) => DateOnly.ParseExact(draft[name]!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    protected static string? SaidDay(Understood said) =>
        (said.Slots.Dates.Count > 0 ? said.Slots.Dates[0] : said.Slots.Ranges.Count > 0 ? said.Slots.Ranges[0].To : (DateOnly?)null)?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The reason as read, or what stands after 原因, 因为.</summary>
    protected static string? SaidReason(Understood said) => said.Slots.Reason.Count > 0 ? string.Join(';', said.Slots.Reason) : Particulars.Reason(said.Text);

    /// <summary>Says a refusal decided at the commit: audited, and nothing else is stored. The draft is closed.</summary>
    protected bool Refused(TurnContext turn, ProjectSnapshot? project, Statement why)
    {
        turn.Refuse(Id, project?.Project.Code, why);
        return true;
    }

    /// <summary>Books it, or hands it to the secretary where the speaker may only draft.</summary>
    public void Confirm(TurnContext turn, Draft draft)
    {
        if (MustBeConfirmedBySecretary(turn, draft) is { } secretary)
        {
            HandOver(turn, draft, secretary);
            return;
        }

        draft.DraftedBy = draft.DraftedBy == turn.Speaker?.Title ? null : draft.DraftedBy;
        if (Commit(turn, draft) && turn.Dialogue.Draft == draft) turn.Dialogue.Draft = null;
    }

    protected ProjectSnapshot Project(TurnContext turn, Draft draft) => turn.Programme.SnapshotOf(draft.ProjectId!)!;

    protected static ReplyButton Button(TurnContext turn, string key)
    {
        var words = turn.Words.Say(new Statement("Button." + key));
        return new ReplyButton(words, words);
    }

    /// <summary>Null when the speaker may finish it; else the secretary who must.</summary>
    private Person? MustBeConfirmedBySecretary(TurnContext turn, Draft draft)
    {
        if (turn.Speaker is not { } speaker) return null;
        if (Permission.Of(ActionFor(turn), turn.Roles) > Reach.Draft || Permission.Of(SubmittingFor(turn), turn.Roles) > Reach.Draft) return null;
        return turn.SecretaryOf(draft.ProjectId is null ? speaker.OrganizationId : Project(turn, draft).Organization.Id) is { } secretary && secretary.Id != speaker.Id ? secretary : null;
    }

    /// <summary>The action that finishing needs, where drafting needs less.</summary>
    protected virtual ProgrammeAction Submitting => Action;

    /// <summary>M08: the draft goes to the secretary, both names are kept.</summary>
    private void HandOver(TurnContext turn, Draft draft, Person secretary)
    {
        draft.DraftedBy ??= turn.Speaker!.Title;
        var owner = secretary.Id;
        var theirs = Dialogue.Read(turn.Session.DialogueOf(owner));
        theirs.Parked.RemoveAll(p => p.Form == draft.Form && p.ProjectId == draft.ProjectId);
        var copy = new Draft { Form = draft.Form, ProjectId = draft.ProjectId, Fields = new(draft.Fields, StringComparer.Ordinal), DraftedBy = draft.DraftedBy };
        if (theirs.Draft is null || !theirs.Draft.IsOpenAt(turn.Now))
        {
            theirs.Park();
            copy.Asking = Draft.Confirmation;
            copy.AskedAt = turn.Now;
            theirs.Draft = copy;
        }
        else
        {
            theirs.Parked.Add(copy);
        }

        turn.Session.StoreDialogue(owner, theirs.Write());
        turn.Session.Audit("draft.handover", draft.ProjectId, null, Id);
        turn.Tell(secretary, draft.ProjectId is null ? null : Project(turn, draft), "DraftForSecretary", Statement.Of("Draft.ForSecretary", ("by", draft.DraftedBy), ("echo", turn.Words.Say(Echo(turn, draft)))), turn.Words.Say("Button.Confirm"), turn.Words.Say("Button.Change"));
        turn.Dialogue.Draft = null;
        turn.Say("Refused.SecretaryInPerson", ("secretary", secretary.Title));
    }

    private bool MayStart(TurnContext turn, Draft draft)
    {
        if (turn.Speaker is not { } speaker) return false;
        var reach = Permission.Of(ActionFor(turn), turn.Roles);
        Statement? why;
        if (draft.ProjectId is null)
        {
            why = reach == Reach.None ? Statement.Of("Refused.OtherOffice", ("office", RightOffice(turn, null))) : null;
        }
        else
        {
            var project = Project(turn, draft);
            var own = project.Organization.Id == speaker.OrganizationId;
            var below = !own && turn.Programme.IsWithin(project.Organization.Id, speaker.OrganizationId);
            why = reach == Reach.Draft && (own || below) ? null : Permission.Refuse(ActionFor(turn), turn.Roles, own, below, RightOffice(turn, project));
        }

        why ??= NeedsProject ? CannotStart(turn, draft) : null;
        if (why is null) return true;
        turn.Refuse(Id, draft.ProjectId, why);
        return false;
    }

    /// <summary>The office named in a refusal.</summary>
    protected virtual string RightOffice(TurnContext turn, ProjectSnapshot? project) =>
        project is null ? turn.Words.Format(Enum.GetValues<Role>().FirstOrDefault(r => Permission.Of(ActionFor(turn), r) > Reach.Draft)) : turn.SecretaryOf(project);

    private const string ProjectField = "project";

    private bool ChooseProject(TurnContext turn, Draft draft, Slots slots)
    {
        var named = ProjectChoice.Named(turn, slots);
        if (named.Where(p => Fits(turn, p)).ToList() is { Count: > 0 } fitting) named = fitting;
        var candidates = named.Count > 0 ? named : Candidates(turn);
        if (candidates.Count == 1)
        {
            draft.ProjectId = candidates[0].Id;
            return true;
        }

        if (candidates.Count == 0)
        {
            turn.Dialogue.Draft = null;
            turn.Say("NoProject");
            return false;
        }

        // What was said is kept, so that choosing is all that is left to do.
        Fill(turn, draft, turn.Said);
        draft.Asking = ProjectField;
        draft.AskedAt = turn.Now;
        draft["candidates"] = string.Join('\n', candidates.Select(c => c.Id));
        turn.Say(new Reply(turn.Words.Say("M13", ("count", candidates.Count), ("projects", candidates.Select((c, i) => $"{i + 1}.{c.Name}").ToList())))
        {
            Buttons = [.. candidates.Select(c => new ReplyButton(c.Name, c.Name))],
        });
        return false;
    }

    private bool TakeProject(TurnContext turn, Draft draft)
    {
        var ids = draft["candidates"]!.Split('\n');
        var named = ProjectChoice.Named(turn, turn.ReadAs(turn.Said.Text, Id).Slots).Where(p => ids.Contains(p.Id, StringComparer.Ordinal)).ToList();
        var number = Numerals.Whole(turn.Said.Normalized.Trim().Trim('.', '。', '、', '第', '个'));
        var chosen = named is [var one] ? one.Id : number is >= 1 && number <= ids.Length ? ids[number.Value - 1] : null;
        if (chosen is null)
        {
            turn.Say("ChooseByNumber", ("count", ids.Length));
            return false;
        }

        draft.ProjectId = chosen;
        draft["candidates"] = null;
        return true;
    }

    private FormField? NextMissing(TurnContext turn, Draft draft) =>
        Fields.FirstOrDefault(f => draft[f.Name] is null && (f.NeededWhen is null || f.NeededWhen(turn, draft)));

    private void Ask(TurnContext turn, Draft draft, FormField field, Statement? fault)
    {
        draft.Asking = field.Name;
        draft.AskedAt = turn.Now;
        var question = field.Ask is { } ask ? ask(turn, draft) : new Statement($"Form.{GetType().Name}.{field.Name}");
        var text = turn.Words.Say(fault ?? question);
        if (fault is null && draft.ProjectId is not null && turn.Replies.Count == 0 && ProjectChoice.Own(turn).Count > 1) text = turn.Words.Say("Form.About", ("project", Project(turn, draft).Project.Name), ("question", text));
        turn.Say(new Reply(text) { Buttons = field.Buttons is { } b ? [.. b(turn, draft)] : [] });
    }
}
