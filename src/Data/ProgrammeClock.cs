using PartyProjects.Domain.Calendar;

namespace PartyProjects.Data;

/// <summary>
/// Programme time: real time moved by an offset (Development only). It starts at a given moment, on restart goes on from the last moment it reached, and never goes back.
/// </summary>
public sealed class ProgrammeClock : TimeProvider
{
    private readonly TimeProvider _real;
    private long _offsetTicks;

    public ProgrammeClock(TimeProvider real) => _real = real;

    /// <summary>True when programme time is not real time: pages and answers carry 演示时钟.</summary>
    public bool IsMoved => Volatile.Read(ref _offsetTicks) != 0;

    public override DateTimeOffset GetUtcNow() => _real.GetUtcNow() + TimeSpan.FromTicks(Volatile.Read(ref _offsetTicks));

    public override TimeZoneInfo LocalTimeZone => ChinaTime.Zone;

    public override long TimestampFrequency => _real.TimestampFrequency;

    public override long GetTimestamp() => _real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => _real.CreateTimer(callback, state, dueTime, period);

    /// <summary>Goes on from a moment; false (and nothing happens) when that would be back in time.</summary>
    public bool MoveTo(DateTimeOffset moment)
    {
        var offset = moment - _real.GetUtcNow();
        if (offset.Ticks < Volatile.Read(ref _offsetTicks) && _started) return false;
        _started = true;
        Volatile.Write(ref _offsetTicks, offset.Ticks);
        return true;
    }

    private bool _started;

    /// <summary>The last moment a database's clock reached; null for a new one.</summary>
    public static DateTimeOffset? Reached(Database database) =>
        database.Read(c => c.Scalar("select reached_at from clock where id = 1") is string at ? Stored.Instant(at) : (DateTimeOffset?)null);
}
