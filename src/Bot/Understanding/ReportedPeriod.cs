namespace PartyProjects.Bot.Understanding;

/// <summary>Of a report only the period reported is labelled: the first month, quarter or year (or half-year) that is not a plan, a comparison or a day.</summary>
internal static class ReportedPeriod
{
    public static List<TimeMark> Of(string text, List<TimeMark> times, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        foreach (var time in times)
        {
            var isHalf = time is { Kind: TimeKind.Range, Range: { } r } && (r.To.DayNumber - r.From.DayNumber) is > 175 and < 190 && r.From.Day == 1;
            if (time.Kind != TimeKind.Period && !isHalf) continue;
            if (TimeExpressions.FirstDay(time) > today) continue;
            if (time.Period is { Length: 4 } && !StandsFirst(text, time)) continue;
            if (IsComparison(text, time) || IsInsidePlan(text, time, today)) continue;
            return [time];
        }

        return [];
    }

    private static bool StandsFirst(string text, TimeMark time) => time.Start <= 6;

    private static bool IsComparison(string text, TimeMark time)
    {
        var before = text.AsSpan(0, time.Start);
        return before.EndsWith("比") || before.EndsWith("较") || before.EndsWith("同") || before.EndsWith("自") || before.EndsWith("从");
    }

    /// <summary>This month named again after a plan word (计划本月底…) is not what is reported.</summary>
    private static bool IsInsidePlan(string text, TimeMark time, DateOnly today)
    {
        var before = text.AsSpan(Math.Max(0, time.Start - 4), Math.Min(4, time.Start));
        return before.EndsWith("计划") || before.EndsWith("打算") || before.EndsWith("争取") || before.EndsWith("预计") || before.EndsWith("准备") || before.EndsWith("下一步");
    }
}
