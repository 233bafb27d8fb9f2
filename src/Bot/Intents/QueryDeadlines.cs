using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Bot.Intents;

/// <summary>还欠什么, 下个月有哪些节点, M5什么时候到期: what is due and when, with 原定 beside 现定.</summary>
public sealed class QueryDeadlines : IIntent
{
    private const int LinesAtMost = 9;

    public string Id => "query-deadlines";

    public void Answer(TurnContext turn)
    {
        var projects = turn.ProjectsAskedAbout();
        if (projects.Count == 0) return;
        var named = NamedMilestone(turn);
        var (from, through) = Span(turn);
        List<Statement> lines = [];
        foreach (var project in projects)
        {
            lines.AddRange(named is null ? Due(turn, project, from, through, projects.Count > 1) : Milestone(turn, project, named));
        }

        var first = projects[0].Project;
        turn.About(Id, projects.Count == 1 ? first.Id : null);
        if (lines.Count == 0)
        {
            if (named is not null) turn.Say("Deadlines.NoSuchMilestone", ("milestone", named));
            else turn.Say("Deadlines.None", ("from", from), ("through", through));
            return;
        }

        var more = lines.Count - LinesAtMost;
        turn.Say("Deadlines", ("project", projects.Count == 1 ? first.Name : null), ("from", from), ("through", through), ("today", turn.Today), ("lines", lines.Take(LinesAtMost).ToList()),
            ("more", more > 0 ? more : null), ("demo", projects.Select(turn.DemoMark).FirstOrDefault(d => d is not null)));
    }

    private static IEnumerable<Statement> Due(TurnContext turn, ProjectSnapshot project, DateOnly from, DateOnly through, bool several) =>
        DutyList.For(project, turn.Today, through, turn.Settings, turn.Calendar)
            .Where(d => d.DueOn >= from || d.OverdueWorkdays > 0)
            .Where(d => turn.MaySeeInside(project) || d.Kind == DutyKind.Milestone)
            .Select(d => Statement.Of("Duty." + d.Kind,
                ("target", d.Kind is DutyKind.MonthlyReport or DutyKind.ReturnedReport ? Period.Parse(d.Target) : d.Target), ("title", d.Title), ("due", d.DueOn),
                ("original", d.OriginalDueOn), ("overdue", d.OverdueWorkdays > 0 ? d.OverdueWorkdays : null), ("hour", turn.Settings.ReportHour),
                ("project", several ? project.Project.Name : null)));

    private static IEnumerable<Statement> Milestone(TurnContext turn, ProjectSnapshot project, string named)
    {
        foreach (var m in project.Milestones.Where(m => string.Equals(m.Id, named, StringComparison.OrdinalIgnoreCase) || m.Title.Contains(named, StringComparison.Ordinal)))
        {
            var due = m.ShownDueAt(turn.Today);
            yield return Statement.Of("Deadlines.Milestone", ("milestone", m.Id), ("title", m.Title), ("acceptance", m.Acceptance), ("due", due), ("original", due == m.OriginalDueOn ? null : m.OriginalDueOn),
                ("done", m.DoneOn(turn.Today)), ("overdue", m.OverdueWorkdays(turn.Today, turn.Calendar) is > 0 and var n ? n : null), ("left", due > turn.Today && m.DoneOn(turn.Today) is null ? turn.Calendar.WorkdaysBetween(turn.Today, due) : null));
        }
    }

    private static string? NamedMilestone(TurnContext turn)
    {
        if (turn.Said.Slots.Milestone is [var words, ..]) return words;
        var text = turn.Said.Normalized;
        var at = text.AsSpan().IndexOfAny('M', 'm');
        return at >= 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) ? text.Substring(at, 2) : null;
    }

    /// <summary>The span asked for; without one, everything open up to the end of next month.</summary>
    private static (DateOnly From, DateOnly Through) Span(TurnContext turn)
    {
        var slots = turn.Said.Slots;
        if (slots.Ranges is [var range, ..]) return (range.From, range.To);
        if (slots.Dates is [var day, ..]) return (day < turn.Today ? day : turn.Today, day);
        foreach (var text in slots.Periods)
        {
            if (Period.TryParse(text, out var month)) return (month.FirstDay, month.LastDay);
            if (Quarter.TryParse(text, out var quarter)) return (quarter.FirstDay, quarter.LastDay);
            if (int.TryParse(text, out var year) && year is > 1 and < 9999) return (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        }

        return (turn.Today, Period.Of(turn.Today).Add(1).LastDay);
    }
}
