namespace PartyProjects.Bot.Understanding.Spans;

/// <summary>What a correction adds or replaces: "补一条资金没到账到刚才那份里", "完成情况改成…", "问题加上…".</summary>
internal static class AmendSpans
{
    private static readonly string[] Lead = ["补一条", "补充一条", "补充一下", "补充", "加一条", "加上", "再加", "再补", "补上", "添一条", "漏了", "漏报了", "少写了", "改成", "改为", "更正为", "应该是", "应为", "应是", "换成", "问题里", "问题", "完成情况", "下月计划", "计划", "一条", "一句", "还有", ":", "嗯", "把", "里"];
    private static readonly string[] Tail = ["到刚才那份里", "到刚才那份", "到报告里", "到月报里", "进去", "到里面", "在问题里", "吧", "哈", "啊", "这条", "这一条", "一条"];
    private static readonly string[] AddWords = ["补一条", "补充", "加一条", "加上", "再加", "再补", "补上", "添一条", "漏了", "漏报", "少写"];

    public static Slots Read(Slots slots, Line line, List<NameMark> names, List<PercentMark> percents, List<TimeMark> times, DateTime now)
    {
        var text = line.Text;
        foreach (var clause in Clauses.Of(text))
        {
            var words = text.AsSpan(clause.Start, clause.End - clause.Start);
            var adds = Trim.HasAny(words, AddWords);
            var problem = words.Contains("问题", StringComparison.Ordinal);
            var plan = words.Contains("计划", StringComparison.Ordinal) || words.Contains("打算", StringComparison.Ordinal);
            var done = words.Contains("完成情况", StringComparison.Ordinal);
            if (!adds && !((problem || plan || done) && (words.Contains("改成", StringComparison.Ordinal) || words.Contains("改为", StringComparison.Ordinal)))) continue;
            var from = adds ? AfterAny(text, clause, AddWords) : AfterAny(text, clause, ["改成", "改为"]);
            var (start, end) = Trim.Ends(text, from, clause.End, Lead, Tail);
            if (Trim.Weight(text, start, end) < 3 || percents.Exists(p => p.Start <= start && p.End >= end)) continue;
            var span = line.AsTyped(start, end);
            if (plan) return slots with { Plan = [span] };
            if (done) return slots with { Done = [span] };
            if (problem) return slots with { Problem = [span] };
            var read = ReportSpans.Read(Line.Of(span), [], [], [], now);
            return read.Problem.Count > 0 ? slots with { Problem = [span] } : read.Plan.Count > 0 ? slots with { Plan = [span] } : slots with { Done = [span] };
        }

        _ = names;
        _ = times;
        return slots;
    }

    private static int AfterAny(string text, Clause clause, string[] words)
    {
        foreach (var word in words)
        {
            var at = text.IndexOf(word, clause.Start, clause.End - clause.Start, StringComparison.Ordinal);
            if (at >= 0) return at + word.Length;
        }

        return clause.Start;
    }
}
