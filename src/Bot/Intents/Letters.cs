using System.Globalization;
using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Intents;

/// <summary>提醒函: drafted by the ladder, let out by 组织部, answered by the secretary.</summary>
public abstract class LetterForm : Form
{
    protected override bool Fits(TurnContext turn, ProjectHeading project) => ProjectChoice.Runs(project) && Case(turn, turn.Programme.SnapshotOf(project.Id)!) is not null;

    /// <summary>The case the letter belongs to.</summary>
    protected abstract EscalationCase? Case(TurnContext turn, ProjectSnapshot project);

    protected override Statement? CannotStart(TurnContext turn, Draft draft) => Case(turn, Project(turn, draft)) is null ? Statement.Of("Letter.None", ("project", Project(turn, draft).Project.Name)) : null;

    protected static IEnumerable<EscalationCase> Cases(TurnContext turn, ProjectSnapshot project) => EscalationLadder.CasesOf(project, turn.Today, turn.Settings, turn.Calendar).Where(c => c.IsOpen);

    protected static Statement Subject(EscalationCase of) => Statement.Of("Letter." + of.Cause, ("target", of.Cause is CaseCause.ReportOverdue or CaseCause.Lagging ? Period.Parse(of.Target) : of.Target));
}

/// <summary>确认提醒函.</summary>
public sealed class ConfirmLetter : LetterForm
{
    public override string Id => "confirm-letter";

    protected override ProgrammeAction Action => ProgrammeAction.PreReview;

    public override IReadOnlyList<FormField> Fields => [];

    protected override EscalationCase? Case(TurnContext turn, ProjectSnapshot project) => Cases(turn, project).FirstOrDefault(c => c.Step(EscalationLevel.ReminderLetter) is { DecidedOn: null });

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
    }

    private Statement Letter(TurnContext turn, ProjectSnapshot project) => Statement.Of("M15", ("org", project.Organization.Name), ("project", project.Project.Name), ("subject", Subject(Case(turn, project)!)), ("due", turn.Calendar.AddWorkdays(turn.Today, turn.Settings.ReplyWd)));

    protected override Statement Echo(TurnContext turn, Draft draft) => Statement.Of("Letter.Echo", ("letter", Letter(turn, Project(turn, draft))));

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        if (Case(turn, project) is not { } of) return Refused(turn, project, Statement.Of("Letter.None", ("project", project.Project.Name)));
        var due = turn.Calendar.AddWorkdays(turn.Today, turn.Settings.ReplyWd);
        var letter = Letter(turn, project);
        turn.Session.StoreCaseAct(project.Project.Id, new CaseAct { Cause = of.Cause, Target = of.Target, Kind = CaseActKind.LetterConfirmed, At = turn.Now, By = turn.Speaker!.Title, Text = turn.Words.Say(letter), DueOn = due });
        turn.Tell(Role.Secretary, project, "Letter", letter);
        turn.Say("Letter.Sent", ("org", project.Organization.Name), ("due", due));
        return true;
    }
}

/// <summary>答复提醒函; the case itself stays open until the thing is done.</summary>
public sealed class ReplyLetter : LetterForm
{
    public override string Id => "reply-letter";

    protected override ProgrammeAction Action => ProgrammeAction.SubmitDeclarationOrReport;

    public override IReadOnlyList<FormField> Fields { get; } = [Text("reply", 10, 400)];

    protected override EscalationCase? Case(TurnContext turn, ProjectSnapshot project) => Cases(turn, project).FirstOrDefault(c => c.Step(EscalationLevel.ReminderLetter) is { DecidedOn: not null, RepliedOn: null });

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        var words = said.Text.Split([':', ':'], 2);
        if (words.Length == 2 && words[1].Trim().Length >= 10) draft["reply"] = words[1].Trim();
    }

    protected override Statement Echo(TurnContext turn, Draft draft) => Statement.Of("Letter.ReplyEcho", ("project", Project(turn, draft).Project.Name), ("reply", draft["reply"]));

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        if (Case(turn, project) is not { } of) return Refused(turn, project, Statement.Of("Letter.None", ("project", project.Project.Name)));
        turn.Session.StoreCaseAct(project.Project.Id, new CaseAct { Cause = of.Cause, Target = of.Target, Kind = CaseActKind.LetterReplied, At = turn.Now, By = turn.Speaker!.Title, Text = draft["reply"] });
        turn.Tell(Role.OrgDept, project, "LetterReplied", Statement.Of("Letter.Replied", ("org", project.Organization.Name), ("reply", draft["reply"])));
        turn.Say("Letter.ReplyDone", ("at", turn.Now));
        return true;
    }
}

/// <summary>决定约谈: the bot only proposes; the leading group decides, with its minutes.</summary>
public sealed class DecideTalk : Form
{
    public override string Id => "decide-talk";

    protected override ProgrammeAction Action => ProgrammeAction.EnterDecision;

    public override IReadOnlyList<FormField> Fields { get; } = [Minutes()];

    protected override bool Fits(TurnContext turn, ProjectHeading project) => ProjectChoice.Runs(project) && Proposed(turn, turn.Programme.SnapshotOf(project.Id)!) is not null;

    private static TalkProposal? Proposed(TurnContext turn, ProjectSnapshot project) => EscalationLadder.TalksOf(project, turn.Today, turn.Settings, turn.Calendar).LastOrDefault();

    protected override Statement? CannotStart(TurnContext turn, Draft draft) => Proposed(turn, Project(turn, draft)) is null ? Statement.Of("Talk.None", ("project", Project(turn, draft).Project.Name)) : null;

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (Particulars.MinutesNo(said.Text) is { } minutes) draft["minutes"] = minutes;
    }

    protected override Statement Echo(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var talk = Proposed(turn, project)!;
        return Statement.Of("Talk.Echo", ("org", project.Organization.Name), ("ground", talk.Ground), ("on", talk.On), ("minutes", draft["minutes"]));
    }

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var talk = Proposed(turn, project)!;
        var cause = talk.Ground == TalkGround.ReportsMissing ? CaseCause.ReportOverdue : CaseCause.Lagging;
        turn.Session.StoreCaseAct(project.Project.Id, new CaseAct { Cause = cause, Target = talk.Target, Kind = CaseActKind.TalkDecided, At = turn.Now, By = turn.Speaker!.Title, Text = draft["minutes"] });
        turn.Session.StoreDecision(project.Project.Year, "Talk", project.Project.Id, draft["minutes"]!);
        turn.Tell(Role.OrgDept, project, "TalkDecided", Statement.Of("Talk.Done", ("org", project.Organization.Name), ("minutes", draft["minutes"])));
        turn.Say("Talk.Done", ("org", project.Organization.Name), ("minutes", draft["minutes"]));
        return true;
    }
}

/// <summary>整改: 组织部 enters what was found or closes it; the secretary answers what was done.</summary>
public sealed class Rectify : Form
{
    public override string Id => "rectify";

    protected override ProgrammeAction Action => ProgrammeAction.SubmitDeclarationOrReport;

    protected override ProgrammeAction ActionFor(TurnContext turn) => turn.Is(Role.OrgDept) ? ProgrammeAction.PreReview : Action;

    public override IReadOnlyList<FormField> Fields { get; } = [Text("text", 5, 400) with { NeededWhen = (_, d) => d["close"] is null }];

    private static Finding? Open(TurnContext turn, Draft draft) => turn.Session.FindingsOf(draft.ProjectId!).FirstOrDefault(f => f.ClosedAt is null && (turn.Is(Role.OrgDept) || f.RectifiedAt is null));

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (turn.Is(Role.OrgDept) && turn.Words.IsAmong("Finding.CloseAsked", said.Normalized)) draft["close"] = "yes";
        var words = said.Text.Split([':', ':'], 2);
        if (words.Length == 2 && words[1].Trim().Length >= 5) draft["text"] = words[1].Trim();
    }

    protected override Statement? CannotStart(TurnContext turn, Draft draft) => !turn.Is(Role.OrgDept) && Open(turn, draft) is null ? Statement.Of("Finding.None", ("project", Project(turn, draft).Project.Name)) : null;

    protected override Statement Echo(TurnContext turn, Draft draft) => Statement.Of("Finding.Echo", ("found", turn.Is(Role.OrgDept) && draft["close"] is null), ("closed", draft["close"]), ("answered", !turn.Is(Role.OrgDept)), ("project", Project(turn, draft).Project.Name), ("finding", Open(turn, draft)?.Text), ("text", draft["text"]));

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var open = Open(turn, draft);
        if (turn.Is(Role.OrgDept) && draft["close"] is null)
        {
            var due = turn.Calendar.AddWorkdays(turn.Today, turn.Settings.RectifyWd);
            turn.Session.StoreFinding(project.Project.Id, Quarter.Of(turn.Today), draft["text"]!, due);
            turn.Tell(Role.Secretary, project, "Finding", Statement.Of("Finding.Told", ("project", project.Project.Name), ("text", draft["text"]), ("due", due)));
            turn.Say("Finding.Stored", ("project", project.Project.Name), ("due", due));
            return true;
        }

        if (open is null) return Refused(turn, project, Statement.Of("Finding.None", ("project", project.Project.Name)));
        if (turn.Is(Role.OrgDept)) turn.Session.CloseFinding(open.Id);
        else turn.Session.StoreRectification(open.Id, draft["text"]!);
        if (!turn.Is(Role.OrgDept)) turn.Tell(Role.OrgDept, project, "Rectified", Statement.Of("Finding.Answered", ("org", project.Organization.Name), ("text", draft["text"])));
        turn.Say(turn.Is(Role.OrgDept) ? "Finding.Closed" : "Finding.Rectified", ("project", project.Project.Name));
        return true;
    }
}
