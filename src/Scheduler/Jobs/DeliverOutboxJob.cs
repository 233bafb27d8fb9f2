using PartyProjects.Scheduler.Outbox;
using Quartz;

namespace PartyProjects.Scheduler.Jobs;

/// <summary>Rings every few seconds: brings out what is due, retries included.</summary>
[DisallowConcurrentExecution]
public sealed class DeliverOutboxJob(Notifier notifier) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => new(notifier.DeliverAsync(cancellationToken));
}
