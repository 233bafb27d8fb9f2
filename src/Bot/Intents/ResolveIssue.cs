using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>问题销号: an open issue of the project is closed with what was done.</summary>
public sealed class ResolveIssue : Form
{
    public override string Id => "resolve-issue";

    protected override ProgrammeAction Action => ProgrammeAction.ClaimMilestoneOrIssue;

    public override IReadOnlyList<FormField> Fields { get; } =
    [
        new("issue", (t, d, s) => Which(t, d, s) is { } id ? FieldAnswer.Of(id) : FieldAnswer.Wrong(Ask(t, d))) { Ask = Ask },
        Text("resolution", 4, 200),
    ];

    protected override bool Fits(TurnContext turn, ProjectHeading project) => ProjectChoice.Runs(project) && turn.Programme.SnapshotOf(project.Id)!.Issues.Any(i => i.IsOpenAt(turn.Today));

    protected override Statement? CannotStart(TurnContext turn, Draft draft) => Open(turn, draft).Count == 0 ? Statement.Of("Issue.NoneOpen", ("project", Project(turn, draft).Project.Name)) : null;

    private static IReadOnlyList<Issue> Open(TurnContext turn, Draft draft) => [.. turn.Programme.SnapshotOf(draft.ProjectId!)!.Issues.Where(i => i.IsOpenAt(turn.Today))];

    private static Statement Ask(TurnContext turn, Draft draft) => Statement.Of("Issue.Which", ("lines", Open(turn, draft).Select((i, n) => Statement.Of("Issue.Line", ("n", n + 1), ("title", i.Title), ("target", i.TargetOn))).ToList()));

    private static string? Which(TurnContext turn, Draft draft, Understood said)
    {
        var open = Open(turn, draft);
        if (open is [var only]) return only.Id;
        if (Numerals.Whole(said.Normalized.Trim()) is { } n && n >= 1 && n <= open.Count) return open[n - 1].Id;
        return open.Where(i => said.Text.Contains(i.Title, StringComparison.Ordinal) || said.Slots.Problem.Any(p => i.Title.Contains(p, StringComparison.Ordinal))).ToList() is [var one] ? one.Id : null;
    }

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (draft.ProjectId is not null && Which(turn, draft, said) is { } id) draft["issue"] = id;
        if (said.Slots.Done.Count > 0) draft["resolution"] = string.Join(';', said.Slots.Done);
    }

    protected override Statement Echo(TurnContext turn, Draft draft) => Statement.Of("Issue.ResolveEcho", ("project", Project(turn, draft).Project.Name), ("title", Issue(turn, draft).Title), ("resolution", draft["resolution"]), ("by", draft.DraftedBy));

    private Issue Issue(TurnContext turn, Draft draft) => Project(turn, draft).Issues.First(i => i.Id == draft["issue"]);

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var issue = Issue(turn, draft);
        turn.Session.StoreIssue(project.Project.Id, issue with { ResolvedOn = turn.Today, Resolution = draft["resolution"] }, "Resolve", draft["resolution"]);
        turn.Tell(Role.OrgDept, project, "IssueResolved", Statement.Of("Issue.Resolved", ("title", issue.Title), ("project", project.Project.Name)));
        turn.Say("Issue.Resolved", ("title", issue.Title), ("project", project.Project.Name));
        return true;
    }
}
