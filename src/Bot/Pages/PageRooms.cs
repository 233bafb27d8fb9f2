using System.Globalization;
using System.Text;
using PartyProjects.Bot.Documents;
using PartyProjects.Bot.Pictures;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Pages;

/// <summary>What is behind each door: reads the programme and hands it to the page that shows it. Rooms about people and runs stand in their own files.</summary>
public sealed partial class PageRooms(Say say, Lazy<PictureFont?> font)
{
    /// <summary>Duties shown this many days ahead.</summary>
    private const int DaysAhead = 30;

    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private volatile WallOfARevision? wall;

    private sealed record WallOfARevision(long Revision, DateOnly Day, WallChart Chart);

    public Task<PageAnswer> Duties(Visit visit) => Page("DutiesTitle", new DutiesPage(say).Render(DutiesOf(visit.Own, visit.Today, visit.Today.AddDays(DaysAhead), visit), visit.Today));

    public Task<PageAnswer> Projects(Visit visit)
    {
        var board = new BoardPage(say);
        var pieces = new Pieces(say);
        var own = visit.Own;
        var below = visit.Below;
        Html Cards(IEnumerable<ProjectSnapshot> projects) => Html.Of($"<ul class=\"cards\">{projects.Select(p => board.Card(pieces, WallChartReading.Row(p, visit.Today, visit.Settings, visit.Calendar), "/projects/" + p.Project.Code))}</ul>");
        return Page("ProjectsTitle", Html.Of($"""
            <h1>{say.Of("ProjectsTitle")}</h1>
            <p class="lead">{say.Of("ProjectsLead", ("count", own.Count))}</p>
            {Cards(own)}
            {(below.Count == 0 ? Html.Nothing : Html.Of($"<h2>{say.Of("ProjectsBelow", ("count", below.Count))}</h2>{Cards(below)}"))}
            """));
    }

    public Task<PageAnswer> Project(Visit visit)
    {
        var heading = visit.Programme.Projects.FirstOrDefault(p => string.Equals(p.Code, visit.Value("code"), StringComparison.OrdinalIgnoreCase));
        if (heading is null || visit.Programme.SnapshotOf(heading.Id) is not { } project || LedgerLine.Of(project, visit.Today, null, visit.Settings, visit.Calendar) is not { } line) return Refused(StatusCodes.Status404NotFound, "PageNotFound");
        if (!visit.MaySee(project)) return Refused(StatusCodes.Status403Forbidden, "Refused.NotYours");
        var plan = WorkPlanReading.Read(project, visit.Today, visit.Settings, visit.Calendar);
        return Task.FromResult<PageAnswer>(new PageAnswer.Page(project.Project.Name, new ProjectPage(say).Render(project, plan, line, visit.Today, visit.MayReadInside(project), visit.Settings, visit.Calendar)));
    }

    public Task<PageAnswer> Board(Visit visit)
    {
        var chart = Chart(visit);
        var district = DistrictReading.Read(visit.Programme.Snapshots(visit.Year), visit.Year, visit.Today, visit.Settings, visit.Calendar);
        return Page("RoomBoard", new BoardPage(say).Render(chart, district));
    }

    public Task<PageAnswer> Wall(Visit visit) => Page("RoomWall", new WallPage(say).Render(Chart(visit)), wide: true);

    public Task<PageAnswer> WallSvg(Visit visit) =>
        Document("wall.svg", "image/svg+xml", Encoding.UTF8.GetBytes(SvgWriter.Write(new WallChartDrawing(say).Sheet(Chart(visit)))), inline: true);

    /// <summary>Where no Chinese font could be found the vector picture is sent in its place: its reader has fonts.</summary>
    public Task<PageAnswer> WallPng(Visit visit) => font.Value is null
        ? WallSvg(visit)
        : Document("wall.png", "image/png", new PngWriter(font.Value).Write(new WallChartDrawing(say).Sheet(Chart(visit))), inline: true);

    /// <summary>The duties of some projects up to a day, as seen today.</summary>
    public static IReadOnlyList<(Duty Duty, ProjectSnapshot Project)> DutiesOf(IEnumerable<ProjectSnapshot> projects, DateOnly today, DateOnly through, Visit visit) =>
        [.. projects.SelectMany(p => DutyList.For(p, today, through, visit.Settings, visit.Calendar).Select(d => (d, p)))];

    /// <summary>Read once a revision and day: every screen on every wall asks for the same chart.</summary>
    private WallChart Chart(Visit visit)
    {
        if (wall is { } known && known.Revision == visit.Programme.Revision && known.Day == visit.Today) return known.Chart;
        var chart = WallChartReading.Read(visit.Programme.Snapshots(visit.Year), visit.Year, visit.Today, visit.Settings, visit.Calendar);
        wall = new WallOfARevision(visit.Programme.Revision, visit.Today, chart);
        return chart;
    }

    private Task<PageAnswer> Page(string title, Html main, bool wide = false) => Task.FromResult<PageAnswer>(new PageAnswer.Page(say.Of(title), main, wide));

    private Task<PageAnswer> Refused(int status, string why) => Task.FromResult<PageAnswer>(new PageAnswer.Refused(status, say.Of(why)));

    private static Task<PageAnswer> Document(string name, string type, byte[] content, bool inline = false) =>
        Task.FromResult<PageAnswer>(new PageAnswer.Document(name, type, content, inline));
}
