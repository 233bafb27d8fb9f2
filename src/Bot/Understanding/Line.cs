using System.Text;

namespace PartyProjects.Bot.Understanding;

/// <summary>
/// A line as it is compared: width, case, traditional characters and common mistypings made even, one character for one, with the way back to what was typed.
/// Nothing is left out, so that every span can be given as typed.
/// </summary>
public sealed class Line
{
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
        var text = new StringBuilder(original.Length);
        var start = new List<int>(original.Length + 1);
        for (var i = 0; i < original.Length; i++)
        {
            var c = original[i];
            if (c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF) || char.IsSurrogate(c))
            {
                text.Append(char.ToLowerInvariant(c));
                start.Add(i);
                continue;
            }

            // Full-width forms, circled numbers and the like become what they stand for.
            foreach (var plain in c.ToString().Normalize(NormalizationForm.FormKC))
            {
                text.Append(char.ToLowerInvariant(plain));
                start.Add(i);
            }
        }

        start.Add(original.Length);
        Mistypings.Correct(text);
        return new Line(original, text.ToString(), [.. start]);
    }

    /// <summary>What was typed for [from, to) of the even text.</summary>
    public string AsTyped(int from, int to) => Original[_start[from].._start[to]];

    /// <summary>Offset in the original of a position in the even text.</summary>
    public int OriginalOffset(int at) => _start[at];
}
