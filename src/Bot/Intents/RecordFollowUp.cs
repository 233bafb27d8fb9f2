using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>跟踪问效 of a lower-level project, in one sentence.</summary>
public sealed class RecordFollowUp : Form
{
    private const int NoteLeast = 5, NoteMost = 200;

    public override string Id => "follow-up";

    protected override ProgrammeAction Action => ProgrammeAction.FollowUpLowerLevel;

    public override IReadOnlyList<FormField> Fields { get; } = [Text("note", NoteLeast, NoteMost)];

    protected override bool Fits(TurnContext turn, ProjectHeading project) => project.Track == ProjectTrack.LowerLevel && ProjectChoice.Runs(project);

    protected override IReadOnlyList<ProjectHeading> Candidates(TurnContext turn) => [.. Below.Projects(turn, turn.Speaker!.OrganizationId).Select(p => turn.Programme.Project(p.Project.Id)!)];

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        var words = said.Slots.Done.Count > 0 ? string.Join(';', said.Slots.Done) : said.Text.Trim();
        if (words.Length is >= NoteLeast and <= NoteMost && (said.Slots.Done.Count > 0 || said.Slots.Projects.Count + said.Slots.Orgs.Count > 0)) draft["note"] = words;
    }

    protected override Statement Echo(TurnContext turn, Draft draft) => Statement.Of("FollowUp.Echo", ("org", Project(turn, draft).Organization.Name), ("project", Project(turn, draft).Project.Name), ("note", draft["note"]));

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        turn.Session.StoreFollowUp(project.Project.Id, new FollowUp(turn.Today, turn.Speaker!.Title, draft["note"]!));
        var quarter = Quarter.Of(turn.Today);
        var left = Below.Projects(turn, turn.Speaker.OrganizationId).Where(p => !p.FollowUps.Any(f => f.On >= quarter.FirstDay)).Select(p => p.Organization.Name).ToList();
        turn.Say("FollowUp.Done", ("org", project.Organization.Name), ("left", left.Count == 0 ? null : left));
        return true;
    }
}
