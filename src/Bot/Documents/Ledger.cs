using System.Globalization;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Bot.Documents;

/// <summary>台账 (domain.md section 11): established, self-run, lower-level grouped by parent, nodes, issues; the column order is the rule's.</summary>
public sealed class Ledger(Say say)
{
    private static readonly double[] Widths = [5, 15, 19, 11, 14, 26, 19, 8, 19, 8, 8, 8, 8, 22, 26, 17, 13, 20, 8, 11, 8, 8, 12];

    private static readonly ColumnKind[] Kinds =
    [
        ColumnKind.Whole, ColumnKind.Text, ColumnKind.Text, ColumnKind.Text, ColumnKind.Text, ColumnKind.LongText, ColumnKind.LongText, ColumnKind.Text, ColumnKind.Text,
        ColumnKind.Decimal, ColumnKind.Decimal, ColumnKind.Decimal, ColumnKind.Light, ColumnKind.LongText, ColumnKind.LongText, ColumnKind.LongText, ColumnKind.LongText,
        ColumnKind.LongText, ColumnKind.Text, ColumnKind.Text, ColumnKind.Decimal, ColumnKind.Text, ColumnKind.Text,
    ];

    /// <summary>All five sheets, in order. <paramref name="parentOf"/> names the committee above a lower-level organisation.</summary>
    public IReadOnlyList<Sheet> Sheets(IReadOnlyList<LedgerLine> lines, DateOnly asOf, WorkCalendar calendar, Func<ProjectSnapshot, string> parentOf)
    {
        var names = say.List("LedgerSheets");
        var caption = say.Of("LedgerCaption", ("date", say.Of("AsOfDay", ("year", asOf.Year), ("month", asOf.Month), ("day", asOf.Day))), ("mark", lines.Any(l => l.Source.Project.Illustrative) ? say.Of("Illustrative") : ""));
        Sheet Projects(string name, ProjectTrack track) => new(name, ProjectColumns(), Numbered(lines.Where(l => l.Source.Project.Track == track).Select(l => l))) { Caption = caption };
        return
        [
            Projects(names[0], ProjectTrack.Established),
            Projects(names[1], ProjectTrack.SelfRun),
            new Sheet(names[2], ProjectColumns(), Grouped(lines.Where(l => l.Source.Project.Track == ProjectTrack.LowerLevel), parentOf)) { Caption = caption },
            Nodes(names[3], lines, asOf, calendar) with { Caption = caption },
            Issues(names[4], lines, asOf, calendar) with { Caption = caption },
        ];
    }

    private Column[] ProjectColumns() => [.. say.List("LedgerColumns").Select((head, i) => new Column(head, Widths[i], Kinds[i]))];

    private List<SheetRow> Numbered(IEnumerable<LedgerLine> lines) => [.. lines.Select((l, i) => new SheetRow(Cells(l, i + 1)))];

    private List<SheetRow> Grouped(IEnumerable<LedgerLine> lines, Func<ProjectSnapshot, string> parentOf)
    {
        var rows = new List<SheetRow>();
        var number = 0;
        foreach (var group in lines.GroupBy(l => parentOf(l.Source), StringComparer.Ordinal))
        {
            var heading = new object?[Kinds.Length];
            heading[1] = group.Key;
            heading[2] = say.Of("LedgerGroup", ("count", group.Count()));
            rows.Add(new SheetRow(heading, Heading: true));
            rows.AddRange(group.Select(l => new SheetRow(Cells(l, ++number), Level: 1)));
        }

        return rows;
    }

    private object?[] Cells(LedgerLine line, int number)
    {
        var project = line.Source.Project;
        return
        [
            number,
            line.Source.Organization.Name,
            project.Name,
            project.Category,
            project.FirstResponsible,
            project.Goal,
            string.Join('\n', project.Indicators.Select(i => say.Of("LedgerIndicator", ("name", i.Name), ("target", i.Target), ("unit", i.Unit)))),
            say.Of("LedgerNodes", ("count", line.Source.Milestones.Count), ("done", line.NodesDone)),
            line.Current is { } node ? CurrentNode(node, line.CurrentDueOn!.Value) : "",
            line.Reading.Plan,
            line.Reading.Actual,
            line.Reading.Lag,
            line.Reading.Light is { } light ? say.Word(light) : "",
            string.Join('\n', line.Reading.Reasons.Select(r => say(r.Facts))),
            line.Report?.Done ?? "",
            line.Report?.Problem ?? "",
            string.Join('\n', line.DistrictHelp.Select(i => i.Title)),
            line.Report?.Plan ?? "",
            say.Word(line.Timing),
            say.Of("LedgerLetters", ("letters", line.Letters), ("bulletins", line.Bulletins), ("talks", line.Talks)),
            line.QuarterScore,
            say.Word(line.Stage),
            line.UpdatedAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "",
        ];
    }

    private string CurrentNode(Milestone node, DateOnly dueOn) => dueOn == node.OriginalDueOn
        ? say.Of("LedgerCurrentNode", ("id", node.Id), ("title", node.Title), ("date", dueOn))
        : say.Of("LedgerCurrentNodeMoved", ("id", node.Id), ("title", node.Title), ("date", dueOn), ("original", node.OriginalDueOn));

    private Sheet Nodes(string name, IEnumerable<LedgerLine> lines, DateOnly asOf, WorkCalendar calendar)
    {
        double[] widths = [30, 34, 34, 22, 8, 12, 12, 12, 12, 10, 12];
        ColumnKind[] kinds = [ColumnKind.Text, ColumnKind.Text, ColumnKind.Text, ColumnKind.Text, ColumnKind.Whole, ColumnKind.Date, ColumnKind.Date, ColumnKind.Date, ColumnKind.Date, ColumnKind.Text, ColumnKind.Whole];
        var rows = from line in lines
                   from m in line.Source.Milestones
                   select new SheetRow(
                   [
                       line.Source.Project.Name, say.Of("LedgerNodeName", ("id", m.Id), ("title", m.Title)), m.Acceptance, m.OwnerRole, m.Weight, m.StartOn, m.ShownDueAt(asOf), m.OriginalDueOn,
                       m.DoneOn(asOf), say.Word(m.StatusAt(asOf)), m.OverdueWorkdays(asOf, calendar) is > 0 and var days ? days : null,
                   ]);
        return new Sheet(name, Columns("LedgerNodeColumns", widths, kinds), [.. rows]);
    }

    private Sheet Issues(string name, IEnumerable<LedgerLine> lines, DateOnly asOf, WorkCalendar calendar)
    {
        double[] widths = [30, 44, 10, 12, 20, 12, 12, 12, 40, 12];
        ColumnKind[] kinds = [ColumnKind.Text, ColumnKind.LongText, ColumnKind.Text, ColumnKind.Text, ColumnKind.Text, ColumnKind.Date, ColumnKind.Date, ColumnKind.Date, ColumnKind.LongText, ColumnKind.Whole];
        var yesNo = say.List("YesNo");
        var rows = from line in lines
                   from issue in line.Source.Issues
                   where issue.RaisedOn <= asOf
                   let resolved = issue.ResolvedOn <= asOf
                   select new SheetRow(
                   [
                       line.Source.Project.Name, issue.Title, say.Word(issue.Severity), yesNo[issue.NeedDistrictHelp ? 0 : 1], issue.Owner, issue.RaisedOn, issue.TargetOn,
                       resolved ? issue.ResolvedOn : null, resolved ? issue.Resolution : "", issue.OverdueWorkdays(asOf, calendar) is > 0 and var days ? days : null,
                   ]);
        return new Sheet(name, Columns("LedgerIssueColumns", widths, kinds), [.. rows]);
    }

    private Column[] Columns(string key, double[] widths, ColumnKind[] kinds) => [.. say.List(key).Select((head, i) => new Column(head, widths[i], kinds[i]))];
}
