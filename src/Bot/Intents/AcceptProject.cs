using System.Globalization;
using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Intents;

/// <summary>验收: indicators as achieved, 示范推广 and 长效机制 by hand; 60 and more is 办结.</summary>
public sealed class AcceptProject : Form
{
    public override string Id => "accept-project";

    protected override ProgrammeAction Action => ProgrammeAction.EnterDecision;

    public override IReadOnlyList<FormField> Fields { get; } =
    [
        new("met", (t, d, s) => Achieved(t, d, s.Text) is { } met ? FieldAnswer.Of(met) : FieldAnswer.Wrong(AskMet(t, d))) { Ask = AskMet, Buttons = (t, _) => [Button(t, "AllMet")] },
        Points("extension"),
        Points("lasting"),
        Minutes(),
    ];

    protected override bool Fits(TurnContext turn, ProjectHeading project) => project.Stage == Stage.PendingAcceptance;

    private static FormField Points(string name) => new(name, (_, _, said) => Numerals.Whole(said.Normalized.Trim().TrimEnd('分')) is >= 0 and <= 25 and var n ? FieldAnswer.Of($"{n}") : FieldAnswer.Wrong(Statement.Of("Acceptance.Points", ("most", Acceptance.ByHandMost))));

    private static Statement AskMet(TurnContext turn, Draft draft) => Statement.Of("Acceptance.AskMet", ("indicators", turn.Programme.SnapshotOf(draft.ProjectId!)!.Project.Indicators.Select(i => Statement.Of("LedgerIndicator", ("name", i.Name), ("target", i.Target), ("unit", i.Unit))).ToList()));

    /// <summary>Achieved values in the order of the indicators: all at their target, or the numbers said.</summary>
    private static string? Achieved(TurnContext turn, Draft draft, string text)
    {
        var indicators = turn.Programme.SnapshotOf(draft.ProjectId!)!.Project.Indicators;
        if (turn.Words.IsAmong("Acceptance.AllMetAsked", text)) return string.Join(' ', indicators.Select(i => i.Target.ToString(CultureInfo.InvariantCulture)));
        var said = Particulars.Indicators(text);
        return said.Count > 0 && said.Count == indicators.Count ? string.Join(' ', said.Select(s => s.Target.ToString(CultureInfo.InvariantCulture))) : null;
    }

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (Particulars.MinutesNo(said.Text) is { } minutes) draft["minutes"] = minutes;
        if (draft.ProjectId is not null && Achieved(turn, draft, said.Text) is { } met) draft["met"] = met;
    }

    protected override Statement? CannotStart(TurnContext turn, Draft draft)
    {
        var stage = Project(turn, draft).StageAt(turn.Now);
        return stage == Stage.PendingAcceptance ? null : Statement.Of("Refused.Stage", ("stage", stage), ("act", StageAct.Accept));
    }

    private (ProjectSnapshot With, AcceptanceScore Score) Score(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var met = draft["met"]!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(n => decimal.Parse(n, CultureInfo.InvariantCulture)).ToList();
        var with = project with { Project = project.Project with { Indicators = [.. project.Project.Indicators.Select((i, n) => i with { Achieved = n < met.Count ? met[n] : null })] } };
        return (with, new AcceptanceScore(Acceptance.GoalPoints(with, turn.Today), decimal.Parse(draft["extension"]!, CultureInfo.InvariantCulture), decimal.Parse(draft["lasting"]!, CultureInfo.InvariantCulture)));
    }

    protected override Statement Echo(TurnContext turn, Draft draft)
    {
        var (project, score) = Score(turn, draft);
        return Statement.Of("Acceptance.Echo", ("project", project.Project.Name), ("goal", score.Goal), ("extension", score.Extension), ("lasting", score.Lasting), ("total", score.Total), ("minutes", draft["minutes"]), ("passes", score.Total >= Acceptance.PassAt));
    }

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var (project, score) = Score(turn, draft);
        var low = turn.Words.Say("Acceptance.Low", ("total", score.Total));
        var decision = Acceptance.Conclude(project, score, turn.As([Role.OrgDept, Role.LeadingGroup])!.Value, turn.Speaker!.Title, turn.Now, draft["minutes"], score.Total < Acceptance.PassAt ? low : null);
        if (decision is Decision<StageChange>.Refused refused) return Refused(turn, project, refused.Why);
        var change = ((Decision<StageChange>.Accepted)decision).Value;
        turn.Session.StoreProject(project.Project);
        turn.Session.StoreStageChange(project.Project.Id, change);
        turn.Session.StoreAcceptance(project.Project.Id, score, change.To == Stage.Completed, change.Reason, draft["minutes"]);
        var told = Statement.Of("Acceptance.Told", ("project", project.Project.Name), ("total", score.Total), ("stage", change.To));
        turn.Tell(Role.Secretary, project, "Acceptance", told);
        turn.Say(told);
        return true;
    }
}

/// <summary>民主测评: counted ballots of the 述职评议.</summary>
public sealed class EnterBallots : Form
{
    public override string Id => "ballot";

    protected override ProgrammeAction Action => ProgrammeAction.EnterDecision;

    public override IReadOnlyList<FormField> Fields { get; } =
    [
        new("counts", (_, _, said) => Read(said.Text) is { } counts ? FieldAnswer.Of(counts) : FieldAnswer.Wrong(new Statement("Ballot.Ask"))) { Ask = (_, _) => new Statement("Ballot.Ask") },
    ];

    protected override bool Fits(TurnContext turn, ProjectHeading project) => project.Track == ProjectTrack.Established && project.Stage is Stage.InProgress or Stage.PendingAcceptance or Stage.Completed or Stage.NotCompleted;

    private static string? Read(string text) => Particulars.Ballots(text) is { } b ? $"{b.Good} {b.FairlyGood} {b.Average} {b.Poor}" : null;

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (Read(said.Text) is { } counts) draft["counts"] = counts;
    }

    private static Ballots Of(Draft draft)
    {
        var n = draft["counts"]!.Split(' ').Select(x => int.Parse(x, CultureInfo.InvariantCulture)).ToArray();
        return new Ballots(n[0], n[1], n[2], n[3]);
    }

    protected override Statement Echo(TurnContext turn, Draft draft)
    {
        var b = Of(draft);
        return Statement.Of("Ballot.Echo", ("project", Project(turn, draft).Project.Name), ("good", b.Good), ("fairly", b.FairlyGood), ("average", b.Average), ("poor", b.Poor), ("valid", b.Valid), ("score", b.Score));
    }

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        turn.Session.StoreBallots(project.Project.Id, project.Project.Year, Of(draft));
        turn.Say("Ballot.Done", ("project", project.Project.Name), ("score", Of(draft).Score));
        return true;
    }
}

/// <summary>精品 / 示范 mark, set by the leading group.</summary>
public sealed class MarkModel : Form
{
    public override string Id => "mark-model";

    protected override ProgrammeAction Action => ProgrammeAction.Decide;

    public override IReadOnlyList<FormField> Fields => [];

    protected override bool Fits(TurnContext turn, ProjectHeading project) => project.Track == ProjectTrack.Established;

    protected override void Fill(TurnContext turn, Draft draft, Understood said) => draft["mark"] = (turn.Words.IsAmong("Mark.ModelAsked", said.Normalized) ? ProjectMark.Model : ProjectMark.Excellent).ToString();

    private static ProjectMark Mark(Draft draft) => Enum.Parse<ProjectMark>(draft["mark"]!);

    protected override Statement Echo(TurnContext turn, Draft draft) => Statement.Of("Mark.Echo", ("project", Project(turn, draft).Project.Name), ("mark", Mark(draft)));

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        turn.Session.StoreProject(project.Project with { Mark = Mark(draft) });
        turn.Say("Mark.Done", ("project", project.Project.Name), ("mark", Mark(draft)));
        return true;
    }
}
