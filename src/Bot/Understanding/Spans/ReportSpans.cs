namespace PartyProjects.Bot.Understanding.Spans;

/// <summary>done, problem and plan of a report: clause by clause, as typed, without names, percent and lead-in.</summary>
internal static class ReportSpans
{
    public enum Part { None, Done, Problem, Plan }

    private static readonly string[] Lead =
    [
        "嗯", "呃", "额", "啊", "哦", "哎", "诶", "唉", "那个", "就是说", "就是", "这个月", "这个", "这边", "这块", "我们这边", "我们这里", "我们", "咱们", "咱", "我来", "我要", "我想", "我", "俺们", "本单位", "本项目", "项目上", "项目",
        "汇报一下", "汇报下", "汇报", "报一下", "报下", "报告一下", "报个", "先报一个", "报", "说一下", "说下", "讲一下", "跟您", "给您", "向您", "领导", "您好", "你好", "情况是", "情况如下", "小结如下", "进展如下", "如下", "工作进展", "工作情况", "工作小结", "推进情况", "进展情况", "完成情况", "进展", "情况", "小结",
        "本月", "当月", "的", "呢", "嘛", "吧", "哈", "了", "然后", "还有", "另外", "目前", "现在", "截至目前", "到目前为止", "那边", "那", "主要是", "主要", "补一下", "补报", "补交", "补", "打卡", "📍", "✨", "是", "也", "里", "点", "把上月的", "忘填了", "党组织", "街道", "一", "已完成情况", "年度", "累计完成情况", "新年的", "月份", "月",
    ];

    private static readonly string[] Tail = ["吧", "哈", "啊", "呀", "哦", "嘛", "呢", "咯", "喽", "现在", "目前", "进度", "总进度", "整体进度", "总体进度", "完成", "完成率", "进展", "进展至", "然后", "差不多", "大概", "大约", "约", "整体", "总体", "累计", "达到", "已达", "到", "在", "是", "有", "就", "完成全年目标的", "完成全年任务的", "完成年度目标的", "完成年度任务的", "完成目标的", "全年目标", "全年任务", "的", "推进到", "推进", "干到", "整到", "做到", "刚到", "刚", "已经", "大体", "我估计", "估计", "目测", "进度在", "应该", "算"];

    private static readonly string[] PlanCues = ["下一步", "下步", "下个月", "下月", "接下来", "打算", "计划", "准备", "拟", "争取", "力争", "预计", "后续", "下周", "下季度", "下半年", "明年", "明天", "后天", "下阶段", "月底前", "年底前", "将在", "将于", "即将", "再搞", "再办", "再开", "要在", "马上要", "下次", "今后", "节后", "元旦后", "国庆后", "春节后", "抓紧", "尽快", "想在", "安排在", "定在", "月底把", "等节后"];

    private static readonly string[] ProblemCues =
    [
        "问题", "困难", "难点", "难题", "没到位", "未到位", "没有到位", "不到位", "没落实", "未落实", "没下来", "没批", "未批", "没到账", "没到帐", "未到账", "不够", "不足", "缺", "欠", "短缺", "紧张", "滞后", "卡在", "卡住", "卡壳", "拖", "受阻", "搁", "不愿", "不肯", "不配合", "不支持", "不服", "不理解", "不同意", "不积极", "不高", "不熟", "不会用", "不太", "不好", "不让", "不了", "不下来", "不齐", "不稳", "不统一", "不一致", "不清", "不顺", "不明", "不畅", "难找", "难办", "难协调", "难度", "难以", "很难", "太难",
        "异议", "意见大", "有意见", "顾虑", "推诿", "扯皮", "流标", "反对", "投诉", "停工", "下雨", "漏水", "漏", "坏了", "故障", "在修", "没钱", "没人", "人手", "太少", "偏少", "偏慢", "太慢", "较慢", "慢了", "偏低", "较低", "太低", "兼职多", "容易错", "跟不上", "协调不", "没谈拢", "谈不拢", "没定", "未定", "没确定", "等批复", "等上级", "还差", "差一点", "差点", "资金", "流失", "流动性大", "覆盖不", "参与率低", "积极性", "占用", "纠纷", "矛盾", "打不通", "没签", "未签", "退出", "跑路", "没选好", "没腾", "没找到", "找不到", "老化", "不达标", "超支", "重名", "没人管", "冲突", "忙不过来", "抽不出", "还没", "尚未", "迟迟", "一直没",
    ];

    private static readonly (string Word, Part Part)[] Labels =
    [
        ("本月完成情况", Part.Done), ("本月完成", Part.Done), ("完成情况", Part.Done), ("完成工作", Part.Done), ("本月工作", Part.Done), ("工作情况", Part.Done), ("已完成", Part.Done), ("完成", Part.Done), ("进展情况", Part.Done), ("进展", Part.Done), ("做了", Part.Done),
        ("存在的问题", Part.Problem), ("存在问题", Part.Problem), ("主要问题", Part.Problem), ("目前问题", Part.Problem), ("问题是", Part.Problem), ("问题", Part.Problem), ("困难是", Part.Problem), ("困难", Part.Problem), ("难点", Part.Problem), ("难处", Part.Problem),
        ("下月计划", Part.Plan), ("下个月计划", Part.Plan), ("下步计划", Part.Plan), ("下一步计划", Part.Plan), ("下一步打算", Part.Plan), ("下步打算", Part.Plan), ("下一步", Part.Plan), ("下步", Part.Plan), ("下月打算", Part.Plan), ("打算", Part.Plan), ("计划", Part.Plan), ("下月", Part.Plan), ("下个月", Part.Plan),
    ];

    private static readonly string[] ButWords = ["但是", "但", "不过", "就是", "主要是", "只是", "可是", "问题是", "还有就是", "另外", "目前", "现在", "有个问题", "困难是", "然后"];
    private static readonly string[] PlanLead = ["然后", "下一步", "下步", "接下来", "另外", "嗯", "就"];

    /// <summary>Spans as typed.</summary>
    public static (List<string> Done, List<string> Problem, List<string> Plan) Read(Line line, List<NameMark> names, List<PercentMark> percents, List<TimeMark> times, DateTime now)
    {
        var text = line.Text;
        var spans = new List<(Part Part, int Start, int End)>();
        var labelled = Part.None;
        foreach (var clause in Clauses.Of(text).SelectMany(c => c.End - c.Start > 8 ? Clauses.Cut(text, c) : [c]))
        {
            var label = LabelOf(text, clause, out var labelEnd);
            if (label != Part.None)
            {
                labelled = label;
                if (labelEnd >= clause.End) continue;
            }

            var start = label != Part.None && labelEnd > clause.Start ? labelEnd : clause.Start;
            foreach (var (from, to) in Pieces(start, clause.End, percents))
            {
                if (One(text, from, to, names, times, labelled, now) is { } span) spans.Add(span);
            }
        }

        return (Joined(line, spans, Part.Done), Joined(line, spans, Part.Problem), Joined(line, spans, Part.Plan));
    }

    /// <summary>A label stands before a colon (问题:…), or as the whole clause.</summary>
    private static Part LabelOf(string text, Clause clause, out int end)
    {
        end = clause.Start;
        var span = text.AsSpan(clause.Start, clause.End - clause.Start).Trim();
        var colon = clause.End < text.Length && text[clause.End] == ':';
        foreach (var (word, part) in Labels)
        {
            if (!span.EndsWith(word) || !colon || span.Length - word.Length > 4) continue;
            end = clause.End;
            return part;
        }

        return Part.None;
    }

    /// <summary>The clause without its percentages.</summary>
    private static IEnumerable<(int From, int To)> Pieces(int start, int end, List<PercentMark> percents)
    {
        foreach (var percent in percents)
        {
            // A share inside what was done (签约率85%) belongs to it.
            if (percent.Strength == 0 || percent.Start < start || percent.Start >= end) continue;
            yield return (start, percent.Start);
            start = percent.End;
        }

        if (start < end) yield return (start, end);
    }

    private static (Part, int, int)? One(string text, int from, int to, List<NameMark> names, List<TimeMark> times, Part labelled, DateTime now)
    {
        var (start, end) = StripLead(text, from, to, names, times, now, out var future);
        if (Trim.Weight(text, start, end) < 2) return null;
        var words = text.AsSpan(start, end - start);
        var part = labelled;
        if (labelled == Part.None)
        {
            if (future || Trim.HasAny(words, PlanCues)) part = Part.Plan;
            else if (IsNoProblem(words)) part = Part.Problem;
            else if (Trim.HasAny(words, ProblemCues) && !IsSolved(words)) part = Part.Problem;
            else part = Part.Done;
        }

        if (part == Part.Problem) (start, end) = Trim.Ends(text, start, end, ButWords, ["吧", "哈", "啊", "呢"]);
        else if (part == Part.Plan) (start, end) = Trim.Ends(text, start, end, PlanLead, ["吧", "哈", "啊", "呢"]);
        else (start, end) = Trim.Ends(text, start, end, Lead, Tail);
        return Trim.Weight(text, start, end) < (part == Part.Done ? 3 : 1) ? null : IsScaffold(text.AsSpan(start, end - start)) ? null : (part, start, end);
    }

    /// <summary>Names, the reported period and lead-in words off the front; tells whether a later time begins the clause.</summary>
    private static (int, int) StripLead(string text, int start, int end, List<NameMark> names, List<TimeMark> times, DateTime now, out bool future)
    {
        future = false;
        for (var again = true; again;)
        {
            again = false;
            var before = start;
            (start, end) = Trim.Ends(text, start, end, [], []);
            foreach (var name in names)
            {
                if (name.Start <= start && name.End > start && name.End <= end && (name.Start == start || name.Start < start))
                {
                    start = name.End;
                    again = true;
                }
            }

            foreach (var time in times)
            {
                if (time.Start != start || time.End > end) continue;
                if (TimeExpressions.FirstDay(time) is { } first && first > DateOnly.FromDateTime(now) || IsLaterWords(text.AsSpan(time.Start, time.End - time.Start)))
                {
                    future = true;
                    return (start, end);
                }

                start = time.End;
                again = true;
            }

            (start, end) = Trim.Ends(text, start, end, Lead, []);
            again |= start != before;
        }

        return (start, end);
    }

    private static bool IsLaterWords(ReadOnlySpan<char> time) => time.StartsWith("下") || time.EndsWith("后");

    private static bool IsNoProblem(ReadOnlySpan<char> words) => words is "没有问题" or "没问题" or "无问题" or "没啥问题" or "没什么问题" or "暂无问题" or "无困难" or "没有困难" or "问题无" or "无";

    /// <summary>A problem that is told as solved is done.</summary>
    private static bool IsSolved(ReadOnlySpan<char> words) => words.Contains("解决了", StringComparison.Ordinal) || words.Contains("已解决", StringComparison.Ordinal) || words.Contains("已到位", StringComparison.Ordinal) || words.Contains("已落实", StringComparison.Ordinal) || words.Contains("整改完", StringComparison.Ordinal) || words.Contains("梳理问题", StringComparison.Ordinal) || words.Contains("问题清单", StringComparison.Ordinal) || words.Contains("问题台账", StringComparison.Ordinal) || words.Contains("问题整改", StringComparison.Ordinal) || words.Contains("到位了", StringComparison.Ordinal) && !words.Contains("没", StringComparison.Ordinal);

    private static bool IsScaffold(ReadOnlySpan<char> words) => words is "收官了" or "收官" or "基本完成" or "全部完成" or "差不多完了" or "完成了" or "正常推进" or "进展顺利" or "月报" or "进度" or "报进度" or "我要报进度" or "如实填报" or "请审核" or "请查收" or "请审阅" or "请核" or "请核收" or "特此报告" or "以上" or "样子" or "左右" or "多一点" or "一点" or "目标任务" or "年度任务" or "总体" or "不到" or "接近" or "快到" or "超过" or "就差" or "离完工就差" or "离完工" or "还没完成" or "比上个月多";

    /// <summary>Neighbouring clauses of the same part are one span, with what stood between them.</summary>
    private static List<string> Joined(Line line, List<(Part Part, int Start, int End)> spans, Part part)
    {
        var joined = new List<string>();
        (int Start, int End)? open = null;
        foreach (var span in spans)
        {
            if (span.Part != part)
            {
                if (open is { } o) joined.Add(line.AsTyped(o.Start, o.End));
                open = null;
                continue;
            }

            if (open is { } current && span.Start - current.End <= 2)
            {
                open = (current.Start, span.End);
                continue;
            }

            if (open is { } last) joined.Add(line.AsTyped(last.Start, last.End));
            open = (span.Start, span.End);
        }

        if (open is { } rest) joined.Add(line.AsTyped(rest.Start, rest.End));
        return joined;
    }
}
