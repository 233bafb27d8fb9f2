using System.Buffers;
using System.Runtime.CompilerServices;

namespace PartyProjects.Bot.Understanding;

/// <summary>
/// The features of one line, as 32-bit hashes: character 1- to 4-grams, the same by sound (2- to 3-grams), beginnings and endings,
/// what was recognised, cue words and their pairs. A clause that only says what is not wanted ("不是要报进度,…") speaks in a voice of its own.
/// </summary>
public static class IntentFeatures
{
    /// <summary>Of a longer line only this much is read from the front, and <see cref="Tail"/> from the end: a page of text costs no more than a paragraph.</summary>
    private const int Head = 220, Tail = 40;

    private const uint Chars = 1, Sounds = 2, Cue = 3, Pair = 4, Shape = 5, NotWanted = 6, Start = 7, Skip = 8;

    /// <summary>Collects the distinct features of <paramref name="line"/>; the order is that of the text.</summary>
    public static void Read(MaskedLine line, List<uint> into)
    {
        into.Clear();
        var rented = ArrayPool<char>.Shared.Rent(Head + Tail + 4);
        try
        {
            var text = Shorten(line.Text, rented);
            var unwanted = UnwantedClause.Of(text);
            ReadGrams(text, unwanted, into);
            ReadCues(text, unwanted, line.SpeakerIsStaff, into);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(rented);
        }
        Distinct(into);
    }

    private static ReadOnlySpan<char> Shorten(string text, char[] room)
    {
        room[0] = '^';
        int n;
        if (text.Length <= Head + Tail)
        {
            text.CopyTo(room.AsSpan(1));
            n = text.Length + 1;
        }
        else
        {
            text.AsSpan(0, Head).CopyTo(room.AsSpan(1));
            text.AsSpan(text.Length - Tail).CopyTo(room.AsSpan(1 + Head));
            n = Head + Tail + 1;
        }
        room[n] = '$';
        return room.AsSpan(0, n + 1);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadGrams(ReadOnlySpan<char> text, Range unwanted, List<uint> into)
    {
        var (notFrom, notLength) = unwanted.GetOffsetAndLength(text.Length);
        Span<ushort> sounds = stackalloc ushort[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            var sound = Syllables.SoundOf(text[i]);
            sounds[i] = sound == 0 ? (ushort)(0x8000 | text[i]) : sound;
        }
        for (var i = 0; i < text.Length; i++)
        {
            var inUnwanted = i >= notFrom && i < notFrom + notLength;
            var hash = Mix(inUnwanted ? NotWanted : Chars, text[i]);
            if (text[i] is not ('^' or '$')) into.Add(hash);
            for (var n = 2; n <= (inUnwanted ? 3 : 4) && i + n <= text.Length; n++)
                into.Add(hash = Mix(hash, text[i + n - 1]));
            if (inUnwanted) continue;
            var heard = Mix(Sounds, sounds[i]);
            for (var n = 2; n <= 3 && i + n <= text.Length; n++)
                into.Add(heard = Mix(heard, sounds[i + n - 1]));
            if (i + 3 <= text.Length) into.Add(Mix(Mix(Skip, text[i]), text[i + 2]));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void ReadCues(ReadOnlySpan<char> text, Range unwanted, bool staff, List<uint> into)
    {
        Span<int> present = stackalloc int[CueWords.Count + MaskedLine.Letters.Length + 2];
        var count = 0;
        var wanted = text[..unwanted.Start.GetOffset(text.Length)];
        var rest = text[unwanted.End.GetOffset(text.Length)..];
        Span<bool> said = stackalloc bool[CueWords.Count];
        said.Clear();
        CueWords.Mark(wanted, said);
        CueWords.Mark(rest, said);
        for (var cue = 0; cue < said.Length; cue++)
            if (said[cue])
                present[count++] = cue;
        for (var i = 0; i < MaskedLine.Letters.Length; i++)
            if (text.Contains(MaskedLine.Letters[i]))
                present[count++] = 100 + i;
        if (staff) present[count++] = 200;
        for (var i = 0; i < count; i++)
        {
            into.Add(Mix(Cue, (uint)present[i]));
            for (var j = i + 1; j < count; j++)
                into.Add(Mix(Mix(Pair, (uint)present[i]), (uint)present[j]));
        }
        var length = text.Length - 2;
        var bucket = length switch { <= 2 => 0, <= 4 => 1, <= 7 => 2, <= 11 => 3, <= 18 => 4, <= 30 => 5, _ => 6 };
        into.Add(Mix(Shape, (uint)bucket));
        into.Add(Mix(Mix(Shape, 77), (uint)Math.Min(text.Count(','), 4)));
        if (unwanted.End.GetOffset(text.Length) > unwanted.Start.GetOffset(text.Length)) into.Add(Mix(Shape, 99));
        if (count > 0) into.Add(Mix(Mix(Start, (uint)bucket), (uint)present[0]));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Distinct(List<uint> features)
    {
        features.Sort();
        var kept = 0;
        for (var i = 0; i < features.Count; i++)
            if (i == 0 || features[i] != features[i - 1])
                features[kept++] = features[i];
        features.RemoveRange(kept, features.Count - kept);
    }

    private static uint Mix(uint hash, uint value)
    {
        hash = (hash ^ value) * 0x9E3779B1u;
        return hash ^ (hash >> 15);
    }
}
