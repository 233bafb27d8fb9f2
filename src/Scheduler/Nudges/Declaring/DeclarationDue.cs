using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges.Declaring;

/// <summary>N02 申报催办: three workdays and one before the declaration is due, to secretaries who have handed in none.</summary>
public sealed class DeclarationDue : IUnitRule
{
    private static readonly int[] WorkdaysBefore = [3, 1];

    public string Code => "N02";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, Slot slot)
    {
        var due = view.DeclareDue(slot.Day);
        if (slot > Slot.LastCall(due) || unit.HasDeclared(slot.Day)) return [];
        return from before in WorkdaysBefore
               let named = Slot.Morning(view.Calendar.AddWorkdays(due, -before))
               where named <= slot
               from notice in view.SecretaryOf(unit, slot.Day).Told(Code, $"{slot.Day.Year}/{unit.Organization.Id}", named, Statement.Of("Nudge.N02", ("due", due)), Urgency.Coming, due, series: "declare")
               select notice;
    }
}
