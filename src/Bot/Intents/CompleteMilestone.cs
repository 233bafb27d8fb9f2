using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>节点销号: the unit claims a node done, with words or files that show it; 组织部 confirms or sends back.</summary>
public sealed class CompleteMilestone : Form
{
    private const int ReturnReasonAtLeast = 10;

    public override string Id => "complete-milestone";

    protected override ProgrammeAction Action => ProgrammeAction.ClaimMilestoneOrIssue;

    private static bool Judges(TurnContext turn) => turn.Is(Role.OrgDept);

    public override IReadOnlyList<FormField> Fields { get; } =
    [
        new("milestone", (t, d, s) => Nodes.Named(t, d, s) is { } node ? FieldAnswer.Of(node) : FieldAnswer.Wrong(Nodes.Ask(t, d))) { Ask = Nodes.Ask, Buttons = Nodes.Buttons },
        Text("note", 4, 200) with { NeededWhen = (t, _) => !Judges(t), Ask = AskNote },
        Text("reason", ReturnReasonAtLeast, 200) with { NeededWhen = (_, d) => d["verdict"] == "return", Ask = (_, _) => Statement.Of("Form.AskReason", ("act", new Statement("Milestone.ReturnWord")), ("least", ReturnReasonAtLeast)) },
    ];

    private static Statement AskNote(TurnContext turn, Draft draft)
    {
        var node = turn.Programme.SnapshotOf(draft.ProjectId!)!.Milestone(draft["milestone"]!)!;
        return Statement.Of("Milestone.AskNote", ("milestone", node.Id), ("title", node.Title), ("acceptance", node.Acceptance));
    }

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (draft.ProjectId is null) return;
        if (Nodes.Named(turn, draft, said) is { } node) draft["milestone"] = node;
        else if (Judges(turn) && Pending(turn, draft) is [var only]) draft["milestone"] = only.Id;
        if (said.Slots.Dates is [var day, ..] && day <= turn.Today) draft["done"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        if (turn.Message.Files.Count > 0) draft["note"] ??= string.Join('、', turn.Message.Files.Select(f => f.Name));
        if (Judges(turn)) draft["verdict"] = turn.Words.IsAmong("Milestone.ReturnAsked", said.Normalized) ? "return" : "confirm";
        if (SaidReason(said) is { } reason) draft["reason"] = reason;
    }

    private IReadOnlyList<Milestone> Pending(TurnContext turn, Draft draft) => [.. Project(turn, draft).Milestones.Where(m => m.StatusAt(turn.Today) == MilestoneStatus.DonePendingCheck)];

    protected override bool Fits(TurnContext turn, ProjectHeading project) =>
        ProjectChoice.Runs(project) && (!Judges(turn) || turn.Programme.SnapshotOf(project.Id)!.Milestones.Any(m => m.StatusAt(turn.Today) == MilestoneStatus.DonePendingCheck));

    protected override Statement? Fault(TurnContext turn, Draft draft)
    {
        var node = Project(turn, draft).Milestone(draft["milestone"]!)!;
        var status = node.StatusAt(turn.Today);
        Statement? why = Judges(turn)
            ? status == MilestoneStatus.DonePendingCheck ? null : Statement.Of("Milestone.NothingToCheck", ("milestone", node.Id), ("status", status))
            : status is MilestoneStatus.Done or MilestoneStatus.DonePendingCheck ? Statement.Of("Milestone.AlreadyDone", ("milestone", node.Id), ("title", node.Title), ("status", status), ("done", node.DoneOn(turn.Today))) : null;
        if (why is not null) turn.Dialogue.Draft = null;
        return why;
    }

    protected override Statement Echo(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var node = project.Milestone(draft["milestone"]!)!;
        return Statement.Of("Milestone.Echo", ("claim", !Judges(turn)), ("confirm", draft["verdict"] == "confirm"), ("return", draft["verdict"] == "return"), ("project", project.Project.Name), ("milestone", node.Id), ("title", node.Title), ("acceptance", node.Acceptance),
            ("done", DoneOn(turn, draft)), ("note", Judges(turn) ? node.Events.LastOrDefault()?.Note : draft["note"]), ("reason", draft["reason"]), ("by", draft.DraftedBy));
    }

    private static DateOnly DoneOn(TurnContext turn, Draft draft) => draft["done"] is null ? turn.Today : DayOf(draft, "done");

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var node = project.Milestone(draft["milestone"]!)!;
        if (Fault(turn, draft) is { } why) return Refused(turn, project, why);
        var judged = Judges(turn);
        var kind = !judged ? MilestoneEventKind.Claim : draft["verdict"] == "return" ? MilestoneEventKind.Return : MilestoneEventKind.Confirm;
        turn.Session.StoreMilestoneEvent(project.Project.Id, node.Id, new MilestoneEvent { Kind = kind, At = turn.Now, By = turn.Speaker!.Title, DoneOn = judged ? null : DoneOn(turn, draft), Note = judged ? draft["reason"] : draft["note"] });
        foreach (var file in judged ? [] : turn.Message.Files) turn.Session.StoreEvidence(project.Project.Id, node.Id, null, file.Name, file.ContentType, file.Content);
        var told = Statement.Of("Milestone." + kind, ("org", project.Organization.Name), ("project", project.Project.Name), ("milestone", node.Id), ("title", node.Title), ("note", draft["note"]), ("reason", draft["reason"]), ("by", draft.DraftedBy));
        if (judged)
        {
            turn.Tell(Role.Secretary, project, "Milestone" + kind, told);
            turn.Tell(Role.Liaison, project, "Milestone" + kind, told);
        }
        else
        {
            turn.Tell(Role.OrgDept, project, "MilestoneClaim", told);
        }

        turn.Say(told);
        turn.About(Id, project.Project.Id);
        return true;
    }
}
