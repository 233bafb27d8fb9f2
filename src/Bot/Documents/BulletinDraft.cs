using PartyProjects.Bot.Wording;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Documents;

/// <summary>What a person decides about a bulletin; everything else is computed.</summary>
public sealed record BulletinOccasion
{
    /// <summary>When the supervision took place.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly Until { get; init; }

    /// <summary>印发日期.</summary>
    public required DateOnly IssuedOn { get; init; }

    /// <summary>Until when red projects send measures; yellow ones explain with their next monthly report.</summary>
    public required DateOnly RedDueOn { get; init; }
    public required DateOnly YellowDueOn { get; init; }

    /// <summary>Why an issue replaces an earlier one; null for the first.</summary>
    public string? CorrectionNote { get; init; }

    /// <summary>Not signed yet.</summary>
    public bool Draft { get; init; } = true;

    // The first week after the quarter; the issue on the 15th; measures within four workdays of it (domain.md section 6, N17 and N18, and the example of section 11).
    private const int SupervisionWd = 5, IssueDay = 15, RedWd = 4;

    /// <summary>The usual days of a quarter's bulletin.</summary>
    public static BulletinOccasion Usual(Quarter quarter, ProgrammeYear settings, WorkCalendar calendar)
    {
        var after = quarter.LastDay.AddDays(1);
        var issued = calendar.Deadline(new DateOnly(after.Year, after.Month, IssueDay));
        return new BulletinOccasion
        {
            From = calendar.NthWorkday(after, 1),
            Until = calendar.NthWorkday(after, SupervisionWd),
            IssuedOn = issued,
            RedDueOn = calendar.AddWorkdays(issued, RedWd),
            YellowDueOn = Domain.Steps.MonthlyReportDue.DueOn(Period.Of(issued), settings, calendar),
        };
    }

    /// <summary>The same supervision, issued on another day: what is demanded falls due after that day.</summary>
    public static BulletinOccasion IssuedLater(BulletinOccasion usual, DateOnly issued, ProgrammeYear settings, WorkCalendar calendar)
    {
        var report = Domain.Steps.MonthlyReportDue.DueOn(Period.Of(issued), settings, calendar);
        return usual with
        {
            IssuedOn = issued,
            RedDueOn = calendar.AddWorkdays(issued, RedWd),
            YellowDueOn = report > issued ? report : Domain.Steps.MonthlyReportDue.DueOn(Period.Of(issued).Add(1), settings, calendar),
        };
    }
}

/// <summary>通报 drafted from its figures (domain.md section 11): fixed parts, every sentence computed, no personal names; a person signs it.</summary>
public sealed class BulletinDraft(Say say)
{
    public OfficialDocument Write(BulletinFigures figures, BulletinOccasion occasion, ProgrammeYear settings)
    {
        var names = new UnitNames(say);
        var illustrative = figures.Projects.Any(p => p.Project.Project.Illustrative);
        var marks = new List<string>();
        if (occasion.Draft) marks.Add(say.Of("BulletinDraftMark"));
        if (illustrative) marks.Add(say.Of("BulletinDemoMark"));
        if (occasion.CorrectionNote is { } note) marks.Add(say.Of("BulletinCorrected", ("note", note)));
        var blocks = new List<OfficialBlock>
        {
            new(BlockKind.Body, say.Of("BulletinLead", ("from", Day(occasion.From)), ("until", Until(occasion.From, occasion.Until)), ("count", figures.Projects.Count), ("ordinal", Ordinal(figures.Quarter)))),
            Heading(0),
            new(BlockKind.Body, Overall(figures)),
        };
        var good = new BulletinGood(say, names).Sentences(figures);
        var bad = new BulletinProblems(say, names).Paragraphs(figures, settings);
        var heading = 1;
        if (good.Length > 0) blocks.AddRange([Heading(heading, 1), new(BlockKind.Body, good)]);
        if (good.Length > 0) heading++;
        blocks.AddRange([Heading(heading++, 2), .. bad.Count == 0 ? [new OfficialBlock(BlockKind.Body, say.Of("BulletinNoProblems"))] : Numbered(bad)]);
        blocks.AddRange([Heading(heading, 3), .. Numbered(Requirements(figures, occasion, settings))]);
        return new OfficialDocument
        {
            TitleLines = say.Of("BulletinTitle", ("year", figures.Quarter.Year), ("ordinal", Ordinal(figures.Quarter))).Split('|'),
            Marking = marks.Count == 0 ? null : string.Join(' ', marks),
            Addressee = say.Of("BulletinAddressee"),
            Blocks = blocks,
            Signature = say.Of("BulletinSignature") + (illustrative ? say.Of("BulletinExampleMark") : ""),
            Date = say.Of("OfficialDay", ("year", occasion.IssuedOn.Year), ("month", occasion.IssuedOn.Month), ("day", occasion.IssuedOn.Day)),
            Appendix = new BulletinAppendix(say).Of(figures),
        };
    }

    private string Overall(BulletinFigures f)
    {
        var lights = new[] { Light.Green, Light.Yellow, Light.Red, Light.Blue }.Where(l => l != Light.Blue || f.Count(l) > 0);
        return say.Of(
            "BulletinOverall",
            ("lock", Day(f.Quarter.LastDay)), ("count", f.Projects.Count), ("plan", Pieces(f.AveragePlan)), ("actual", Pieces(f.AverageActual)),
            ("lights", string.Join(say.Of("BulletinComma"), lights.Select(l => say.Of("BulletinLight", ("light", say.Of("BulletinLightOf" + l)), ("count", f.Count(l)))))),
            ("quarter", say.List("QuarterShortWords")[f.Quarter.Number - 1]), ("due", f.NodesDue), ("onTime", f.NodesOnTime), ("late", f.NodesLate), ("open", f.NodesOpen), ("all", f.NodesAll), ("done", f.NodesDone),
            ("reports", f.ReportsDue), ("reportsOnTime", f.Count(ReportTimeliness.OnTime)), ("reportsLate", f.Count(ReportTimeliness.Late)), ("reportsMissing", f.Count(ReportTimeliness.Missing)), ("returned", f.ReportsReturned),
            ("score", Pieces(f.AverageScore)));
    }

    private List<(string LeadIn, string Text)> Requirements(BulletinFigures figures, BulletinOccasion occasion, ProgrammeYear settings)
    {
        var demands = new List<string>();
        if (figures.Count(Light.Red) > 0) demands.Add(say.Of("BulletinRedDemand", ("date", Day(occasion.RedDueOn))));
        if (figures.Count(Light.Yellow) > 0) demands.Add(say.Of("BulletinYellowDemand", ("date", Day(occasion.YellowDueOn))));
        var paragraphs = new List<(string, string)>();
        if (demands.Count > 0) paragraphs.Add(("", string.Join(say.Of("ListSeparator"), demands) + say.Of("BulletinStop")));
        paragraphs.Add(("", say.Of("BulletinInPerson")));
        paragraphs.Add(("", say.Of("BulletinRectify", ("days", settings.RectifyWd))));
        return paragraphs;
    }

    private OfficialBlock Heading(int number, int? part = null) =>
        new(BlockKind.Heading, say.Of("BulletinHeading", ("number", say.List("ChineseNumbers")[number]), ("part", say.List("BulletinParts")[part ?? number])));

    private IEnumerable<OfficialBlock> Numbered(IReadOnlyList<(string LeadIn, string Text)> paragraphs) =>
        paragraphs.Select((p, i) => new OfficialBlock(BlockKind.SubHeading, p.Text, say.Of("BulletinSubHeading", ("number", say.List("ChineseNumbers")[i])) + p.LeadIn));

    private string Ordinal(Quarter quarter) => say.List("QuarterOrdinalWords")[quarter.Number - 1];

    private string Day(DateOnly day) => say.Of("OfficialShortDay", ("month", day.Month), ("day", day.Day));

    private string Until(DateOnly from, DateOnly until) => from.Month == until.Month ? say.Of("OfficialDayOnly", ("day", until.Day)) : Day(until);

    private static string Pieces(decimal value) => value.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture);
}
