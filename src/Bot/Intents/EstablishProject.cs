using System.Globalization;
using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Intents;

/// <summary>立项 or 自行实施: the leading group's decision with its 会议纪要号; the project gets its code.</summary>
public sealed class EstablishProject : Form
{
    public override string Id => "establish-project";

    protected override ProgrammeAction Action => ProgrammeAction.EnterDecision;

    public override IReadOnlyList<FormField> Fields { get; } = [Minutes()];

    protected override bool Fits(TurnContext turn, ProjectHeading project) => project.Stage == Stage.Scored;

    protected override string RightOffice(TurnContext turn, ProjectSnapshot? project) => turn.Words.Format(Role.LeadingGroup);

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (Particulars.MinutesNo(said.Text) is { } minutes) draft["minutes"] = minutes;
        if (turn.Words.IsAmong("Establish.SelfRunAsked", said.Normalized)) draft["selfrun"] = "yes";
    }

    private static StageAct ActOf(Draft draft) => draft["selfrun"] is null ? StageAct.Establish : StageAct.SelfRun;

    protected override Statement? CannotStart(TurnContext turn, Draft draft)
    {
        var stage = Project(turn, draft).StageAt(turn.Now);
        return stage == Stage.Scored ? null : Statement.Of("Refused.Stage", ("stage", stage), ("act", StageAct.Establish));
    }

    protected override Statement Echo(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        return Statement.Of("Stage.Echo", ("act", ActOf(draft)), ("org", project.Organization.Name), ("project", project.Project.Name), ("reason", null), ("minutes", draft["minutes"]),
            ("more", Statement.Of("Establish.Score", ("score", project.History.LastOrDefault(h => h.To == Stage.Scored)?.Score), ("cut", turn.Settings.CutScore))), ("by", null));
    }

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var role = turn.As([Role.LeadingGroup, Role.OrgDept])!.Value;
        var codes = turn.Programme.Projects.Where(p => p.Year == project.Project.Year).Select(p => p.Code);
        var decision = Establishment.Decide(project, draft["selfrun"] is null, role, turn.Speaker!.Title, turn.Now, draft["minutes"], codes);
        if (decision is Decision<(StageChange Change, string Code)>.Refused refused) return Refused(turn, project, refused.Why);
        var (change, code) = ((Decision<(StageChange Change, string Code)>.Accepted)decision).Value;
        turn.Session.StoreStageChange(project.Project.Id, change);
        turn.Session.StoreProject(project.Project with { Code = code, Track = draft["selfrun"] is null ? ProjectTrack.Established : ProjectTrack.SelfRun });
        turn.Session.StoreDecision(project.Project.Year, ActOf(draft).ToString(), project.Project.Id, draft["minutes"]!);
        var told = draft["selfrun"] is null ? Statement.Of("Establish.Told", ("project", project.Project.Name), ("code", code), ("minutes", draft["minutes"])) : Statement.Of("M18", ("project", project.Project.Name), ("minutes", draft["minutes"]));
        turn.Tell(Role.Secretary, project, "N06", told);
        turn.Tell(Role.Liaison, project, "N06", told);
        turn.Say("Establish.Done", ("act", ActOf(draft)), ("project", project.Project.Name), ("code", code), ("minutes", draft["minutes"]));
        return true;
    }
}
