using PartyProjects.Bot.Wording;
using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Documents;

/// <summary>附表: the figures behind the text, project by project, with the totals that the sentences quote.</summary>
internal sealed class BulletinAppendix(Say say)
{
    private static readonly double[] Widths = [15, 21, 8, 8, 8, 9, 9, 12, 13, 8, 6];

    public Sheet Of(BulletinFigures figures)
    {
        var rows = figures.Projects.Select(p => new SheetRow(
        [
            p.Project.Project.Code,
            p.Project.Organization.Name,
            p.Reading.Plan, p.Reading.Actual, p.Reading.Lag,
            p.Reading.Light is { } light ? say.Mark(light) : "",
            say.Of("AppendixNodes", ("done", p.NodesDone), ("all", p.NodesAll)),
            say.Of("AppendixDue", ("onTime", p.NodesOnTime), ("late", p.NodesLate), ("due", p.NodesDue)),
            say.Of("AppendixReports", ("onTime", p.Reports.Count(r => r.Timeliness == ReportTimeliness.OnTime)), ("late", p.Reports.Count(r => r.Timeliness == ReportTimeliness.Late)), ("missing", p.Reports.Count(r => r.Timeliness == ReportTimeliness.Missing)), ("returned", p.Reports.Count(r => r.Returned))),
            p.Card.Total, p.Card.Rank,
        ])).ToList();
        rows.Add(new SheetRow(
        [
            say.Of("AppendixTotal"),
            say.Of("AppendixCount", ("count", figures.Projects.Count)),
            figures.AveragePlan, figures.AverageActual, null,
            say.Of("AppendixLights", ("green", figures.Count(Light.Green)), ("yellow", figures.Count(Light.Yellow)), ("red", figures.Count(Light.Red))),
            say.Of("AppendixNodes", ("done", figures.NodesDone), ("all", figures.NodesAll)),
            say.Of("AppendixDue", ("onTime", figures.NodesOnTime), ("late", figures.NodesLate), ("due", figures.NodesDue)),
            say.Of("AppendixReports", ("onTime", figures.Count(ReportTimeliness.OnTime)), ("late", figures.Count(ReportTimeliness.Late)), ("missing", figures.Count(ReportTimeliness.Missing)), ("returned", figures.ReportsReturned)),
            figures.AverageScore, null,
        ]));
        return new Sheet(say.Of("AppendixName"), [.. say.List("AppendixColumns").Select((head, i) => new Column(head, Widths[i]))], rows) { Caption = say.Of("AppendixCaption") };
    }
}
