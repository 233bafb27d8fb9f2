namespace PartyProjects.Bot.Understanding;

/// <summary>
/// A wish that is ruled out ("不是要撤回,只改百分比"): the clause is set apart, the rest of the line decides (README, near-miss rules).
/// </summary>
public static class UnwantedClause
{
    private static readonly string[] Openings =
    [
        "不是要", "不是想", "不是来", "不是问", "不是让", "不是叫", "不是报", "不是申", "不是催", "不是查", "不是看", "不是撤", "不是改", "不是放弃", "不是投诉",
        "不是取消", "不是说", "不是在", "不是我要", "不是我想", "不是汇报", "不是", "并不是", "并非", "不想", "不用", "不必", "不需要", "不看", "不查", "不问", "不要看", "不要问", "不要", "不谈",
        "别说", "别看", "别管", "别给我", "别报", "别发", "先不说", "先不看", "先不问", "先别说", "先不管", "先不谈", "我不看", "我不问", "我不是", "我不要", "我不想", "非", "没想", "没要", "没说要",
    ];

    /// <summary>Where such a clause stands in <paramref name="text"/> (which begins with ^ and ends with $); an empty range where there is none.</summary>
    public static Range Of(ReadOnlySpan<char> text)
    {
        for (var at = 1; at < text.Length - 1; at = NextClause(text, at))
        {
            var end = EndOfClause(text, at);
            if (!Opens(text[at..end])) continue;
            var somethingElse = at > 3 || end < text.Length - 2;
            if (somethingElse) return at..end;
        }
        return 0..0;
    }

    private static bool Opens(ReadOnlySpan<char> clause)
    {
        foreach (var opening in Openings)
            if (clause.Length >= opening.Length + 2 && clause.StartsWith(opening, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static int EndOfClause(ReadOnlySpan<char> text, int from)
    {
        for (var i = from; i < text.Length - 1; i++)
            if (text[i] is ',' or ';' or '!' or '?' or '.' or ' ')
                return i;
        return text.Length - 1;
    }

    private static int NextClause(ReadOnlySpan<char> text, int from) => EndOfClause(text, from) + 1;
}
