using PartyProjects.Scheduler.Outbox;
using Quartz;

namespace PartyProjects.Scheduler.Jobs;

/// <summary>Rings at 09:00 and at 15:00, the last call for what is due today.</summary>
[DisallowConcurrentExecution]
public sealed class DeadlineNudgeJob(Notifier notifier) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => new(notifier.RunSlotAsync(cancellationToken));
}
