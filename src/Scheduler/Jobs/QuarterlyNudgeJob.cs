using PartyProjects.Scheduler.Outbox;
using Quartz;

namespace PartyProjects.Scheduler.Jobs;

/// <summary>Rings at 09:00 of the months that close a quarter or follow one.</summary>
[DisallowConcurrentExecution]
public sealed class QuarterlyNudgeJob(Notifier notifier) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => new(notifier.RunSlotAsync(cancellationToken));
}
