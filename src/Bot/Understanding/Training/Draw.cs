namespace PartyProjects.Bot.Understanding.Training;

/// <summary>A small generator of our own (SplitMix64): the same seed gives the same numbers on every version of the runtime.</summary>
public sealed class Draw(ulong seed)
{
    private ulong _state = seed;

    public static Draw For(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var letter in text) hash = (hash ^ letter) * 1099511628211UL;
        return new Draw(hash);
    }

    /// <summary>0 .. limit-1.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    private ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15UL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
