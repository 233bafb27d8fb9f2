using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>还有谁没报, 我报了没, 8月报了几家.</summary>
public sealed class QueryMissingReports : IIntent
{
    public string Id => "query-missing-reports";

    public void Answer(TurnContext turn)
    {
        var period = turn.Said.Slots.Periods.FirstOrDefault(p => Period.TryParse(p, out _)) is { } named ? Period.Parse(named) : Period.Of(turn.Today);
        var about = ProjectChoice.Named(turn, turn.Said.Slots);
        if (about.Count == 0 && !turn.SeesAll) about = turn.Speaker is { } s && turn.Programme.ChildrenOf(s.OrganizationId).Any() && AsksBelow(turn) ? Below(turn, s.OrganizationId) : ProjectChoice.Own(turn);
        var projects = about.Count > 0 ? about.Select(h => turn.Programme.SnapshotOf(h.Id)!).ToList() : turn.WallChart();
        var due = MonthlyReportDue.DueOn(period, turn.Settings, turn.Calendar);
        var owed = projects.Where(p => Owes(turn, p, period, due)).ToList();
        turn.About(Id, about.Count == 1 ? about[0].Id : null, period.ToString());
        if (about.Count == 1)
        {
            One(turn, projects[0], period, due, owed.Count > 0);
            return;
        }

        var missing = owed.Where(p => p.Report(period) is not { } r || !r.IsOnFile(turn.Today)).ToList();
        turn.Say(missing.Count == 0 ? "Missing.None" : "Missing",
            ("period", period), ("due", due), ("owed", owed.Count), ("filed", owed.Count - missing.Count), ("count", missing.Count), ("now", turn.Now),
            ("missing", missing.Select(p => p.Report(period)?.LastEvent(turn.Today)?.Kind == ReportEventKind.Return ? turn.Words.Say("Missing.Returned", ("org", p.Organization.Name)) : p.Organization.Name).ToList()),
            ("demo", projects.Select(turn.DemoMark).FirstOrDefault(d => d is not null)));
    }

    private static void One(TurnContext turn, ProjectSnapshot project, Period period, DateOnly due, bool owed)
    {
        var report = project.Report(period);
        var last = report?.LastEvent(turn.Today);
        var status = report.StatusAt(turn.Today, due, owed);
        turn.Say("Missing.One", ("org", project.Organization.Name), ("project", project.Project.Name), ("period", period), ("status", status), ("due", due), ("at", last?.At),
            ("filed", last is not null && status is ReportStatus.Submitted or ReportStatus.Accepted), ("open", status is ReportStatus.Missing or ReportStatus.NotDue), ("returned", status == ReportStatus.Returned ? last?.Reason : null), ("demo", turn.DemoMark(project)));
    }

    private static bool Owes(TurnContext turn, ProjectSnapshot project, Period period, DateOnly due) =>
        due <= turn.Today
            ? MonthlyReportDue.FirstPeriod(project, turn.Today) <= period && MonthlyReportDue.IsOwed(project, period, due)
            : project.StageAt(turn.Now) is Stage.InProgress or Stage.PendingAcceptance && project.Report(period) is not { Exempt: true };

    private static bool AsksBelow(TurnContext turn) => turn.Words.IsAmong("Missing.BelowAsked", turn.Said.Normalized);

    private static List<Data.ProjectHeading> Below(TurnContext turn, string organizationId) =>
        [.. turn.Programme.SubtreeOf(organizationId).Where(o => o.Id != organizationId).SelectMany(o => turn.Programme.ProjectsOf(o.Id)).Where(p => p.Year == turn.Today.Year)];
}
