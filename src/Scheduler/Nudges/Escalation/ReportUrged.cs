using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;
using PartyProjects.Scheduler.Nudges.Deadlines;

namespace PartyProjects.Scheduler.Nudges.Escalation;

/// <summary>L1 催办 of a monthly report: one workday after it was due (M03). Nodes and issues are urged by N12 and N13.</summary>
public sealed class ReportUrged : IProjectRule
{
    public string Code => "L1";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot)
    {
        if (!project.Runs(slot.Day)) return [];
        return from open in unit.OpenCases(project, view, slot.Day)
               where open.Cause == CaseCause.ReportOverdue && open.Step(EscalationLevel.ReminderLetter) is not { DecidedOn: not null }
               let named = open.Mornings(view.Calendar, slot).First()
               let statement = Statement.Of("Nudge.L1", ("project", project.NameAmong(unit, slot.Day)), ("period", Period.Parse(open.Target)), ("days", open.Days(view.Calendar, slot)))
               from notice in view.SecretaryAndLiaison(project, slot.Day).Told(
                   Code, $"{project.Project.Id}/{open.Target}/{open.CountsFrom:yyyy-MM-dd}", named, statement, Urgency.Overdue, open.CountsFrom, project, CaseSeries.Of(open))
               select notice;
    }
}
