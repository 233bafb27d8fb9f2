using System.Collections.Concurrent;

namespace PartyProjects.Scheduler.Outbox;

/// <summary>What a channel allows: messages a second for the whole application, messages a minute for one recipient.</summary>
public sealed record Pace(double ASecond, double AMinuteForOne)
{
    public static readonly Pace Unlimited = new(double.PositiveInfinity, double.PositiveInfinity);
}

/// <summary>Token buckets by channel and by recipient, in real time. Stands outside the channels, which know nothing of it.</summary>
public sealed class Pacing(IReadOnlyDictionary<string, Pace> paces, TimeProvider realTime)
{
    /// <summary>A channel may send a second's worth at once; one recipient two messages.</summary>
    private const double RecipientBurst = 2;

    private readonly ConcurrentDictionary<string, Bucket> buckets = new(StringComparer.Ordinal);

    public static readonly IReadOnlyDictionary<string, Pace> Defaults = new Dictionary<string, Pace>(StringComparer.Ordinal)
    {
        ["wecom"] = new(100, 30), ["dingtalk"] = new(20, 20), ["feishu"] = new(50, 60), ["webhook"] = new(50, 20), ["mail"] = new(5, 2),
    };

    /// <summary>How long the caller has to wait before it may send; the token is taken.</summary>
    public TimeSpan Take(string channel, string account, string recipientId)
    {
        if (!paces.TryGetValue(channel, out var pace)) return TimeSpan.Zero;
        var now = realTime.GetTimestamp();
        var whole = buckets.GetOrAdd($"{channel}\n{account}", _ => new Bucket(pace.ASecond, pace.ASecond)).Take(now, realTime);
        var one = buckets.GetOrAdd($"{channel}\n{account}\n{recipientId}", _ => new Bucket(pace.AMinuteForOne / 60, RecipientBurst)).Take(now, realTime);
        return whole > one ? whole : one;
    }

    private sealed class Bucket(double aSecond, double burst)
    {
        private double tokens = double.PositiveInfinity;
        private long last;

        public TimeSpan Take(long now, TimeProvider time)
        {
            lock (this)
            {
                tokens = Math.Min(burst, tokens + (time.GetElapsedTime(last, now).TotalSeconds * aSecond));
                last = now;
                tokens--;
                return tokens >= 0 ? TimeSpan.Zero : TimeSpan.FromSeconds(-tokens / aSecond);
            }
        }
    }
}
