using PartyProjects.Domain.Calendar;

namespace PartyProjects.Scheduler.Nudges.Yearly;

/// <summary>Notices that name one morning of the year and are worth telling for a while after it.</summary>
internal static class OnceAYear
{
    /// <summary>A machine that was down on the day still says it within this many workdays; later it would only puzzle.</summary>
    public const int WorthTellingWd = 10;

    /// <summary>The morning of the day, if the slot lies between it and the end of its usefulness; else null.</summary>
    public static Slot? Reached(WorkCalendar calendar, DateOnly day, Slot slot)
    {
        var named = Slot.Morning(day);
        return named <= slot && slot.Day <= calendar.AddWorkdays(day, WorthTellingWd) ? named : null;
    }
}
