using Quartz;

namespace PartyProjects.Bot;

/// <summary>Sets the scheduler's alarm clocks going once the bot answers, not before: whoever waits for the first answer does not wait for Quartz.</summary>
internal sealed class AlarmClocks(IServiceProvider services, IHostApplicationLifetime lifetime, RealTime realTime) : BackgroundService
{
    private static readonly TimeSpan AfterTheStart = TimeSpan.FromSeconds(1);
    private IScheduler? _scheduler;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_scheduler is not null) await _scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        try
        {
            await started.Task.WaitAsync(stoppingToken);
            await Task.Delay(AfterTheStart, realTime.Clock, stoppingToken);
            _scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(stoppingToken);
            await _scheduler.Start(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Stopped before they rang.
        }
    }
}
