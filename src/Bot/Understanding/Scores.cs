namespace PartyProjects.Bot.Understanding;

/// <summary>A score given to a project: 87分, 八十六点五分, 九十一分半, or a bare number outside every name; 0 to 100.</summary>
internal static class Scores
{
    public static decimal? Find(string text, List<NameMark> names)
    {
        decimal? score = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Numerals.IsNumeral(text[i]) || (i > 0 && Numerals.IsNumeral(text[i - 1])) || names.Exists(n => n.Start <= i && i < n.End)) continue;
            var (value, n) = Numerals.Read(text, i);
            if (n == 0 || value is < 0 or > 100) continue;
            // 八十六点五分: here 点 is never an hour.
            if (text.AsSpan(i + n).StartsWith("点") && i + n + 1 < text.Length && Numerals.Digit(text[i + n + 1]) is >= 0 and var tenth)
            {
                value += tenth / 10m;
                n += 2;
            }

            var marked = text.AsSpan(i + n).StartsWith("分");
            if (marked) return Half(text, i + n + 1, value);
            if (value >= 10 || char.IsAsciiDigit(text[i])) score = value;
            i += n - 1;
        }

        return score;
    }

    /// <summary>八十六分半 is 86.5.</summary>
    private static decimal Half(string text, int at, decimal value) => text.AsSpan(Math.Min(at, text.Length)).StartsWith("半") ? value + 0.5m : value;
}
