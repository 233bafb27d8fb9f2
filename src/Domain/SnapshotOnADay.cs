using PartyProjects.Domain.Calendar;

namespace PartyProjects.Domain;

/// <summary>What a snapshot looked like at the end of a day: everything later is not seen.</summary>
public static class SnapshotOnADay
{
    /// <summary>The stage at the end of the day; null before the project existed. 12-31 is seen before the year closes over it (transition 14).</summary>
    public static Stage? StageAt(this ProjectSnapshot project, DateOnly day)
    {
        Stage? stage = null;
        foreach (var change in project.History)
        {
            var on = DateOnly.FromDateTime(change.At);
            if (on > day) break;
            if (on == day && change.To == Stage.NotCompleted && on is { Month: 12, Day: 31 }) break;
            stage = change.To;
        }

        return stage;
    }

    /// <summary>The stage at a moment.</summary>
    public static Stage? StageAt(this ProjectSnapshot project, DateTime moment)
    {
        Stage? stage = null;
        foreach (var change in project.History)
        {
            if (change.At > moment) break;
            stage = change.To;
        }

        return stage;
    }

    /// <summary>Suspended when the end-of-day state is (domain.md section 5: from ≤ day &lt; to).</summary>
    public static bool IsSuspendedOn(this ProjectSnapshot project, DateOnly day) => project.StageAt(day) == Stage.Suspended;

    /// <summary>The day of the first change to the stage, if it happened by the given day.</summary>
    public static DateOnly? ReachedOn(this ProjectSnapshot project, Stage stage, DateOnly by)
    {
        foreach (var change in project.History)
        {
            var on = DateOnly.FromDateTime(change.At);
            if (on > by) return null;
            if (change.To == stage) return on;
        }

        return null;
    }

    /// <summary>现定完成日: the newest revision approved on or before the day that counts, else the original. A late-asked one does not count for assessment (section 14.6).</summary>
    public static DateOnly DueAt(this Milestone milestone, DateOnly day)
    {
        var due = milestone.OriginalDueOn;
        foreach (var revision in milestone.Revisions)
        {
            if (revision.ApprovedOn <= day && !revision.IsAskedLate()) due = revision.NewDueOn;
        }

        return due;
    }

    /// <summary>现定 as shown on charts: every approved revision, late-asked ones too.</summary>
    public static DateOnly ShownDueAt(this Milestone milestone, DateOnly day)
    {
        var due = milestone.OriginalDueOn;
        foreach (var revision in milestone.Revisions)
        {
            if (revision.ApprovedOn <= day) due = revision.NewDueOn;
        }

        return due;
    }

    public static bool IsAskedLate(this MilestoneRevision revision) => revision.AskedOn is { } asked && asked > revision.OldDueOn;

    /// <summary>The day claimed by the end of the day; a returned claim clears it. DonePendingCheck counts.</summary>
    public static DateOnly? DoneOn(this Milestone milestone, DateOnly day)
    {
        DateOnly? done = null;
        foreach (var e in milestone.Events)
        {
            if (DateOnly.FromDateTime(e.At) > day) break;
            done = e.Kind switch
            {
                MilestoneEventKind.Claim => e.DoneOn ?? DateOnly.FromDateTime(e.At),
                MilestoneEventKind.Return => null,
                _ => done,
            };
        }

        return done <= day ? done : null;
    }

    /// <summary>未开始, 进行中, 待核 or 已销号 at the end of the day.</summary>
    public static MilestoneStatus StatusAt(this Milestone milestone, DateOnly day)
    {
        if (milestone.DoneOn(day) is null) return day < milestone.StartOn ? MilestoneStatus.NotStarted : MilestoneStatus.InProgress;
        var last = milestone.Events.LastOrDefault(e => DateOnly.FromDateTime(e.At) <= day);
        return last?.Kind == MilestoneEventKind.Confirm ? MilestoneStatus.Done : MilestoneStatus.DonePendingCheck;
    }

    /// <summary>Workdays overdue at the end of the day; 0 when done or not yet due.</summary>
    public static int OverdueWorkdays(this Milestone milestone, DateOnly day, WorkCalendar calendar)
    {
        var due = milestone.DueAt(day);
        return due >= day || milestone.DoneOn(day) is not null ? 0 : calendar.WorkdaysBetween(due, day);
    }

    public static bool IsOpenAt(this Issue issue, DateOnly day) => issue.RaisedOn <= day && !(issue.ResolvedOn <= day);

    public static int OverdueWorkdays(this Issue issue, DateOnly day, WorkCalendar calendar) =>
        issue.TargetOn >= day || !issue.IsOpenAt(day) ? 0 : calendar.WorkdaysBetween(issue.TargetOn, day);

    public static Milestone? Milestone(this ProjectSnapshot project, string id) =>
        project.Milestones.FirstOrDefault(m => string.Equals(m.Id, id, StringComparison.OrdinalIgnoreCase));

    public static MonthlyReport? Report(this ProjectSnapshot project, Period period) => project.Reports.FirstOrDefault(r => r.Period == period);
}

/// <summary>Status of a node; overdue is derived, never stored.</summary>
public enum MilestoneStatus { NotStarted, InProgress, DonePendingCheck, Done }
