using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Pages;

/// <summary>我的待办: what is owed by when, worst first; the same list that chat and nudges ask.</summary>
public sealed class DutiesPage(Say say)
{
    public Html Render(IReadOnlyList<(Duty Duty, ProjectSnapshot Project)> duties, DateOnly today)
    {
        var pieces = new Pieces(say);
        var late = duties.Where(d => d.Duty.OverdueWorkdays > 0).OrderByDescending(d => d.Duty.OverdueWorkdays).ToList();
        var coming = duties.Where(d => d.Duty.OverdueWorkdays == 0).OrderBy(d => d.Duty.DueOn).ToList();
        return Html.Of($"""
            <h1>{say.Of("DutiesTitle")}</h1>
            <p class="lead">{say.Of("DutiesLead", ("date", today), ("late", late.Count), ("coming", coming.Count))}</p>
            {(late.Count == 0 ? Html.Nothing : Html.Of($"<h2>{say.Of("DutiesLate")}</h2><ul class=\"cards\">{late.Select(d => Card(pieces, d.Duty, d.Project, today))}</ul>"))}
            <h2>{say.Of("DutiesComing")}</h2>
            {(coming.Count == 0 ? Html.Of($"<p class=\"empty\">{say.Of("DutiesNone")}</p>") : Html.Of($"<ul class=\"cards\">{coming.Select(d => Card(pieces, d.Duty, d.Project, today))}</ul>"))}
            <p>{say.Of("DutiesHow")} <a href="/">{say.Of("ToChat")}</a></p>
            """);
    }

    private Html Card(Pieces pieces, Duty duty, ProjectSnapshot project, DateOnly today)
    {
        var when = duty.OverdueWorkdays > 0 ? say.Of("NodeOverdueBy", ("days", duty.OverdueWorkdays)) : duty.DueOn == today ? say.Of("DueToday") : "";
        return Html.Of($"""
            <li class="card {(duty.OverdueWorkdays > 0 ? "Red" : duty.DueOn == today ? "Yellow" : "Blue")}"><h3>{Name(duty)}</h3>
            <p class="org"><a href="/projects/{project.Project.Code}">{project.Project.Name}</a></p>
            <p>{say.Of("DueBy", ("date", duty.DueOn))} <span class="urgent">{when}</span>{(duty.OriginalDueOn is { } original ? Html.Of($"<span class=\"moved\">{say.Of("OriginallyDue", ("date", original))}</span>") : Html.Nothing)}</p>
            </li>
            """);
    }

    /// <summary>What is owed, in a few words: 9月月报, 节点M4 引进和培育社会组织.</summary>
    public string Name(Duty duty) => duty.Kind switch
    {
        DutyKind.MonthlyReport or DutyKind.ReturnedReport => say.Of("DutyReport", ("period", Period.Parse(duty.Target)), ("kind", duty.Kind)),
        DutyKind.Milestone => say.Of("DutyMilestone", ("id", duty.Target), ("title", duty.Title)),
        DutyKind.Issue => say.Of("DutyTitled", ("kind", duty.Kind), ("title", duty.Title)),
        _ => say.Word(duty.Kind),
    };
}
