using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>季度自查: meetings chaired, on-site work, follow-ups of the lower level.</summary>
public sealed class FileSelfCheck : Form
{
    public override string Id => "self-check";

    protected override ProgrammeAction Action => ProgrammeAction.SubmitDeclarationOrReport;

    public override IReadOnlyList<FormField> Fields { get; } = [Count("meetings", s => Particulars.SelfCheck(s).Meetings), Count("onsite", s => Particulars.SelfCheck(s).OnSite)];

    private static FormField Count(string name, Func<string, int?> named) => new(name, (_, _, said) =>
        (named(said.Text) ?? Numerals.Whole(said.Normalized.Trim().TrimEnd('次'))) is >= 0 and <= 99 and var n ? FieldAnswer.Of($"{n}") : FieldAnswer.Wrong(new Statement("Form.NumberPlease")));

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        var (meetings, onSite, _) = Particulars.SelfCheck(said.Text);
        if (meetings is { } m) draft["meetings"] = $"{m}";
        if (onSite is { } o) draft["onsite"] = $"{o}";
        draft["quarter"] = (said.Slots.Periods.FirstOrDefault(p => Quarter.TryParse(p, out _)) is { } named && Quarter.TryParse(named, out var quarter) ? quarter : Quarter.Of(turn.Today)).ToString();
    }

    private static Quarter QuarterOf(Draft draft) => Quarter.TryParse(draft["quarter"], out var quarter) ? quarter : throw new FormatException(draft["quarter"]);

    /// <summary>Followed up: true all, false not all, null where none exist; counted from the books, nobody is asked for what is known.</summary>
    private static bool? FollowedUp(TurnContext turn, ProjectSnapshot project, Quarter quarter)
    {
        var below = Below.Projects(turn, project.Organization.Id).ToList();
        return below.Count == 0 ? null : below.TrueForAll(p => p.FollowUps.Any(f => f.On >= quarter.FirstDay && f.On <= quarter.LastDay));
    }

    protected override Statement Echo(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var below = Below.Projects(turn, project.Organization.Id).ToList();
        var quarter = QuarterOf(draft);
        return Statement.Of("SelfCheck.Echo", ("project", project.Project.Name), ("quarter", quarter), ("meetings", draft["meetings"]), ("onsite", draft["onsite"]),
            ("followed", below.Count(p => p.FollowUps.Any(f => f.On >= quarter.FirstDay && f.On <= quarter.LastDay))), ("below", below.Count));
    }

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var quarter = QuarterOf(draft);
        turn.Session.StoreSelfCheck(project.Project.Id, new SelfCheck
        {
            Quarter = quarter, Meetings = int.Parse(draft["meetings"]!, System.Globalization.CultureInfo.InvariantCulture), OnSite = int.Parse(draft["onsite"]!, System.Globalization.CultureInfo.InvariantCulture),
            FollowUp = FollowedUp(turn, project, quarter), FiledAt = turn.Now, FiledBy = turn.Speaker!.Title,
        });
        turn.Say("SelfCheck.Done", ("quarter", quarter), ("at", turn.Now));
        return true;
    }
}
