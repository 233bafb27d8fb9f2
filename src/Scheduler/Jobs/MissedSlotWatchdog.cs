using PartyProjects.Scheduler.Outbox;
using Quartz;

namespace PartyProjects.Scheduler.Jobs;

/// <summary>Rings at start and every few minutes: a slot that nobody ran is found from our own run log, not from a timer that may have been dead.</summary>
[DisallowConcurrentExecution]
public sealed class MissedSlotWatchdog(Notifier notifier) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => new(notifier.RunSlotAsync(cancellationToken));
}
