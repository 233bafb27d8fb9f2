using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>哪些逾期了: nodes and reports past due and not finished.</summary>
public sealed class QueryOverdue : IIntent
{
    private const int LinesAtMost = 10;

    public string Id => "query-overdue";

    public void Answer(TurnContext turn)
    {
        var named = ProjectChoice.Named(turn, turn.Said.Slots);
        var projects = named.Count > 0 || !turn.SeesAll ? turn.ProjectsAskedAbout() : turn.WallChart();
        if (projects.Count == 0) return;
        turn.About(Id, projects.Count == 1 ? projects[0].Project.Id : null);
        var lines = projects.SelectMany(p => DutyList.For(p, turn.Today, turn.Today, turn.Settings, turn.Calendar)
            .Where(d => d.OverdueWorkdays > 0 && (d.Kind == DutyKind.Milestone || turn.MaySeeInside(p)))
            .Select(d => Statement.Of("Duty." + d.Kind,
                ("target", d.Kind is DutyKind.MonthlyReport or DutyKind.ReturnedReport ? Period.Parse(d.Target) : d.Target), ("title", d.Title), ("due", d.DueOn), ("original", d.OriginalDueOn),
                ("overdue", d.OverdueWorkdays), ("hour", turn.Settings.ReportHour), ("project", projects.Count > 1 ? p.Organization.Name : null)))).ToList();
        var demo = projects.Select(turn.DemoMark).FirstOrDefault(d => d is not null);
        if (lines.Count == 0) turn.Say("Overdue.None", ("today", turn.Today), ("project", projects.Count == 1 ? projects[0].Project.Name : null), ("demo", demo));
        else turn.Say("Overdue", ("today", turn.Today), ("count", lines.Count), ("lines", lines.Take(LinesAtMost).ToList()), ("more", lines.Count > LinesAtMost ? lines.Count - LinesAtMost : null), ("demo", demo));
    }
}
