using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Documents;
using PartyProjects.Bot.Understanding;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Intents;

/// <summary>签发通报: 领导小组 signs, 组织部 enters the decision with its 会议纪要号; those named are told at once and owe their 整改 (domain.md sections 3, 9, 11).</summary>
public sealed class SignBulletin : Form
{
    public override string Id => "sign-bulletin";

    protected override ProgrammeAction Action => ProgrammeAction.EnterDecision;

    protected override bool NeedsProject => false;

    public override IReadOnlyList<FormField> Fields => [Minutes((t, d) => Waiting(t, d) is not null && !t.Is(Role.LeadingGroup))];

    protected override string RightOffice(TurnContext turn, ProjectSnapshot? project) => turn.Words.Format(Role.LeadingGroup);

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (draft["quarter"] is null || said.Slots.Periods.Count > 0) draft["quarter"] = QuarterBulletin.Asked(turn).ToString();
        if (Particulars.MinutesNo(said.Text) is { } minutes) draft["minutes"] = minutes;
    }

    private static Quarter QuarterOf(Draft draft) => Quarter.TryParse(draft["quarter"]!, out var quarter) ? quarter : throw new FormatException(draft["quarter"]);

    private static StoredBulletin? Waiting(TurnContext turn, Draft draft) => turn.Session.BulletinOf(QuarterOf(draft)) is { Signed: false } bulletin ? bulletin : null;

    protected override Statement? Fault(TurnContext turn, Draft draft)
    {
        if (Waiting(turn, draft) is not null) return null;
        turn.Dialogue.Draft = null;
        return turn.Session.BulletinOf(QuarterOf(draft)) is { } signed
            ? Statement.Of("Bulletin.AlreadySigned", ("quarter", signed.Quarter), ("number", signed.Number), ("at", signed.SignedAt), ("by", signed.SignedBy))
            : Statement.Of("Bulletin.NoDraft", ("quarter", QuarterOf(draft)));
    }

    protected override Statement Echo(TurnContext turn, Draft draft)
    {
        var waiting = Waiting(turn, draft)!;
        var bulletin = new QuarterBulletin(turn, waiting.Quarter);
        return Statement.Of("Bulletin.SignEcho", ("title", waiting.Title), ("note", waiting.CorrectionNote), ("drafted", waiting.DraftedAt), ("drafter", waiting.DraftedBy), ("named", DraftBulletin.Orgs(bulletin)),
            ("due", turn.Calendar.AddWorkdays(turn.Today, turn.Settings.RectifyWd)), ("minutes", draft["minutes"]));
    }

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        if (Fault(turn, draft) is { } why) return Refused(turn, null, why);
        var waiting = Waiting(turn, draft)!;
        var bulletin = new QuarterBulletin(turn, waiting.Quarter);
        var text = bulletin.Write(waiting.CorrectionNote, draft: false);
        var number = turn.Words.Say("Bulletin.Number", ("year", turn.Today.Year), ("number", turn.Session.BulletinsSignedIn(turn.Today.Year) + 1));
        var named = bulletin.Named();
        turn.Session.SignBulletin(waiting, number, OfficialTextWriter.Write(text));
        if (draft["minutes"] is { } minutes) turn.Session.StoreDecision(waiting.Quarter.Year, "Bulletin", null, minutes, number);
        var due = turn.Calendar.AddWorkdays(turn.Today, turn.Settings.RectifyWd);
        foreach (var (project, matters) in named) Name(turn, project, matters, waiting, number, due);
        var done = Statement.Of("Bulletin.Signed", ("title", text.Title), ("number", number), ("at", turn.Now), ("note", waiting.CorrectionNote), ("named", named.Count > 0 ? named.Select(n => n.Project.Project.Organization.Name).ToList() : null), ("due", due), ("minutes", draft["minutes"]));
        turn.Tell(turn.Is(Role.LeadingGroup) ? Role.OrgDept : Role.LeadingGroup, null, "BulletinSigned", done);
        Say say = turn.Words.Say;
        turn.Say(new Reply(say(done)) { Later = () => [QuarterBulletin.File(text, say)] });
        turn.About(Id, null, waiting.Quarter.ToString());
        return true;
    }

    /// <summary>The case remembers the naming; the secretary hears what for, and until when the 整改 is due.</summary>
    private static void Name(TurnContext turn, BulletinProject project, IReadOnlyList<NamedMatter> matters, StoredBulletin bulletin, string number, DateOnly due)
    {
        foreach (var matter in matters)
        {
            turn.Session.StoreCaseAct(project.Project.Project.Id, new CaseAct { Cause = matter.Cause, Target = matter.Target, Kind = CaseActKind.NamedInBulletin, At = turn.Now, By = turn.Speaker!.Title, Text = number, DueOn = due });
        }

        turn.Tell(Role.Secretary, project.Project, "BulletinSigned", Statement.Of("Bulletin.Told",
            ("project", project.Project.Project.Name), ("quarter", bulletin.Quarter), ("number", number), ("matters", matters.Select(m => Subject(m, project)).ToList()), ("due", due), ("demo", turn.DemoMark(project.Project))));
    }

    private static Statement Subject(NamedMatter matter, BulletinProject project) =>
        matter.Cause == CaseCause.Lagging && project.Reading.Lag is not > 0 ? new Statement("Bulletin.Red")
        : Statement.Of("Letter." + matter.Cause, ("target", matter.Cause is CaseCause.ReportOverdue or CaseCause.Lagging ? Period.Parse(matter.Target) : matter.Target));
}
