namespace PartyProjects.Bot;

/// <summary>Lets the books keep up with the clock: every few seconds what the clock passed is entered.</summary>
internal sealed partial class BookKeeper(Books books, RealTime realTime, ILogger<BookKeeper> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, realTime.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                try
                {
                    await books.TickAsync();
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    // A full disk must not end the host: the next tick enters what this one could not.
                    NotKept(e);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "the books could not be kept up with the clock")]
    private partial void NotKept(Exception e);
}
