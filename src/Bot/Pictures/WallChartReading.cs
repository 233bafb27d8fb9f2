using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Pictures;

/// <summary>Reads the figures of pictures out of snapshots; every figure is the one that Domain's rules give for that day.</summary>
public static class WallChartReading
{
    /// <summary>The chart of a year at the end of a day: the established projects, in display order.</summary>
    public static WallChart Read(IEnumerable<ProjectSnapshot> projects, int year, DateOnly asOf, ProgrammeYear settings, WorkCalendar calendar)
    {
        var rows = projects.Where(p => p.Project.Year == year && IsOnTheWall(p, asOf)).ToList();
        return new WallChart
        {
            Year = year,
            AsOf = asOf,
            Illustrative = rows.Exists(p => p.Project.Illustrative),
            Rows = [.. rows.Select(p => Row(p, asOf, settings, calendar)).OrderBy(r => r.Order).ThenBy(r => r.Code, StringComparer.Ordinal)],
        };
    }

    /// <summary>Established by the district and not withdrawn; a declaration is not on the wall.</summary>
    public static bool IsOnTheWall(ProjectSnapshot project, DateOnly asOf) => project.Project.Track == ProjectTrack.Established && project.StageAt(asOf)
        is Stage.Established or Stage.InProgress or Stage.Suspended or Stage.PendingAcceptance or Stage.Completed or Stage.NotCompleted or Stage.Terminated;

    /// <summary>One row, for the wall, a page or the 施工图.</summary>
    public static WallChartRow Row(ProjectSnapshot project, DateOnly asOf, ProgrammeYear settings, WorkCalendar calendar)
    {
        var reading = TrafficLight.At(project, asOf, settings, calendar);
        return new WallChartRow
        {
            Code = project.Project.Code,
            Order = project.Project.DisplayOrder,
            Organization = project.Organization.Name,
            Project = project.Project.Name,
            Responsible = project.Project.FirstResponsible,
            Light = reading.Light,
            Reasons = reading.Codes,
            Plan = reading.Plan,
            Actual = reading.Actual,
            Lag = reading.Lag,
            Nodes = [.. project.Milestones.Select(m => Node(m, asOf, calendar))],
            MonthEnds = MonthEnds(project, asOf, settings, calendar),
        };
    }

    /// <summary>Month-end lights up to the day: the stored ones, which never change; where none was stored, what the rules give.</summary>
    public static IReadOnlyDictionary<int, Light?> MonthEnds(ProjectSnapshot project, DateOnly asOf, ProgrammeYear settings, WorkCalendar calendar)
    {
        var lights = new Dictionary<int, Light?>(12);
        for (var month = 1; month <= 12; month++)
        {
            var end = new Period(project.Project.Year, month).LastDay;
            if (end > asOf) break;
            var light = project.MonthEnds.FirstOrDefault(m => m.AsOf == end) is { } stored ? stored.Light : TrafficLight.At(project, end, settings, calendar).Light;
            if (light is not null) lights.Add(month, light);
        }

        return lights;
    }

    private static WallChartNode Node(Milestone milestone, DateOnly asOf, WorkCalendar calendar)
    {
        var overdue = milestone.OverdueWorkdays(asOf, calendar);
        return new WallChartNode
        {
            Id = milestone.Id,
            Title = milestone.Title,
            Acceptance = milestone.Acceptance,
            Owner = milestone.OwnerRole,
            Weight = milestone.Weight,
            StartOn = milestone.StartOn,
            OriginalDueOn = milestone.OriginalDueOn,
            DueOn = milestone.ShownDueAt(asOf),
            DoneOn = milestone.DoneOn(asOf),
            OverdueWorkdays = overdue,
            State = milestone.StatusAt(asOf) switch
            {
                MilestoneStatus.Done => NodeState.Done,
                MilestoneStatus.DonePendingCheck => NodeState.PendingCheck,
                _ => overdue > 0 ? NodeState.Overdue : NodeState.Open,
            },
        };
    }
}
