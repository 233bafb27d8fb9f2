using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Scheduler.Nudges;

/// <summary>A committee with its own projects of the year and those of lower organisations under it: what one secretary answers for.</summary>
public sealed record Unit(Organization Organization, IReadOnlyList<ProjectSnapshot> Projects, IReadOnlyList<ProjectSnapshot> Below)
{
    private readonly Dictionary<(string, DateOnly), IReadOnlyList<EscalationCase>> cases = [];

    /// <summary>Open cases of one of its projects on the day; several rules ask, they are found once.</summary>
    public IReadOnlyList<EscalationCase> OpenCases(ProjectSnapshot project, INudgeView view, DateOnly day)
    {
        // The ladder is for what the district established; a lower-level project is its parent secretary's to follow up (N15).
        if (project.Project.Track != ProjectTrack.Established) return [];
        if (!cases.TryGetValue((project.Project.Id, day), out var open))
        {
            cases[(project.Project.Id, day)] = open = [.. EscalationLadder.CasesOf(project, day, view.SettingsOn(day), view.Calendar).Where(c => c.IsOpen)];
        }

        return open;
    }
}

/// <summary>What rules may look at: the programme as it is, or as a data file says it was. Everything is as of the moment the view was taken.</summary>
public interface INudgeView
{
    WorkCalendar Calendar { get; }

    /// <summary>The settings that hold on a day.</summary>
    ProgrammeYear SettingsOn(DateOnly day);

    /// <summary>Committees that have or may have projects in the years, in display order; read as they are asked for, so that a province fits.</summary>
    IEnumerable<Unit> Units(IReadOnlyCollection<int> years);

    /// <summary>One of them; null when there is none.</summary>
    Unit? UnitOf(string organizationId, IReadOnlyCollection<int> years);

    /// <summary>Holders of an office of an organisation on a day; an acting secretary only in the interval, somebody on leave with the stand-in as addressee.</summary>
    IReadOnlyList<Recipient> HoldersOf(string organizationId, Role role, DateOnly day);

    /// <summary>Holders of an office of the district: 组织部, 评委, 领导小组, 管理员.</summary>
    IReadOnlyList<Recipient> OfDistrict(Role role, DateOnly day);

    /// <summary>The parts of the year that belong to no single project.</summary>
    YearFacts Year(int year);
}

/// <summary>评委会, 自查, 督查 and 通报 of a year, as of the view's moment.</summary>
public sealed record YearFacts
{
    public static readonly YearFacts None = new();

    /// <summary>The day the panel opened; null before.</summary>
    public DateOnly? PanelOpenedOn { get; init; }
    public bool PanelClosed { get; init; }

    /// <summary>Projects to be scored.</summary>
    public int ToScore { get; init; }

    /// <summary>Sheets in, by person of the panel; recused ones count as in.</summary>
    public IReadOnlyDictionary<string, int> SheetsIn { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    /// <summary>Quarters whose 督查 is entered.</summary>
    public IReadOnlySet<Quarter> Supervised { get; init; } = new HashSet<Quarter>();

    /// <summary>Quarters whose bulletin is signed, and when.</summary>
    public IReadOnlyDictionary<Quarter, DateOnly> BulletinsSigned { get; init; } = new Dictionary<Quarter, DateOnly>();

    /// <summary>Offices nobody can be reached at, by title.</summary>
    public IReadOnlyList<string> Unreachable { get; init; } = [];
}
