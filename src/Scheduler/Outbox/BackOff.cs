namespace PartyProjects.Scheduler.Outbox;

/// <summary>How long a failed delivery waits: 30 seconds, doubled each time, at most half an hour, half of it chance so that many do not come back at once.</summary>
public static class BackOff
{
    /// <summary>Attempts before a delivery is given up.</summary>
    public const int MostAttempts = 5;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30), Longest = TimeSpan.FromMinutes(30);

    /// <param name="attempt">1 after the first failure.</param>
    /// <param name="asked">What the channel asked for; never less.</param>
    /// <param name="chance">0–1.</param>
    public static TimeSpan After(int attempt, TimeSpan asked, double chance)
    {
        var full = Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, attempt - 1));
        var wait = TimeSpan.FromSeconds((full / 2) + (full / 2 * chance));
        return wait > asked ? wait : asked;
    }
}
