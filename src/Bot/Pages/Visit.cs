using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Pages;

/// <summary>One request of a signed-in person: who, as which roles, and the programme as of this moment.</summary>
public sealed class Visit
{
    public required HttpContext Http { get; init; }
    public required Person Person { get; init; }
    public required IReadOnlyList<Role> Roles { get; init; }
    public required Programme Programme { get; init; }
    public required ProgrammeStore Store { get; init; }

    /// <summary>Programme time, China local.</summary>
    public required DateTime Now { get; init; }
    public required Say Say { get; init; }

    public DateOnly Today => DateOnly.FromDateTime(Now);

    public ProgrammeYear Settings => Programme.SettingsOn(Today);

    public WorkCalendar Calendar => Programme.Calendar;

    /// <summary>This year where it has projects, else the newest that has.</summary>
    public int Year => Programme.Years.FirstOrDefault(y => y <= Today.Year, Today.Year);

    public bool Reaches(ProgrammeAction action) => Permission.Of(action, Roles) is not Reach.None;

    public bool SeesAll => Permission.Of(ProgrammeAction.SeeOwnProject, Roles) == Reach.All;

    /// <summary>Projects of the person's own organisation.</summary>
    public IReadOnlyList<ProjectSnapshot> Own => [.. Programme.SnapshotsOf(Person.OrganizationId, Year)];

    /// <summary>Projects of organisations below the person's own.</summary>
    public IReadOnlyList<ProjectSnapshot> Below => [.. Programme.SubtreeOf(Person.OrganizationId).Skip(1).SelectMany(o => Programme.SnapshotsOf(o.Id, Year))];

    /// <summary>Reports and issues of a project: own, below, or everything for the district's staff and leaders (domain.md section 3).</summary>
    public bool MayReadInside(ProjectSnapshot project) => Permission.Of(ProgrammeAction.SeeOwnProject, Roles) switch
    {
        Reach.All => true,
        Reach.Subtree => Programme.IsWithin(project.Organization.Id, Person.OrganizationId),
        Reach.Own => project.Organization.Id == Person.OrganizationId,
        _ => false,
    };

    /// <summary>What is on the wall may be seen by everybody who may see the wall; the rest only from inside.</summary>
    public bool MaySee(ProjectSnapshot project) => MayReadInside(project) || (Reaches(ProgrammeAction.SeeWallChart) && Pictures.WallChartReading.IsOnTheWall(project, Today));

    /// <summary>An act of this person through the pages: stored, audited, on disk when it returns.</summary>
    public Task<T> ActAsync<T>(Func<WriteSession, T> act) => Store.WriteAsync(session =>
    {
        session.Acting = Actor.Of(Person, Roles[0], "page", null);
        return act(session);
    }, Http.RequestAborted);

    /// <summary>The part of the path that the route left open.</summary>
    public string Value(string name) => Http.Request.RouteValues[name]?.ToString() ?? "";

    public string? Query(string name) => Http.Request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;
}
