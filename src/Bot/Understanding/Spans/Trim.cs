namespace PartyProjects.Bot.Understanding.Spans;

/// <summary>Takes words off the ends of a stretch of the even text until none of them stands there.</summary>
internal static class Trim
{
    public const string Punctuation = " ,。;:!?、.~…-—“”\"'‘’「」()《》【】\t\n";

    public static (int Start, int End) Ends(string text, int start, int end, ReadOnlySpan<string> lead, ReadOnlySpan<string> tail)
    {
        for (var again = true; again;)
        {
            again = false;
            while (start < end && Punctuation.Contains(text[start], StringComparison.Ordinal)) start++;
            while (end > start && Punctuation.Contains(text[end - 1], StringComparison.Ordinal)) end--;
            foreach (var word in lead)
            {
                if (end - start < word.Length || !text.AsSpan(start, end - start).StartsWith(word)) continue;
                start += word.Length;
                again = true;
                break;
            }

            foreach (var word in tail)
            {
                if (end - start < word.Length || !text.AsSpan(start, end - start).EndsWith(word)) continue;
                end -= word.Length;
                again = true;
                break;
            }
        }

        return (start, end);
    }

    /// <summary>Chinese characters, letters and digits in the stretch.</summary>
    public static int Weight(string text, int start, int end)
    {
        var n = 0;
        for (var i = start; i < end; i++)
        {
            if (char.IsLetterOrDigit(text[i])) n++;
        }

        return n;
    }

    public static bool HasAny(ReadOnlySpan<char> text, ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }
}
