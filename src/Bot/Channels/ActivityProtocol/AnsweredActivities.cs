using System.Collections.Concurrent;

namespace PartyProjects.Bot.Channels.ActivityProtocol;

/// <summary>
/// Activities whose replies were posted, so that a second arrival gets the same success and no second reply. What was booked is guarded on disk by the turn;
/// this only remembers the posting, for as long as a channel sends again (channels.md 0.2: 8 hours).
/// </summary>
internal sealed class AnsweredActivities(RealTime realTime)
{
    private const int Most = 200_000;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(8);
    private readonly ConcurrentDictionary<string, long> _answered = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<(string Key, long At)> _order = new();

    /// <summary>False when the activity is being answered or was answered.</summary>
    public bool TryBegin(string key)
    {
        while (_order.TryPeek(out var oldest) && (_order.Count > Most || realTime.Clock.GetElapsedTime(oldest.At) > Kept) && _order.TryDequeue(out oldest)) _answered.TryRemove(oldest.Key, out _);
        var at = realTime.Clock.GetTimestamp();
        if (!_answered.TryAdd(key, at)) return false;
        _order.Enqueue((key, at));
        return true;
    }

    /// <summary>The reply did not go out: the next arrival tries again.</summary>
    public void Forget(string key) => _answered.TryRemove(key, out _);
}
