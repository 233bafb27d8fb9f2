using PartyProjects.Domain.Calendar;
using PartyProjects.Scheduler.Nudges;

namespace PartyProjects.Scheduler.Simulation;

/// <summary>The same rules on a fake clock: what every slot of a stretch of time says, given how the programme stood at its moment.</summary>
public static class Simulator
{
    /// <summary>Plans of all slots from 00:00 of the first day to 24:00 of the last. Deterministic: no clock, no chance.</summary>
    /// <param name="planner">The rules.</param>
    /// <param name="viewAt">The programme as of a moment.</param>
    /// <param name="calendar">Which days have slots.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="isUp">False while the machine is down at that slot: the run is missed, and the next one catches up.</param>
    public static IEnumerable<SlotPlan> Run(
        NudgePlanner planner, Func<DateTime, INudgeView> viewAt, WorkCalendar calendar, DateOnly from, DateOnly to, Func<Slot, bool>? isUp = null)
    {
        var memory = new SimulatedMemory();
        List<Slot> missed = [];
        foreach (var slot in Slot.Between(from.ToDateTime(TimeOnly.MinValue).AddTicks(-1), to.ToDateTime(TimeOnly.MaxValue), calendar.IsWorkday))
        {
            if (isUp is not null && !isUp(slot))
            {
                missed.Add(slot);
                continue;
            }

            var view = viewAt(slot.Moment);
            var due = planner.Due(view, slot).ToList();
            var plan = NudgePlanner.Merge(due, slot, memory, view.SettingsOn(slot.Day).MaxPushPerDay, Slot.Morning(from));
            memory.Book(plan);
            yield return plan;
        }
    }
}
