using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Conversation;

/// <summary>An act that moves a project by the table of domain.md section 5: reason and 会议纪要号 are asked where the table wants them; those whom it names are told.</summary>
public abstract class StageForm : Form
{
    protected abstract StageAct Act { get; }

    public override IReadOnlyList<FormField> Fields =>
    [
        .. Own,
        Text("reason", 2, 400) with { NeededWhen = (t, d) => Rule(t, d) is { ReasonAtLeast: > 0 }, Ask = (t, d) => Statement.Of("Form.AskReason", ("act", Act), ("least", Rule(t, d)?.ReasonAtLeast ?? 1)) },
        Minutes((t, d) => Rule(t, d) is { NeedsMinutes: true }),
    ];

    /// <summary>Fields of this act besides reason and minutes.</summary>
    protected virtual IReadOnlyList<FormField> Own => [];

    protected override bool Fits(TurnContext turn, ProjectHeading project) => StageTable.Rules.Any(r => r.Act == Act && project.Stage is { } s && r.From.Contains(s) && (r.Who.Count == 0 || turn.As(r.Who) is not null));

    /// <summary>The table's line for this speaker; null when the state has no such move or another office makes it.</summary>
    protected StageRule? Rule(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var stage = project.StageAt(turn.Now);
        // 返工 has a line of its own for each state; who may make it differs.
        var rule = StageTable.Find(Act, stage, project.Project.Track);
        return rule is not null && Role(turn, rule, project) is not null ? rule : null;
    }

    private static Role? Role(TurnContext turn, StageRule rule, ProjectSnapshot project) => turn.As(StageTable.Who(rule, project.Project.Track));

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (SaidReason(said) is { } reason) draft["reason"] = reason;
        if (Particulars.MinutesNo(said.Text) is { } minutes) draft["minutes"] = minutes;
    }

    /// <summary>A state that has no such move is said at once, not after all questions.</summary>
    protected override Statement? CannotStart(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var stage = project.StageAt(turn.Now);
        if (StageTable.Find(Act, stage, project.Project.Track) is null) return Statement.Of("Refused.Stage", ("stage", stage), ("act", Act));
        return Rule(turn, draft) is null ? Statement.Of("Refused.OtherOffice", ("office", StageTable.Find(Act, stage, project.Project.Track)!.Who.Select(r => (object)r).FirstOrDefault())) : null;
    }

    protected override Statement Echo(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        return Statement.Of("Stage.Echo", ("act", Act), ("org", project.Organization.Name), ("project", project.Project.Name), ("reason", draft["reason"]), ("minutes", draft["minutes"]), ("more", More(turn, draft)), ("by", draft.DraftedBy));
    }

    /// <summary>What the echo says besides.</summary>
    protected virtual Statement? More(TurnContext turn, Draft draft) => null;

    /// <summary>Decides by the table; steps with preconditions of their own decide more.</summary>
    protected virtual Decision<StageChange> Decide(TurnContext turn, Draft draft, ProjectSnapshot project, Role role) =>
        StageTable.Move(project, Act, role, turn.Speaker!.Title, turn.Now, draft["reason"], draft["minutes"]);

    /// <summary>What is stored with the move.</summary>
    protected virtual void Stored(TurnContext turn, Draft draft, ProjectSnapshot project, StageChange change)
    {
    }

    protected virtual Statement Done(TurnContext turn, Draft draft, ProjectSnapshot project, StageChange change) =>
        Statement.Of("Stage.Done", ("act", Act), ("project", project.Project.Name), ("stage", change.To), ("minutes", change.MinutesNo));

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        if (CannotStart(turn, draft) is { } why) return Refused(turn, project, why);
        var rule = Rule(turn, draft)!;
        var decision = Decide(turn, draft, project, Role(turn, rule, project)!.Value);
        if (decision is Decision<StageChange>.Refused refused) return Refused(turn, project, refused.Why);
        var change = ((Decision<StageChange>.Accepted)decision).Value;
        turn.Session.StoreStageChange(project.Project.Id, change);
        if (change.MinutesNo is { } minutes) turn.Session.StoreDecision(project.Project.Year, Act.ToString(), project.Project.Id, minutes, change.Reason);
        Stored(turn, draft, project, change);
        foreach (var told in rule.Told) turn.Tell(told, project, "Stage" + Act, Told(turn, project, change));
        turn.Say(Done(turn, draft, turn.Programme.SnapshotOf(project.Project.Id)!, change));
        turn.About(Id, project.Project.Id);
        return true;
    }

    /// <summary>What those are told whom the table names.</summary>
    protected virtual Statement Told(TurnContext turn, ProjectSnapshot project, StageChange change) =>
        Statement.Of("Stage.Told", ("act", Act), ("org", project.Organization.Name), ("project", project.Project.Name), ("stage", change.To), ("reason", change.Reason), ("minutes", change.MinutesNo), ("by", change.By));
}
