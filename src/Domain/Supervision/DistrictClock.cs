using PartyProjects.Domain.Calendar;

namespace PartyProjects.Domain.Supervision;

/// <summary>需区级协调, seen from the district's side: how old it is and how far past its target, in workdays.</summary>
public sealed record DistrictRequest(string ProjectId, Issue Issue, int AgeWd, int OverdueWd, EscalationLevel? Level)
{
    /// <summary>On OrgDept's to-do for 15 workdays: red for OrgDept, never for the secretary (domain.md section 7).</summary>
    public bool IsRed => AgeWd >= DistrictClock.RedAfterWd;
}

/// <summary>The clock runs on the district's side too: a request for help ages visibly and is escalated inside the district like a missed report.</summary>
public static class DistrictClock
{
    public const int RedAfterWd = 15;

    /// <summary>Open requests at the end of the day, oldest first.</summary>
    public static IReadOnlyList<DistrictRequest> Open(IEnumerable<ProjectSnapshot> projects, DateOnly day, ProgrammeYear settings, WorkCalendar calendar) =>
    [
        .. projects.SelectMany(p => p.Issues.Where(i => i.NeedDistrictHelp && i.IsOpenAt(day)).Select(i => Of(p, i, day, settings, calendar)))
            .OrderByDescending(r => r.AgeWd).ThenBy(r => r.ProjectId, StringComparer.Ordinal).ThenBy(r => r.Issue.Id, StringComparer.Ordinal),
    ];

    /// <summary>Past the target: 催办 to OrgDept on workday 1, to the leading group on the day a letter would go out, in the bulletin when a reply would be due.</summary>
    private static DistrictRequest Of(ProjectSnapshot project, Issue issue, DateOnly day, ProgrammeYear settings, WorkCalendar calendar)
    {
        var overdue = issue.OverdueWorkdays(day, calendar);
        EscalationLevel? level = overdue switch
        {
            0 => null,
            _ when overdue > settings.LetterWdReport + settings.ReplyWd => EscalationLevel.Bulletin,
            _ when overdue >= settings.LetterWdReport => EscalationLevel.ReminderLetter,
            _ => EscalationLevel.Urge,
        };
        return new DistrictRequest(project.Project.Id, issue, calendar.WorkdaysBetween(issue.RaisedOn, day), overdue, level);
    }
}
