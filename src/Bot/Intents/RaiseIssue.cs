using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>存在问题, with owner and target day; 需区级协调 starts the district's own clock.</summary>
public sealed class RaiseIssue : Form
{
    private const int TitleLeast = 5, TitleMost = 60, UsualWd = 10;

    public override string Id => "raise-issue";

    protected override ProgrammeAction Action => ProgrammeAction.ClaimMilestoneOrIssue;

    public override IReadOnlyList<FormField> Fields { get; } = [Text("title", TitleLeast, TitleMost), Day("target")];

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        var title = said.Slots.Problem.Count > 0 ? string.Join(';', said.Slots.Problem) : SaidReason(said);
        if (title is { Length: >= TitleLeast and <= TitleMost }) draft["title"] = title;
        if (turn.Words.IsAmong("Issue.DistrictAsked", said.Normalized)) draft["help"] = "yes";
        if (turn.Words.IsAmong("Issue.MajorAsked", said.Normalized)) draft["major"] = "yes";
        if (SaidDay(said) is { } day) draft["target"] = day;
        else if (draft["help"] is not null) draft["target"] ??= turn.Calendar.AddWorkdays(turn.Today, UsualWd).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    protected override Statement? Fault(TurnContext turn, Draft draft)
    {
        if (DayOf(draft, "target") >= turn.Today) return null;
        draft["target"] = null;
        return new Statement("Issue.TargetPast");
    }

    protected override Statement Echo(TurnContext turn, Draft draft) => Statement.Of("Issue.Echo", ("project", Project(turn, draft).Project.Name), ("title", draft["title"]), ("severity", Severity(draft)), ("help", draft["help"]), ("target", DayOf(draft, "target")), ("by", draft.DraftedBy));

    private static IssueSeverity Severity(Draft draft) => draft["major"] is null ? IssueSeverity.Normal : IssueSeverity.Major;

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var issue = new Issue
        {
            Id = $"I{project.Issues.Count + 1}", Title = draft["title"]!, Severity = Severity(draft), NeedDistrictHelp = draft["help"] is not null,
            Owner = turn.SecretaryOf(project), RaisedOn = turn.Today, TargetOn = DayOf(draft, "target"),
        };
        turn.Session.StoreIssue(project.Project.Id, issue, "Raise");
        if (issue.NeedDistrictHelp) turn.Tell(Role.OrgDept, project, "DistrictHelp", Statement.Of("Issue.Told", ("org", project.Organization.Name), ("project", project.Project.Name), ("title", issue.Title), ("target", issue.TargetOn)));
        turn.Say("Issue.Done", ("title", issue.Title), ("target", issue.TargetOn), ("help", issue.NeedDistrictHelp));
        return true;
    }
}
