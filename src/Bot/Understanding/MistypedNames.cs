using System.Collections.Frozen;

namespace PartyProjects.Bot.Understanding;

/// <summary>
/// Names with a slip of the keyboard or of dictation in them: characters that sound alike in names of four and more, in longer ones also
/// one wrong, missing or doubled character. Found by the sound of two neighbours, so that a line costs the same however many names there are.
/// </summary>
internal sealed class MistypedNames
{
    private const int ShortestByOneSound = 3, ShortestBySound = 4, ShortestBySlip = 6;

    // What so many names share (社区, 支部) is no key.
    private const int MostOfOneKey = 64;

    // The third and fourth character are right where the slip is in the first two.
    private const int SecondPair = 2;

    private readonly FrozenDictionary<uint, string[]> _byFirstPair;
    private readonly FrozenDictionary<uint, string[]> _bySecondPair;

    public MistypedNames(IEnumerable<string> names)
    {
        var long3 = names.Where(n => n.Length >= ShortestByOneSound).ToList();
        _byFirstPair = Keyed(long3, 0);
        _bySecondPair = Keyed(long3.Where(n => n.Length >= ShortestBySlip), SecondPair);
    }

    /// <summary>The longest name that begins at a place with a slip in it, and how much of the text it takes.</summary>
    public (string Name, int Length)? At(string text, int start)
    {
        if (start + ShortestByOneSound > text.Length) return null;
        (string Name, int Length)? best = null;
        if (_byFirstPair.TryGetValue(Key(text, start), out var byFirst)) best = Longest(text, start, byFirst, best);
        if (start + SecondPair + 2 <= text.Length && _bySecondPair.TryGetValue(Key(text, start + SecondPair), out var bySecond)) best = Longest(text, start, bySecond, best);
        return best;
    }

    private static (string, int)? Longest(string text, int start, string[] names, (string Name, int Length)? best)
    {
        foreach (var name in names)
        {
            if (best is { } b && b.Length >= name.Length + 1) continue;
            var length = Taken(text.AsSpan(start), name);
            if (length > 0 && length > (best?.Length ?? 0)) best = (name, length);
        }

        return best;
    }

    /// <summary>How many characters of the text stand for the name; 0 when it is not meant, or is typed rightly.</summary>
    private static int Taken(ReadOnlySpan<char> text, string name)
    {
        if (text.Length >= name.Length && IsNear(text[..name.Length], name)) return name.Length;
        if (name.Length < ShortestBySlip || text.Length < name.Length - 1) return 0;
        var same = text.CommonPrefixLength(name);
        if (same < 2 || same >= name.Length) return 0;
        // One character left out, or one too many.
        if (text[same..].StartsWith(name.AsSpan(same + 1)) && same + 1 < name.Length) return name.Length - 1;
        return text.Length > name.Length && IsWord(text[same]) && text[(same + 1)..].StartsWith(name.AsSpan(same)) ? name.Length + 1 : 0;
    }

    private static bool IsNear(ReadOnlySpan<char> text, string name)
    {
        int alike = 0, wrong = 0;
        for (var i = 0; i < name.Length; i++)
        {
            if (text[i] == name[i]) continue;
            // A wrong numeral makes another name (第3示范点).
            if (Numerals.IsNumeral(name[i]) && Numerals.IsNumeral(text[i]) || !IsWord(text[i])) return false;
            if (Sound(text[i]) == Sound(name[i])) alike++;
            else if (i == name.Length - 1) return false;
            else wrong++;
            if (alike + (2 * wrong) > 2) return false;
        }

        if (wrong > 0) return name.Length >= ShortestBySlip;
        return alike > 0 && (name.Length >= ShortestBySound || alike == 1);
    }

    private static bool IsWord(char c) => c >= 0x4E00 && c is not ('的' or '在' or '和' or '了' or '到' or '与' or '是' or '把');

    private static FrozenDictionary<uint, string[]> Keyed(IEnumerable<string> names, int at) =>
        names.GroupBy(n => Key(n, at)).Where(g => g.Count() <= MostOfOneKey).ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(n => n.Length).ToArray());

    private static uint Key(string text, int at) => ((uint)Sound(text[at]) << 16) | Sound(text[at + 1]);

    private static ushort Sound(char c) => Syllables.SoundOf(c) is > 0 and var sound ? sound : (ushort)(0x8000 | (c & 0x7FFF));
}
