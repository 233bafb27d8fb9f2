using PartyProjects.Scheduler.Nudges;

namespace PartyProjects.Scheduler.Outbox;

/// <summary>What an alarm clock rings for: plan the slot that is due, or bring out what is in the outbox. Both are harmless at any time and on any node.</summary>
public sealed class Notifier(SlotRun slots, OutboxDelivery delivery, OwnReminders reminders, RunReport reports)
{
    /// <summary>Books missed slots and runs the one that is due, then delivers.</summary>
    public async Task RunSlotAsync(CancellationToken cancellation)
    {
        await slots.RunDueAsync(cancellation);
        await DeliverAsync(cancellation);
    }

    /// <summary>Own reminders, then everything due; closes and reports runs that have ended.</summary>
    public async Task DeliverAsync(CancellationToken cancellation)
    {
        await reminders.TellDueAsync(cancellation);
        await delivery.DeliverDueAsync(cancellation);
        await reports.CloseAsync(cancellation);
    }
}
