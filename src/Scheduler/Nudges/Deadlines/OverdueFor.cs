using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Scheduler.Nudges.Deadlines;

/// <summary>How often somebody hears of a thing that stays overdue: workday 1, 6, 11 … after it was due (contracts section 1).</summary>
internal static class OverdueFor
{
    public const int EveryWd = 5;

    /// <summary>Mornings reached by the slot, oldest first.</summary>
    public static IEnumerable<Slot> Mornings(this EscalationCase open, WorkCalendar calendar, Slot slot)
    {
        for (var day = calendar.AddWorkdays(open.CountsFrom, 1); Slot.Morning(day) <= slot; day = calendar.AddWorkdays(day, EveryWd)) yield return Slot.Morning(day);
    }

    public static int Days(this EscalationCase open, WorkCalendar calendar, Slot slot) => calendar.WorkdaysBetween(open.CountsFrom, slot.Day);
}
