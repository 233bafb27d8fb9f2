using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;
using PartyProjects.Scheduler.Nudges.Deadlines;

namespace PartyProjects.Scheduler.Nudges.Escalation;

/// <summary>L2 提醒函, once 组织部 has confirmed it: to the secretary, copied to the committee's 联络员 (M15). Never sent by the bot on its own.</summary>
public sealed class ReminderLetter : IProjectRule
{
    public string Code => "L2";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot)
    {
        if (!project.Runs(slot.Day)) return [];
        return from open in unit.OpenCases(project, view, slot.Day)
               let letter = open.Step(EscalationLevel.ReminderLetter)
               where letter is { DecidedOn: not null, RepliedOn: null } && slot <= Slot.LastCall(letter.ReplyDueOn!.Value)
               let named = FirstSlotAfter(view, project, open, slot)
               where named <= slot
               let statement = Statement.Of("Nudge.L2", ("org", unit.Organization.Name), ("project", project.Project.Name), ("matter", CaseSeries.Matter(open, project)), ("due", letter.ReplyDueOn))
               from notice in view.SecretaryAndLiaison(project, slot.Day).Told(Code, CaseSeries.Target(open), named, statement, Urgency.Escalated, letter.ReplyDueOn!.Value, project, CaseSeries.Of(open))
               select notice;
    }

    /// <summary>The first slot after it was confirmed; the next workday where the case has spoken that morning already: one message a case and workday.</summary>
    private static Slot FirstSlotAfter(INudgeView view, ProjectSnapshot project, EscalationCase open, Slot slot)
    {
        var confirmed = project.CaseActs.First(a => a.Kind == CaseActKind.LetterConfirmed && a.Cause == open.Cause && a.Target == open.Target && DateOnly.FromDateTime(a.At) == open.Step(EscalationLevel.ReminderLetter)!.DecidedOn);
        var day = DateOnly.FromDateTime(confirmed.At);
        if (!view.Calendar.IsWorkday(day)) return Slot.Morning(view.Calendar.OnOrAfter(day));
        if (confirmed.At <= Slot.Morning(day).Moment) return Slot.Morning(day);
        var spoken = open.Mornings(view.Calendar, slot).Contains(Slot.Morning(day));
        return !spoken && confirmed.At <= Slot.LastCall(day).Moment ? Slot.LastCall(day) : Slot.Morning(view.Calendar.AddWorkdays(day, 1));
    }
}
