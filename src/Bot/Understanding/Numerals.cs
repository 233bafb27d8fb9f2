using System.Globalization;

namespace PartyProjects.Bot.Understanding;

/// <summary>Chinese and Arabic numbers in running text: 65, 66.5, 八十九, 三十, 一百二十, 两, 〇九, 八十六点五.</summary>
public static class Numerals
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The value of a Chinese digit character (两 is 2, 〇 is 0), or −1.</summary>
    public static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        '两' => 2,
        '幺' => 1,
        '〇' => 0,
        '壹' => 1,
        '贰' => 2,
        '叁' => 3,
        _ => Digits.IndexOf(c, StringComparison.Ordinal),
    };

    private static int ChineseDigit(char c) => c is >= '0' and <= '9' ? -1 : Digit(c);

    /// <summary>True for a character that can stand in a number.</summary>
    public static bool IsNumeral(char c) => Digit(c) >= 0 || c is '十' or '百' or '千' or '廿';

    /// <summary>Reads the number that starts at a position; the length is 0 when none does.</summary>
    public static (decimal Value, int Length) Read(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length) return (0, 0);
        return char.IsAsciiDigit(text[at]) ? Arabic(text, at) : Chinese(text, at);
    }

    /// <summary>As <see cref="Read"/>, but 点 ends the number: 十点五分 is five past ten.</summary>
    public static (decimal Value, int Length) ReadWhole(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && end - at <= 12 && IsNumeral(text[end])) end++;
        return Read(text[..end], at);
    }

    /// <summary>The whole number that the text is; null when it is anything else.</summary>
    public static int? Whole(string text)
    {
        var t = text.AsSpan().Trim();
        if (t.Length is 0 or > 12) return null;
        var negative = t[0] == '-';
        if (negative) t = t[1..];
        var (value, length) = Read(t, 0);
        return length == t.Length && length > 0 && value == Math.Truncate(value) && value <= int.MaxValue ? (int)(negative ? -value : value) : null;
    }

    private static (decimal, int) Arabic(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        if (end - at > 12) return (decimal.MaxValue, end - at);
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            var fraction = end + 1;
            while (fraction < text.Length && char.IsAsciiDigit(text[fraction]) && fraction - end < 6) fraction++;
            return (decimal.Parse(text[at..fraction], CultureInfo.InvariantCulture), fraction - at);
        }

        return (decimal.Parse(text[at..end], CultureInfo.InvariantCulture), end - at);
    }

    /// <summary>Place-value (八十九, 一百零二) or read digit by digit (二〇一七), with 点 and decimals.</summary>
    private static (decimal, int) Chinese(ReadOnlySpan<char> text, int at)
    {
        decimal total = 0;
        var end = at;
        int section = -1, digits = 0;
        var hasUnit = false;
        for (; end < text.Length && digits < 12; end++)
        {
            var c = text[end];
            var digit = ChineseDigit(c);
            if (digit >= 0)
            {
                if (section >= 0 && hasUnit && text[end - 1] != '零' && section != 0) break;
                section = section >= 0 && !hasUnit ? (section * 10) + digit : digit;
                digits++;
                continue;
            }

            var unit = c switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (c == '廿' && section < 0)
            {
                total += 20;
                hasUnit = true;
                continue;
            }

            if (unit == 0) break;
            if (section > 9) break;
            total += (section < 0 || (section == 0 && unit == 10) ? 1 : section) * unit;
            section = -1;
            hasUnit = true;
        }

        if (end == at) return (0, 0);
        if (section >= 0) total += section;
        // 两百三: the last digit counts the next lower place (三 = 30); rare in progress talk and left as it is read.
        if (end + 1 < text.Length && text[end] == '点' && ChineseDigit(text[end + 1]) >= 0 && (end + 2 >= text.Length || text[end + 2] is not ('刻' or '十' or '半' or '钟')))
        {
            var place = 0.1m;
            var k = end + 1;
            decimal fraction = 0;
            for (; k < text.Length && ChineseDigit(text[k]) >= 0 && k - end <= 3; k++, place /= 10) fraction += ChineseDigit(text[k]) * place;
            return (total + fraction, k - at);
        }

        return (total, end - at);
    }
}
