using System.Text;

namespace PartyProjects.Bot.Understanding;

/// <summary>A binding code in a sentence: 4 to 12 letters and digits (with hyphens), or digits read out in Chinese; upper case, without spaces.</summary>
internal static class BindingCodes
{
    private const int Shortest = 4, Longest = 16;

    public static string? Find(Line line)
    {
        var text = line.Text;
        string? best = null;
        for (var i = 0; i < text.Length;)
        {
            if (!IsCode(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var code = new StringBuilder();
            var digits = 0;
            while (i < text.Length && (IsCode(text[i]) || (text[i] is '-' or ' ' && code.Length > 0 && i + 1 < text.Length && IsCode(text[i + 1]) && char.IsAscii(text[i + 1]) && char.IsAscii(text[i - 1]))))
            {
                var c = text[i++];
                if (c == ' ') continue;
                if (c is >= 'a' and <= 'z' or '-') code.Append(char.ToUpperInvariant(c));
                else
                {
                    code.Append((char)('0' + Numerals.Digit(c)));
                    digits++;
                }
            }

            // A word of letters only (code, ok) is a code only where it follows 码 or 绑定.
            var follows = text.AsSpan(0, start).TrimEnd(" ::是为") is var before && (before.EndsWith("码") || before.EndsWith("绑定") || before.EndsWith("号"));
            if (code.Length is < Shortest or > Longest || (digits == 0 && !(follows && code.Length >= 6))) continue;
            if (best is null || code.Length >= best.Length || follows) best = code.ToString();
        }

        return best;
    }

    private static bool IsCode(char c) => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') || (Numerals.Digit(c) >= 0 && c is not '两');
}
