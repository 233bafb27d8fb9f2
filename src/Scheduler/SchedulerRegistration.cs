using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using PartyProjects.Data;
using PartyProjects.Domain.Calendar;
using PartyProjects.Scheduler.Jobs;
using PartyProjects.Scheduler.Nudges;
using PartyProjects.Scheduler.Outbox;
using Quartz;

namespace PartyProjects.Scheduler;

/// <summary>What the host gives to the scheduler beside its services.</summary>
public sealed record SchedulerOptions
{
    /// <summary>Movable programme time: decides when slots are due, and drives the triggers.</summary>
    public required TimeProvider ProgrammeTime { get; init; }
    public TimeProvider RealTime { get; init; } = TimeProvider.System;
    public required Speak Speak { get; init; }

    /// <summary>PostgreSQL connection string: the triggers are clustered on it. Null: one process, in memory (missed slots are found from our own run log).</summary>
    public string? Postgres { get; init; }

    /// <summary>Unique among the processes on one database.</summary>
    public string Node { get; init; } = $"{Environment.MachineName}-{Environment.ProcessId}";
    public IReadOnlyDictionary<string, Pace> Paces { get; init; } = Pacing.Defaults;

    /// <summary>Chance for back-off, 0–1.</summary>
    public Func<double> Chance { get; init; } = Random.Shared.NextDouble;

    /// <summary>False where tests call the notifier themselves.</summary>
    public bool RingAlarms { get; init; } = true;
}

/// <summary>The scheduler's part of the host.</summary>
public static class SchedulerRegistration
{
    // name, cron in China time (seconds first), job. What is due follows from the rules; a clock that rings on a holiday finds nothing planned there.
    private static readonly (string Name, string Cron, Type Job)[] Triggers =
    [
        ("monthly", "0 0 9 * * ?", typeof(MonthlyNudgeJob)),
        ("quarterly", "0 0 9 * 1,3,4,6,7,9,10,12 ?", typeof(QuarterlyNudgeJob)),
        ("deadlines", "0 0 9,15 * * ?", typeof(DeadlineNudgeJob)),
        ("watchdog", "30 0/5 * * * ?", typeof(MissedSlotWatchdog)),
        ("outbox", "0/5 * * * * ?", typeof(DeliverOutboxJob)),
    ];

    /// <summary>Needs a <see cref="ProgrammeStore"/> and an <see cref="IMessageSender"/> among the services.</summary>
    public static IServiceCollection AddScheduler(this IServiceCollection services, SchedulerOptions options)
    {
        services.AddSingleton(options).AddSingleton(new NotifierNode(options.Node)).AddSingleton(options.Speak).AddSingleton(NudgePlanner.WithAllRules());
        services.AddSingleton(new Pacing(options.Paces, options.RealTime));
        services.AddSingleton<StillTrue>().AddSingleton<Rehearsal>().AddSingleton<OwnReminders>().AddSingleton<RunReport>().AddSingleton<Notifier>();
        services.AddSingleton(s => new SlotRun(
            s.GetRequiredService<ProgrammeStore>(), s.GetRequiredService<NudgePlanner>(), options.Speak, s.GetRequiredService<NotifierNode>(), options.ProgrammeTime, s.GetRequiredService<ILogger<SlotRun>>()));
        services.AddSingleton(s => new OutboxDelivery(
            s.GetRequiredService<ProgrammeStore>(), s.GetRequiredService<IMessageSender>(), s.GetRequiredService<StillTrue>(), s.GetRequiredService<Pacing>(),
            s.GetRequiredService<NotifierNode>(), options.ProgrammeTime, options.Chance, s.GetRequiredService<ILogger<OutboxDelivery>>()));
        return options.RingAlarms ? services.AddAlarmClocks(options) : services;
    }

    private static IServiceCollection AddAlarmClocks(this IServiceCollection services, SchedulerOptions options)
    {
        services.AddQuartz(quartz =>
        {
            quartz.UseTimeProvider(options.ProgrammeTime);
            if (options.Postgres is { } connection)
            {
                quartz.UsePersistentStore(store =>
                {
                    store.ProvisionSchema();
                    store.UsePostgres(NpgsqlFactory.Instance, connection);
                    store.UseClustering();
                });
            }

            foreach (var (name, cron, job) in Triggers)
            {
                quartz.AddJob(job, j => j.WithIdentity(name));
                quartz.AddTrigger(t => t.ForJob(name).WithIdentity(name).WithCronSchedule(cron, c => c.InTimeZone(ChinaTime.Zone)));
            }

            // Once at the start, whatever the hour: what was missed while nobody ran is found now.
            quartz.AddTrigger(t => t.ForJob("watchdog").WithIdentity("start-" + options.Node).StartNow());
        });
        return services;
    }
}
