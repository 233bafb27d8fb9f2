using System.Globalization;
using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Intents;

/// <summary>评分 of a judge: five points, blind until the panel is closed.</summary>
public sealed class ScoreProject : Form
{
    private static readonly string[] Parts = ["narrow", "hard", "exemplary", "within", "five"];

    public override string Id => "score-project";

    protected override ProgrammeAction Action => ProgrammeAction.Score;

    public override IReadOnlyList<FormField> Fields { get; } =
    [
        new("points", (_, _, said) => Read(said.Text) is { } points ? FieldAnswer.Of(points) : FieldAnswer.Wrong(new Statement("Panel.Ask"))) { Ask = (_, _) => new Statement("Panel.Ask") },
    ];

    protected override bool Fits(TurnContext turn, ProjectHeading project) => project.Stage == Stage.Shortlisted;

    protected override string RightOffice(TurnContext turn, ProjectSnapshot? project) => turn.Words.Format(Role.Panel);

    private static string? Read(string text) => Particulars.PanelScores(text) is var s && s.All(p => p is not null) ? string.Join(' ', s) : null;

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (Read(said.Text) is { } points) draft["points"] = points;
    }

    private static PanelSheet Sheet(TurnContext turn, Draft draft)
    {
        var p = draft["points"]!.Split(' ').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return new PanelSheet(turn.Speaker!.Id, p[0], p[1], p[2], p[3], p[4]);
    }

    protected override Statement? Fault(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var why = PanelScoring.Refuse(Sheet(turn, draft), project, turn.Speaker!.OrganizationId, turn.Now, turn.Session.IsPanelClosed(project.Project.Year));
        if (why is null && turn.Session.RecusedOf(project.Project.Id, turn.Speaker.Id) is true) why = Statement.Of("Panel.Recused", ("project", project.Project.Name));
        if (why is null) return null;
        if (why.Key == "Panel.Points") draft["points"] = null;
        else turn.Dialogue.Draft = null;
        return why;
    }

    protected override Statement Echo(TurnContext turn, Draft draft)
    {
        var sheet = Sheet(turn, draft);
        return Statement.Of("Panel.Echo", ("project", Project(turn, draft).Project.Name), ("narrow", sheet.Narrow), ("hard", sheet.Hard), ("exemplary", sheet.Exemplary), ("within", sheet.WithinYear), ("five", sheet.FiveTests), ("total", sheet.Total));
    }

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        if (Fault(turn, draft) is { } why) return Refused(turn, project, why);
        turn.Session.StorePanelSheet(project.Project.Id, turn.Speaker!.Id, Sheet(turn, draft));
        var left = turn.Programme.Projects.Count(p => p.Year == project.Project.Year && p.Stage == Stage.Shortlisted && turn.Session.RecusedOf(p.Id, turn.Speaker.Id) is null);
        turn.Say("Panel.Stored", ("project", project.Project.Name), ("left", left));
        return true;
    }
}

/// <summary>回避: the judge gives no sheet on this project.</summary>
public sealed class Recuse : Form
{
    public override string Id => "recuse";

    protected override ProgrammeAction Action => ProgrammeAction.Score;

    public override IReadOnlyList<FormField> Fields => [];

    protected override bool Fits(TurnContext turn, ProjectHeading project) => project.Stage == Stage.Shortlisted;

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
    }

    protected override Statement Echo(TurnContext turn, Draft draft) => Statement.Of("Panel.RecuseEcho", ("project", Project(turn, draft).Project.Name));

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        turn.Session.StorePanelSheet(project.Project.Id, turn.Speaker!.Id, null);
        turn.Say("Panel.RecuseDone", ("project", project.Project.Name));
        return true;
    }
}

/// <summary>评分截止: averages are computed, the order and the suggestion are shown; people decide.</summary>
public sealed class ClosePanel : Form
{
    private const int LinesAtMost = 9;

    public override string Id => "close-panel";

    protected override bool NeedsProject => false;

    protected override ProgrammeAction Action => ProgrammeAction.PreReview;

    public override IReadOnlyList<FormField> Fields => [];

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
    }

    private static IReadOnlyList<ProjectSnapshot> Waiting(TurnContext turn) => [.. turn.Programme.Projects.Where(p => p.Year == turn.Today.Year && p.Stage == Stage.Shortlisted).Select(p => turn.Programme.SnapshotOf(p.Id)!)];

    protected override Statement? Fault(TurnContext turn, Draft draft)
    {
        var waiting = Waiting(turn);
        var few = waiting.Where(p => turn.Session.PanelSheetsOf(p.Project.Id).Count < PanelScoring.LeastSheets).Select(p => p.Project.Name).ToList();
        Statement? why = waiting.Count == 0 ? new Statement("Panel.NothingToClose") : few.Count > 0 ? Statement.Of("Panel.FewSheets", ("projects", few), ("least", PanelScoring.LeastSheets)) : null;
        if (why is not null) turn.Dialogue.Draft = null;
        return why;
    }

    protected override Statement Echo(TurnContext turn, Draft draft) => Statement.Of("Panel.CloseEcho", ("count", Waiting(turn).Count));

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        if (Fault(turn, draft) is { } why) return Refused(turn, null, why);
        var waiting = Waiting(turn);
        var results = waiting.Select(p => (Result: ((Decision<PanelResult>.Accepted)PanelScoring.Result(p.Project.Id, turn.Session.PanelSheetsOf(p.Project.Id))).Value, p.Project.DisplayOrder)).ToList();
        foreach (var project in waiting)
        {
            var score = results.First(r => r.Result.ProjectId == project.Project.Id).Result.Average;
            var move = StageTable.Move(project, StageAct.CloseScoring, Role.OrgDept, turn.Speaker!.Title, turn.Now, score: score);
            if (move is Decision<StageChange>.Accepted accepted) turn.Session.StoreStageChange(project.Project.Id, accepted.Value with { Score = score });
        }

        turn.Session.ClosePanel(turn.Today.Year);
        var ranked = PanelScoring.Rank(results, turn.Settings);
        var said = Statement.Of("Panel.Closed.Done", ("count", ranked.Count), ("suggested", ranked.Count(r => r.SuggestEstablished)),
            ("lines", ranked.Take(LinesAtMost).Select(r => Statement.Of("Panel.Line", ("rank", r.Rank), ("project", turn.Programme.Project(r.Result.ProjectId)!.Name), ("average", r.Result.Average), ("yes", r.SuggestEstablished))).ToList()), ("more", ranked.Count > LinesAtMost ? ranked.Count - LinesAtMost : null));
        turn.Tell(Role.LeadingGroup, null, "PanelClosed", said);
        turn.Say(said);
        return true;
    }
}
