using System.Text;

namespace PartyProjects.Scheduler.Outbox;

/// <summary>WeCom and Feishu ask not to be flooded at whole and half hours (channels.md 0.3): there a slot's messages are spread over the minutes after it, the same for the same person.</summary>
public static class Spread
{
    private static readonly string[] SpreadChannels = ["wecom", "feishu"];

    private const int FirstSecond = 60, LastSecond = 360;

    public static DateTime DueAt(DateTime slot, string channel, string personId) =>
        SpreadChannels.Contains(channel, StringComparer.Ordinal) ? slot.AddSeconds(FirstSecond + (StableHash(personId) % (LastSecond - FirstSecond))) : slot;

    private static uint StableHash(string text)
    {
        // FNV-1a: the same on every machine and in every run, unlike string.GetHashCode.
        var hash = 2166136261u;
        foreach (var b in Encoding.UTF8.GetBytes(text)) hash = (hash ^ b) * 16777619u;
        return hash;
    }
}
