using PartyProjects.Scheduler.Outbox;
using Quartz;

namespace PartyProjects.Scheduler.Jobs;

/// <summary>Rings at 09:00 for the monthly rhythm. All slot clocks ring for the same run: the run log lets the first plan it and the others find it done.</summary>
[DisallowConcurrentExecution]
public sealed class MonthlyNudgeJob(Notifier notifier) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => new(notifier.RunSlotAsync(cancellationToken));
}
