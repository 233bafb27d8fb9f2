namespace PartyProjects.Bot.Understanding.Spans;

/// <summary>What a correction adds or replaces: 补一条资金没到账到刚才那份里, 问题里补充一下:物业不配合, 完成情况改成….</summary>
internal static class AmendSpans
{
    private static readonly string[] AddWords = ["补一条", "补一句", "补一项", "补充一条", "补充一句", "补充一下", "补充说明", "补充", "加一条", "加一句", "加一项", "加上", "加个", "再加", "再补", "补上", "补个", "添一条", "添上", "漏了", "漏报了", "漏报", "漏写了", "漏写", "漏填了", "漏填", "少写了", "少报了", "少写", "忘了写", "忘写了", "忘记写", "没写上"];
    private static readonly string[] ReplaceWords = ["改成", "改为", "更正为", "换成", "应该是", "应为", "应是", "改写成"];
    private static readonly string[] Fields = ["问题", "困难", "计划", "打算", "下一步", "完成情况", "完成内容", "完成", "做了"];
    private static readonly string[] Lead = ["存在的", "存在", "一条", "一句", "一项", "一下", "问题里", "问题", "完成情况里", "完成情况", "下月计划里", "下月计划", "计划里", "计划", "进去", "的是", "还有", "嗯", "把", "里", "说明", "了", "的", "是"];
    private static readonly string[] Tail = ["到刚才那份里", "到刚才那份", "到刚才的报告里", "到报告里", "到月报里", "到上一份里", "到里面", "进去", "在问题里", "到问题里", "没写", "没填", "没报上", "忘了写", "忘写了", "忘写", "吧", "哈", "啊", "这条", "这一条", "这句", "这个事", "这个", "一条"];

    public static (ReportSpans.Part Part, Clause Stretch)? Read(Line line, List<PercentMark> percents)
    {
        var text = line.Text;
        var clauses = Clauses.Of(text);
        for (var i = 0; i < clauses.Count; i++)
        {
            var clause = clauses[i];
            var from = After(text, clause, AddWords);
            if (from < 0 && HasField(text, clause)) from = After(text, clause, ReplaceWords);
            if (from < 0) continue;
            // What is added may follow after a comma or colon, or stand before: 漏写了一句,签约企业3家.
            var stretch = Whole(text, new Clause(from, clause.End), percents) ?? (i + 1 < clauses.Count ? Whole(text, clauses[i + 1], percents) : null) ?? (i > 0 ? Whole(text, clauses[i - 1], percents) : null);
            if (stretch is { } found) return (PartOf(text, clause, found), found);
        }

        return null;
    }

    private static Clause? Whole(string text, Clause clause, List<PercentMark> percents)
    {
        var (start, end) = Trim.Ends(text, clause.Start, clause.End, Lead, Tail);
        return Trim.Weight(text, start, end) < 3 || percents.Exists(p => p.Start < end && p.End > start && p.Strength > 0) ? null : new Clause(start, end);
    }

    private static ReportSpans.Part PartOf(string text, Clause said, Clause added)
    {
        var words = text.AsSpan(said.Start, Math.Max(0, Math.Min(said.End, added.Start) - said.Start));
        if (Trim.HasAny(words, ["问题", "困难"])) return ReportSpans.Part.Problem;
        if (Trim.HasAny(words, ["计划", "打算", "下一步", "下步"])) return ReportSpans.Part.Plan;
        if (Trim.HasAny(words, ["完成", "做了"])) return ReportSpans.Part.Done;
        var own = text.AsSpan(added.Start, added.End - added.Start);
        return Trim.HasAny(own, ["下一步", "下月", "下个月", "打算", "计划"]) ? ReportSpans.Part.Plan : Troubles.Tells(own) ? ReportSpans.Part.Problem : ReportSpans.Part.Done;
    }

    private static bool HasField(string text, Clause clause) => Trim.HasAny(text.AsSpan(clause.Start, clause.End - clause.Start), Fields);

    private static int After(string text, Clause clause, string[] words)
    {
        foreach (var word in words)
        {
            var at = text.AsSpan(clause.Start, clause.End - clause.Start).IndexOf(word);
            if (at >= 0) return clause.Start + at + word.Length;
        }

        return -1;
    }
}
