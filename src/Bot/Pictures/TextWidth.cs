using System.Text;

namespace PartyProjects.Bot.Pictures;

/// <summary>How wide a text will be, without a font: a Chinese character is one em, other letters a little over half.</summary>
public static class TextWidth
{
    private const double Narrow = 0.56;

    /// <summary>Width in pixels at a size in pixels.</summary>
    public static double Of(string text, double size)
    {
        double em = 0;
        foreach (var rune in text.EnumerateRunes()) em += Em(rune);
        return em * size;
    }

    /// <summary>The text, or as much of it as fits with an ellipsis.</summary>
    public static string Fit(string text, double size, double width)
    {
        if (Of(text, size) <= width) return text;
        var kept = new StringBuilder();
        var room = (width / size) - 1;
        foreach (var rune in text.EnumerateRunes())
        {
            room -= Em(rune);
            if (room < 0) break;
            kept.Append(rune);
        }

        return kept.Append('…').ToString();
    }

    /// <summary>At most two lines; a second line never holds a lone character, and ends in an ellipsis where it is too long.</summary>
    public static IReadOnlyList<string> TwoLines(string text, double size, double width)
    {
        if (Of(text, size) <= width) return [text];
        var runes = text.EnumerateRunes().ToList();
        var room = width / size;
        var first = 0;
        while (first < runes.Count && (room -= Em(runes[first])) >= 0) first++;
        first = Math.Max(1, Math.Min(first, runes.Count - 2));
        return [string.Concat(runes.Take(first)), Fit(string.Concat(runes.Skip(first)), size, width)];
    }

    private static double Em(Rune rune) => rune.Value < 0x2000 ? Narrow : 1;
}
