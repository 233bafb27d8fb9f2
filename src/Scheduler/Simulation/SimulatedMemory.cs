using PartyProjects.Scheduler.Nudges;

namespace PartyProjects.Scheduler.Simulation;

/// <summary>What was told, kept in memory for a simulated stretch of time; everybody can be reached.</summary>
public sealed class SimulatedMemory : IToldBefore
{
    private readonly HashSet<string> booked = new(StringComparer.Ordinal);
    private readonly Dictionary<(string, DateOnly), int> messages = [];

    public bool IsBooked(string noticeKey) => booked.Contains(noticeKey);

    public int MessagesOn(string personId, DateOnly day) => messages.GetValueOrDefault((personId, day));

    public bool WantsQuiet(string personId, Notice notice, Slot slot) => false;

    public bool IsReachable(string personId) => true;

    public void Book(SlotPlan plan)
    {
        foreach (var message in plan.Messages)
        {
            foreach (var notice in message.Notices) booked.Add(notice.Key);
            messages[(message.PersonId, plan.Slot.Day)] = MessagesOn(message.PersonId, plan.Slot.Day) + 1;
        }

        // What waits for the next slot (cap, quiet) stays open; what was said better is done with.
        foreach (var (notice, reason) in plan.LeftOut)
        {
            if (reason is LeftOutReason.Superseded or LeftOutReason.NoLongerTrue) booked.Add(notice.Key);
        }
    }

    public void Book(string noticeKey) => booked.Add(noticeKey);
}
