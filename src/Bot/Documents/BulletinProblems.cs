using System.Globalization;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Documents;

/// <summary>存在问题, unit by unit: 进度滞后, 月报不及时, 问题整改超期, and what waits for the district itself.</summary>
internal sealed class BulletinProblems(Say say, UnitNames names)
{
    public IReadOnlyList<(string LeadIn, string Text)> Paragraphs(BulletinFigures figures, ProgrammeYear settings)
    {
        var titles = say.List("BulletinProblemTitles");
        var texts = new[] { Lagging(figures, settings), Reports(figures), Issues(figures, settings), DistrictHelp(figures) };
        return [.. titles.Zip(texts).Where(p => p.Second.Length > 0).Select(p => (p.First + say.Of("BulletinStop"), p.Second))];
    }

    private string Lagging(BulletinFigures figures, ProgrammeYear settings)
    {
        var behind = figures.Projects.Where(p => p.Reading.Lag >= settings.YellowLag).OrderByDescending(p => p.Reading.Lag).ToList();
        var worst = behind.Where(p => p.Reading.Lag > settings.RedLag).ToList();
        var rest = behind.Except(worst).ToList();
        var sentences = worst.ConvertAll(p => say.Of(
            "BulletinFarBehind",
            ("project", names.Full(p.Project)), ("actual", One(p.Reading.Actual)), ("lag", One(p.Reading.Lag)),
            ("nodes", string.Concat(p.Overdue.Select(n => say.Of("BulletinNodeOverdue", ("id", n.Id), ("days", n.Workdays)))))));
        if (rest.Count == 1) sentences.Add(say.Of("BulletinBehindOne", ("unit", names.Short(rest[0].Project)), ("lag", One(rest[0].Reading.Lag))));
        if (rest.Count > 1)
        {
            var pause = say.Of("BulletinPause");
            sentences.Add(say.Of("BulletinBehindSome", ("units", string.Join(pause, rest.Select(p => names.Short(p.Project)))), ("lags", string.Join(pause, rest.Select(p => say.Of("BulletinPoints", ("lag", One(p.Reading.Lag))))))));
        }

        sentences.AddRange(figures.Projects.Except(behind).Where(p => p.Overdue.Count > 0).Select(p => say.Of(
            "BulletinOnlyOverdue",
            ("unit", names.Short(p.Project)),
            ("nodes", string.Join(say.Of("BulletinPause"), p.Overdue.Select(n => say.Of("BulletinNodeOverduePlain", ("id", n.Id), ("days", n.Workdays))))))));
        return string.Concat(sentences);
    }

    private string Reports(BulletinFigures figures)
    {
        var parts = new[] { (ReportTimeliness.Missing, "BulletinReportsMissing"), (ReportTimeliness.Late, "BulletinReportsLate") }.Select(kind =>
        {
            var units = figures.Projects
                .Select(p => (p.Project, Periods: p.Reports.Where(r => r.Timeliness == kind.Item1).Select(r => r.Period).ToList()))
                .Where(u => u.Periods.Count > 0)
                .OrderByDescending(u => u.Periods.Count);
            return string.Join(say.Of("BulletinComma"), units.Select(u => say.Of(kind.Item2, ("unit", names.Short(u.Project)), ("months", u.Periods))));
        }).Where(text => text.Length > 0).ToList();
        return parts.Count == 0 ? "" : string.Join(say.Of("ListSeparator"), parts) + say.Of("BulletinStop");
    }

    private string Issues(BulletinFigures figures, ProgrammeYear settings)
    {
        var parts = figures.Projects.Where(p => p.IssuesOverdue > 0).GroupBy(p => p.IssuesOverdue).OrderByDescending(g => g.Key)
            .Select(g => say.Of(g.Count() > 1 ? "BulletinIssuesEach" : "BulletinIssuesOne", ("units", string.Join(say.Of("BulletinPause"), g.Select(p => names.Short(p.Project)))), ("count", g.Key)))
            .ToList();
        parts.AddRange(figures.Projects.Where(p => p.Shows("R5")).Select(p => say.Of("BulletinThirdTime", ("unit", names.Short(p.Project)), ("months", settings.ConsecutiveYellow))));
        return parts.Count == 0 ? "" : string.Join(say.Of("ListSeparator"), parts) + say.Of("BulletinStop");
    }

    /// <summary>The district's own side: requests that wait for it are named like everybody else's omissions.</summary>
    private string DistrictHelp(BulletinFigures figures)
    {
        var waiting = figures.Projects.Where(p => p.DistrictHelp.Count > 0).ToList();
        return waiting.Count == 0 ? "" : say.Of("BulletinDistrictHelp", ("units", string.Join(say.Of("BulletinPause"), waiting.Select(p => names.Short(p.Project)))), ("count", waiting.Sum(p => p.DistrictHelp.Count)));
    }

    private static string One(decimal? value) => value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "";
}
