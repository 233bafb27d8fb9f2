using PartyProjects.Domain;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Scheduler.Nudges.Monthly;

/// <summary>Monthly reports that are owed, not yet on file, and whose hour has not struck.</summary>
internal static class ReportsToCome
{
    public static IEnumerable<(Period Period, DateOnly DueOn)> Of(INudgeView view, ProjectSnapshot project, Slot slot)
    {
        var day = slot.Day;
        if (project.Project.Track != ProjectTrack.Established || !project.Runs(day)) yield break;
        if (MonthlyReportDue.FirstPeriod(project, day) is not { } first) yield break;
        // With an early ReportDay the hint for next month's report falls into this month.
        foreach (var period in (Period[])[Period.Of(day), Period.Of(day).Add(1)])
        {
            if (period < first || period.Year != project.Project.Year) continue;
            var due = MonthlyReportDue.DueOn(period, view.SettingsOn(day), view.Calendar);
            var report = project.Report(period);
            if (slot > Slot.LastCall(due) || report is { Exempt: true } || (report is not null && report.IsOnFile(day))) continue;
            // A report that came back is owed by its own day (M10), not by the 25th.
            if (report?.LastEvent(day)?.Kind == ReportEventKind.Return) continue;
            yield return (period, due);
        }
    }

    /// <summary>The notices of one hint: for every report whose named slot is reached, one for the secretary and one for the 联络员.</summary>
    public static IEnumerable<Notice> Hints(
        INudgeView view, ProjectSnapshot project, Slot slot, string rule, Func<DateOnly, Slot> named, Urgency urgency, Func<Period, DateOnly, Statement> say) =>
        from report in Of(view, project, slot)
        let at = named(report.DueOn)
        where at <= slot
        let statement = say(report.Period, report.DueOn)
        from recipient in view.SecretaryAndLiaison(project, slot.Day)
        select new Notice
        {
            Rule = rule,
            Target = $"{project.Project.Id}/{report.Period}",
            Series = $"report {project.Project.Id}/{report.Period}",
            Recipient = recipient,
            Named = at,
            Statement = statement,
            Urgency = urgency,
            DueOn = report.DueOn,
            Project = project,
            Buttons = [new Statement("Nudge.Button.Report")],
        };
}
