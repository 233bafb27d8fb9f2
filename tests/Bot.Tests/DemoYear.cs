using PartyProjects.Bot.Documents;
using PartyProjects.Bot.Pictures;
using PartyProjects.Bot.Wording;
using PartyProjects.Data.DataFiles;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Tests.Bot;

/// <summary>The demo year, the published calendar and the words, read once from what the Bot ships.</summary>
internal static class DemoYear
{
    public static readonly DateOnly EndOfSeptember = new(2017, 9, 30);

    public static readonly DataFile File = DataFile.Read(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "demo-2017.json")));

    public static readonly WorkCalendar Calendar = new(HolidayFile.Read(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "holidays.json"))));

    public static readonly ProgrammeYear Settings = ProgrammeYear.Default;

    public static readonly Say Say = WordingFile.Load().Say;

    public static readonly IReadOnlyList<DateOnly> MonthEnds = [.. Enumerable.Range(1, 9).Select(m => new Period(2017, m).LastDay)];

    /// <summary>Projects with the human acts of their cases.</summary>
    public static readonly IReadOnlyList<ProjectSnapshot> Projects = [.. File.Projects.Select(p => p with { CaseActs = [.. File.CaseActs[p.Project.Code]] })];

    public static WallChart Chart(DateOnly asOf) => WallChartReading.Read(Projects, 2017, asOf, Settings, Calendar);

    public static IReadOnlyList<LedgerLine> LedgerOn(DateOnly asOf) =>
        [.. Projects.Concat(File.Placeholders).Concat(File.LowerLevel.Select(l => l.Snapshot)).Select(p => LedgerLine.Of(p, asOf, QuarterScore.Of(p, Quarter.Of(asOf), Settings, Calendar)?.Total, Settings, Calendar)).OfType<LedgerLine>()];

    /// <summary>The committee above a lower-level project.</summary>
    public static string ParentOf(ProjectSnapshot project) => File.LowerLevel.First(l => ReferenceEquals(l.Snapshot, project)).ParentOrg;
}
