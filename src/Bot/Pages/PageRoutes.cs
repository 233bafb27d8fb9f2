using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Pages;

/// <summary>A room of the site: where, who may enter, what it answers. <c>Room</c> is its place in the navigation, null where it has none.</summary>
public sealed record PageRoute(string Method, string Path, Func<Visit, bool> MayEnter, Func<PageRooms, Visit, Task<PageAnswer>> Answer, int? Room = null);

/// <summary>Every page in one table. The navigation shows the rooms of this table that a person may enter, by <c>RoomNames</c> of the wording file.</summary>
public static class PageRoutes
{
    private static readonly Func<Visit, bool> HasDuties = v => v.Reaches(ProgrammeAction.DraftDeclarationOrReport);
    private static readonly Func<Visit, bool> SeesTheWall = v => v.Reaches(ProgrammeAction.SeeWallChart);
    private static readonly Func<Visit, bool> SeesProjects = v => v.Reaches(ProgrammeAction.SeeOwnProject) || SeesTheWall(v);
    private static readonly Func<Visit, bool> TakesDocuments = v => v.Reaches(ProgrammeAction.ExportLedger);
    private static readonly Func<Visit, bool> Decides = v => v.Reaches(ProgrammeAction.EnterDecision);
    private static readonly Func<Visit, bool> RunsTheOffice = v => v.Reaches(ProgrammeAction.ManageSystem) || v.Reaches(ProgrammeAction.ApproveSettings);
    private static readonly Func<Visit, bool> ManagesTheSystem = v => v.Reaches(ProgrammeAction.ManageSystem);

    public static readonly IReadOnlyList<PageRoute> All =
    [
        new("GET", "/duties", HasDuties, (rooms, v) => rooms.Duties(v), Room: 0),
        new("GET", "/projects", HasDuties, (rooms, v) => rooms.Projects(v), Room: 1),
        new("GET", "/projects/{code}", SeesProjects, (rooms, v) => rooms.Project(v)),
        new("GET", "/board", SeesTheWall, (rooms, v) => rooms.Board(v), Room: 2),
        new("GET", "/wall", SeesTheWall, (rooms, v) => rooms.Wall(v), Room: 3),
        new("GET", "/wall.svg", SeesTheWall, (rooms, v) => rooms.WallSvg(v)),
        new("GET", "/wall.png", SeesTheWall, (rooms, v) => rooms.WallPng(v)),
        new("GET", "/documents", TakesDocuments, (rooms, v) => rooms.Documents(v), Room: 4),
        new("GET", "/documents/ledger.xlsx", TakesDocuments, (rooms, v) => rooms.LedgerWorkbook(v)),
        new("GET", "/documents/ledger.csv", TakesDocuments, (rooms, v) => rooms.LedgerCsv(v)),
        new("GET", "/documents/year-end.xlsx", TakesDocuments, (rooms, v) => rooms.YearEnd(v)),
        new("GET", "/documents/declaration.xlsx", TakesDocuments, (rooms, v) => rooms.DeclarationForm(v)),
        new("GET", "/documents/review.xlsx", Decides, (rooms, v) => rooms.ReviewForms(v)),
        new("GET", "/documents/bulletin-{quarter}.docx", Decides, (rooms, v) => rooms.Bulletin(v)),
        new("GET", "/inbox", Decides, (rooms, v) => rooms.Inbox(v), Room: 5),
        new("GET", "/rehearsal", RunsTheOffice, (rooms, v) => rooms.Rehearsal(v), Room: 6),
        new("GET", "/runs", RunsTheOffice, (rooms, v) => rooms.Runs(v), Room: 7),
        new("GET", "/outbox", RunsTheOffice, (rooms, v) => rooms.Outbox(v), Room: 8),
        new("POST", "/outbox/{id}/resend", RunsTheOffice, (rooms, v) => rooms.SendAgain(v)),
        new("GET", "/audit", RunsTheOffice, (rooms, v) => rooms.Audit(v), Room: 9),
        new("GET", "/people", RunsTheOffice, (rooms, v) => rooms.People(v), Room: 10),
        new("POST", "/people/{id}/code", RunsTheOffice, (rooms, v) => rooms.IssueCode(v)),
        new("GET", "/settings", RunsTheOffice, (rooms, v) => rooms.Settings(v), Room: 11),
        new("POST", "/settings/{key}", ManagesTheSystem, (rooms, v) => rooms.ChangeSetting(v)),
        new("POST", "/calendar", TakesDocuments, (rooms, v) => rooms.NewCalendarAddress(v)),
        new("POST", "/calendar/revoke", TakesDocuments, (rooms, v) => rooms.RevokeCalendarAddress(v)),
    ];

    /// <summary>Rooms that a person may enter, in the order of the navigation: path and place in <c>RoomNames</c>.</summary>
    public static IEnumerable<(string Path, int Room)> RoomsOf(Visit visit) =>
        All.Where(r => r.Room is not null && r.MayEnter(visit)).OrderBy(r => r.Room).Select(r => (r.Path, r.Room!.Value));
}
