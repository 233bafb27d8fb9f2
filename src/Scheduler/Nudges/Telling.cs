using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Scheduler.Nudges;

/// <summary>Shapes that many rules share.</summary>
internal static class Telling
{
    /// <summary>The same notice for each of these offices.</summary>
    public static IEnumerable<Notice> Told(
        this IEnumerable<Recipient> recipients, string rule, string target, Slot named, Statement statement, Urgency urgency, DateOnly dueOn, ProjectSnapshot? project = null, string? series = null) =>
        recipients.Select(recipient => new Notice
        {
            Rule = rule, Target = target, Recipient = recipient, Named = named, Statement = statement, Urgency = urgency, DueOn = dueOn, Project = project, Series = series,
        });

    /// <summary>A fixed day of a month; on a non-workday it moves forward like a deadline (14.14).</summary>
    public static DateOnly FixedDay(this WorkCalendar calendar, int year, int month, int day) => calendar.Deadline(new DateOnly(year, month, day));

    /// <summary>The last workday of the quarter: 自查 is due.</summary>
    public static DateOnly SelfCheckDue(this WorkCalendar calendar, Quarter quarter) => calendar.OnOrBefore(quarter.LastDay);

    /// <summary>The last month of the quarter.</summary>
    public static int LastMonth(this Quarter quarter) => quarter.Number * 3;

    /// <summary>Somebody had an established project running when the quarter ended.</summary>
    public static bool RanIn(this INudgeView view, Quarter quarter) =>
        view.Units([quarter.Year]).Any(u => u.Projects.Any(p => p.Project.Track == ProjectTrack.Established && p.StageAt(quarter.LastDay) is not (null or Stage.Draft or Stage.Submitted or Stage.Withdrawn)));

    public static bool HasSelfCheck(this ProjectSnapshot project, Quarter quarter) => project.SelfChecks.Any(s => s.Quarter == quarter);
}
