using System.Collections.Frozen;

namespace PartyProjects.Bot.Understanding;

/// <summary>
/// How a character sounds, without tone, with the pairs merged that people mix up when typing or dictating
/// (zh/z, ch/c, sh/s, ng/n). So 进渡 and 进度 are one and the same to the model.
/// </summary>
public static class Syllables
{
    /// <summary>The file lists common characters first; slips of the hand rarely give a rare one.</summary>
    private const int CommonOnes = 24;

    private static readonly FrozenDictionary<char, ushort> Sounds = Load(out Alike);
    private static readonly string[] Alike;

    /// <summary>A number for the sound of <paramref name="letter"/>; 0 for what is no Chinese character.</summary>
    public static ushort SoundOf(char letter) => Sounds.GetValueOrDefault(letter);

    /// <summary>Another character of the same sound, chosen by <paramref name="which"/>; the letter itself where there is none.</summary>
    public static char SoundsLike(char letter, int which)
    {
        var sound = SoundOf(letter);
        return sound == 0 ? letter : Alike[sound][which % Math.Min(Alike[sound].Length, CommonOnes)];
    }

    private static FrozenDictionary<char, ushort> Load(out string[] alike)
    {
        var letters = new List<string> { "" };
        var numbers = new Dictionary<string, ushort>(StringComparer.Ordinal);
        var sounds = new Dictionary<char, ushort>(7000);
        using var stream = typeof(Syllables).Assembly.GetManifestResourceStream("syllables.txt")
            ?? throw new InvalidOperationException("syllables.txt is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            var gap = line.IndexOf(' ', StringComparison.Ordinal);
            if (gap < 0) continue;
            var sound = Merged(line[..gap]);
            if (!numbers.TryGetValue(sound, out var number))
            {
                numbers[sound] = number = (ushort)(numbers.Count + 1);
                letters.Add("");
            }
            letters[number] += line[(gap + 1)..];
            foreach (var letter in line.AsSpan(gap + 1))
                sounds.TryAdd(letter, number);
        }
        alike = [.. letters];
        return sounds.ToFrozenDictionary();
    }

    private static string Merged(string syllable)
    {
        if (syllable.StartsWith("zh", StringComparison.Ordinal) || syllable.StartsWith("ch", StringComparison.Ordinal)
            || syllable.StartsWith("sh", StringComparison.Ordinal))
            syllable = syllable[..1] + syllable[2..];
        return syllable.EndsWith("ang", StringComparison.Ordinal) || syllable.EndsWith("eng", StringComparison.Ordinal)
            || syllable.EndsWith("ing", StringComparison.Ordinal) ? syllable[..^1] : syllable;
    }
}
