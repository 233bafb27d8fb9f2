using System.Globalization;
using System.Text;

namespace PartyProjects.Bot.Understanding;

/// <summary>
/// A line as it is compared: width, case, traditional characters and common mistypings made even, with the way back to what was typed.
/// Nothing is left out, so that every span can be given as typed.
/// </summary>
public sealed class Line
{
    /// <summary>Of a longer text only this many characters are read; no field of the programme takes as many.</summary>
    public const int Longest = 10_000;

    private readonly int[] _start;

    private Line(string original, string text, int[] start)
    {
        Original = original;
        Text = text;
        _start = start;
    }

    public string Original { get; }

    /// <summary>The even text; what all readers look at.</summary>
    public string Text { get; }

    public static Line Of(string original)
    {
        var length = Math.Min(original.Length, Longest);
        if (length < original.Length && char.IsLowSurrogate(original[length])) length--;
        var even = new char[length + 8];
        var start = new int[length + 9];
        var n = 0;
        for (var i = 0; i < length; i++)
        {
            var c = Narrow(original[i]);
            if (c != '\0' || original[i] == '\0')
            {
                Put(c, i);
                continue;
            }

            // Circled numbers, ligatures and the like become what they stand for.
            foreach (var plain in original[i].ToString().Normalize(NormalizationForm.FormKC)) Put(char.ToLowerInvariant(plain), i);
        }

        start[n] = length;
        Mistypings.Correct(even.AsSpan(0, n));
        return new Line(original, new string(even, 0, n), start);

        void Put(char c, int from)
        {
            if (n == even.Length)
            {
                Array.Resize(ref even, n * 2);
                Array.Resize(ref start, (n * 2) + 1);
            }

            even[n] = c;
            start[n++] = from;
        }
    }

    /// <summary>The narrow lower-case character; NUL where one character stands for several or the rules of compatibility are needed.</summary>
    private static char Narrow(char c)
    {
        if (c < 0x80) return c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c;
        if (c is >= '\u4E00' and <= '\u9FFF' or >= '\u3001' and <= '\u3011' or >= '\u2018' and <= '\u201D' or '\u2014') return c;
        if (c is >= '\uFF01' and <= '\uFF5E') return Narrow((char)(c - 0xFEE0));
        if (c == '\u3000') return ' ';
        return char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse ? c : '\0';
    }

    /// <summary>What was typed for [from, to) of the even text.</summary>
    public string AsTyped(int from, int to) => Original[_start[from].._start[to]];

    /// <summary>Offset in the original of a position in the even text.</summary>
    public int OriginalOffset(int at) => _start[at];
}
