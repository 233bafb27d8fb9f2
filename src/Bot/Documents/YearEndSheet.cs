using PartyProjects.Bot.Wording;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Bot.Documents;

/// <summary>
/// 述职评议 sheet of one secretary (domain.md section 10): the promise beside the fact, node by node (承诺 / 兑现 / 佐证 / 晚几个工作日 / 延期几次),
/// lights by month, letters received, lower-level follow-ups.
/// </summary>
public sealed class YearEndSheet(Say say)
{
    public IReadOnlyList<Sheet> Sheets(IReadOnlyList<ProjectSnapshot> own, IReadOnlyList<ProjectSnapshot> lower, DateOnly asOf, ProgrammeYear settings, WorkCalendar calendar)
    {
        var names = say.List("YearEndSheets");
        var office = own.Count > 0 ? own[0].Project.FirstResponsible : "";
        var caption = say.Of("YearEndCaption", ("office", office), ("date", say.Of("AsOfDay", ("year", asOf.Year), ("month", asOf.Month), ("day", asOf.Day))), ("mark", own.Any(p => p.Project.Illustrative) ? say.Of("Illustrative") : ""));
        return
        [
            Promises(names[0], own, asOf, calendar) with { Caption = caption },
            new Sheet(names[1], Columns("YearEndLightColumns", [28, .. Enumerable.Repeat(7.0, 12)], i => i == 0 ? ColumnKind.Text : ColumnKind.Light), [.. own.Select(p => Lights(p, asOf, settings, calendar))]) { Caption = caption },
            new Sheet(names[2], Columns("YearEndLetterColumns", [28, 16, 16, 14, 14, 40], i => i is 3 or 4 ? ColumnKind.Date : ColumnKind.Text), [.. own.SelectMany(p => Letters(p, asOf))]) { Caption = caption },
            new Sheet(names[3], Columns("YearEndFollowUpColumns", [24, 30, 14, 24, 50], i => i == 2 ? ColumnKind.Date : ColumnKind.Text), [.. lower.SelectMany(p => FollowUps(p, asOf))]) { Caption = caption },
        ];
    }

    private Sheet Promises(string name, IEnumerable<ProjectSnapshot> own, DateOnly asOf, WorkCalendar calendar)
    {
        ColumnKind[] kinds = [ColumnKind.Text, ColumnKind.LongText, ColumnKind.LongText, ColumnKind.Date, ColumnKind.Date, ColumnKind.Date, ColumnKind.Text, ColumnKind.LongText, ColumnKind.Whole, ColumnKind.Whole];
        var rows = from project in own
                   from node in project.Milestones
                   let done = node.DoneOn(asOf)
                   select new SheetRow(
                   [
                       project.Project.Name, say.Of("LedgerNodeName", ("id", node.Id), ("title", node.Title)), node.Acceptance, node.OriginalDueOn, node.ShownDueAt(asOf), done,
                       say.Word(node.StatusAt(asOf)), Evidence(node, asOf), LateWorkdays(node, done, asOf, calendar), node.Revisions.Count(r => r.ApprovedOn <= asOf),
                   ]);
        return new Sheet(name, Columns("YearEndColumns", [26, 30, 28, 12, 12, 12, 10, 34, 10, 10], i => kinds[i]), [.. rows]);
    }

    /// <summary>Against the original promise: workdays from the day first promised to the day done, or to now.</summary>
    public static int LateWorkdays(Milestone node, DateOnly? done, DateOnly asOf, WorkCalendar calendar) => calendar.WorkdaysBetween(node.OriginalDueOn, done ?? asOf);

    private static string Evidence(Milestone node, DateOnly asOf) =>
        node.Events.LastOrDefault(e => e.Kind == MilestoneEventKind.Claim && DateOnly.FromDateTime(e.At) <= asOf)?.Note ?? "";

    private SheetRow Lights(ProjectSnapshot project, DateOnly asOf, ProgrammeYear settings, WorkCalendar calendar)
    {
        var lights = Pictures.WallChartReading.MonthEnds(project, asOf, settings, calendar);
        return new SheetRow([project.Project.Name, .. Enumerable.Range(1, 12).Select(m => lights.GetValueOrDefault(m) is { } light ? (object)say.Mark(light) : "")]);
    }

    private IEnumerable<SheetRow> Letters(ProjectSnapshot project, DateOnly asOf) => project.CaseActs
        .Where(a => a.Kind is CaseActKind.LetterConfirmed or CaseActKind.NamedInBulletin or CaseActKind.TalkHeld && DateOnly.FromDateTime(a.At) <= asOf)
        .Select(a => new SheetRow(
        [
            project.Project.Name, say.Word(a.Kind), say.Of("YearEndCause", ("cause", a.Cause), ("target", a.Target)), DateOnly.FromDateTime(a.At),
            project.CaseActs.FirstOrDefault(r => r.Kind is CaseActKind.LetterReplied or CaseActKind.Rectified && r.Cause == a.Cause && r.Target == a.Target) is { } reply ? DateOnly.FromDateTime(reply.At) : null,
            a.Text ?? "",
        ]));

    private static IEnumerable<SheetRow> FollowUps(ProjectSnapshot project, DateOnly asOf) => project.FollowUps.Where(f => f.On <= asOf)
        .Select(f => new SheetRow([project.Organization.Name, project.Project.Name, f.On, f.By, f.Note]));

    private Column[] Columns(string key, double[] widths, Func<int, ColumnKind> kind) => [.. say.List(key).Select((head, i) => new Column(head, widths[i], kind(i)))];
}
