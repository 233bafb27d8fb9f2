namespace PartyProjects.Bot.Understanding.Spans;

/// <summary>done, problem and plan of a report: clause by clause, as typed, without names, percent and lead-in (README of the development set).</summary>
internal static class ReportSpans
{
    public enum Part { None, Done, Problem, Plan }

    private static readonly string[] Lead =
    [
        "嗯", "呃", "额", "啊", "哦", "哎", "诶", "唉", "那个", "就是说", "就是", "这个月", "这个", "这边", "这块", "这里", "我们这边", "我们这里", "我们", "咱们", "咱", "我来", "我要", "我想", "我", "俺们", "本单位", "本项目", "项目上", "项目",
        "汇报一下", "汇报下", "汇报", "报一下", "报下", "报告一下", "报告", "报个", "先报一个", "报", "说一下", "说下", "讲一下", "讲下", "跟您", "给您", "向您", "领导", "您好", "你好", "书记好", "老师好", "各位", "情况是", "情况如下", "小结如下", "进展如下", "如下", "工作进展情况", "工作进展", "工作情况", "工作小结", "推进情况", "进展情况", "完成情况", "进展", "情况", "小结", "月报",
        "本月", "当月", "的", "呢", "嘛", "吧", "哈", "了", "然后", "还有", "另外", "再就是", "其中", "同时", "目前", "现在", "截至目前", "截止目前", "到目前为止", "那边", "那", "主要是", "主要", "这是", "这个是", "这两天", "这几天", "这段时间", "近期", "补录", "补填", "补登", "维持", "持平", "补一下", "补报", "补交", "补", "打卡", "📍", "✨", "是", "里", "把上月的", "忘填了", "党组织", "街道", "已完成情况", "累计完成情况", "新年的", "月份", "月", "进度", "今天", "刚刚", "一是", "二是", "三是", "1.", "2.", "3.", "①", "②", "③",
    ];

    // Particles at the end of anything.
    private static readonly string[] Particles = ["吧", "哈", "啊", "呀", "哦", "嘛", "呢", "咯", "噻", "然后", "另外", "还有", "的话"];

    // What leads over to the percent that follows in the same clause.
    private static readonly string[] BeforePercent = ["吧", "哈", "啊", "哦", "嘛", "呢", "现在", "目前", "进度", "总进度", "整体进度", "总体进度", "完成", "完成率", "进展", "进展至", "然后", "差不多", "大概", "大约", "约", "整体", "总体", "累计", "达到", "已达", "达", "到", "在", "是", "有", "就", "占", "完成全年目标的", "完成全年任务的", "完成年度目标的", "完成年度任务的", "完成目标的", "全年目标", "全年任务", "年度任务", "年度目标", "目标任务", "的", "推进到", "推进至", "推进", "干到", "整到", "做到", "搞到", "弄到", "走到", "刚到", "刚", "已经", "已", "大体", "我估计", "估计", "目测", "应该", "算", "也就", "不到", "接近", "将近", "超过", "快到", "快", "就差", "还差", "差", "剩", "从", "由", "为", "至", "按", "自评", "干", "建", "弄", "整", "了", "工程", "项目"];

    private static readonly string[] PlanStarts = ["下一步", "下步", "下个月", "下月", "次月", "接下来", "打算", "计划", "准备", "拟", "争取", "力争", "预计", "后续", "下周", "下星期", "下礼拜", "下季度", "下半年", "明年", "明天", "后天", "下阶段", "将", "即将", "再搞", "再办", "再开", "要在", "马上要", "马上", "下次", "今后", "节后", "抓紧", "尽快", "想在", "想", "安排在", "定在", "等", "月底前", "年底前", "月底把", "随后", "过几天", "过两天", "回头", "之后", "往后", "继续", "还要", "还得", "要", "正准备", "正打算", "先把", "重点"];
    private static readonly string[] PlanWithin = ["下一步", "下个月", "下月", "打算", "计划在", "计划于", "计划把", "计划开", "准备", "争取", "力争", "预计", "将于", "将在", "即将", "下周", "下季度", "月底前", "年底前", "再听证", "接下来", "尽快", "拟于", "安排在", "定在"];

    private static readonly (string Word, Part Part)[] Labels =
    [
        ("完成情况", Part.Done), ("完成工作", Part.Done), ("本月工作", Part.Done), ("工作情况", Part.Done), ("已完成", Part.Done), ("本月完成", Part.Done), ("完成", Part.Done), ("进展情况", Part.Done), ("工作进展", Part.Done), ("进展", Part.Done), ("做了", Part.Done), ("做法", Part.Done), ("成效", Part.Done),
        ("存在的问题", Part.Problem), ("存在问题", Part.Problem), ("主要问题", Part.Problem), ("问题是", Part.Problem), ("问题和困难", Part.Problem), ("问题", Part.Problem), ("困难是", Part.Problem), ("困难", Part.Problem), ("难点", Part.Problem), ("难处", Part.Problem), ("短板", Part.Problem), ("卡点", Part.Problem),
        ("计划", Part.Plan), ("打算", Part.Plan), ("下一步", Part.Plan), ("下步", Part.Plan), ("下月", Part.Plan), ("下个月", Part.Plan), ("下步工作", Part.Plan), ("下一步工作", Part.Plan), ("安排", Part.Plan), ("接下来", Part.Plan), ("措施", Part.Plan),
    ];

    private static readonly string[] ProblemLead = ["但是", "但", "不过", "就是", "主要是", "主要", "只是", "可是", "问题是", "问题还是老问题", "还是老问题", "还有就是", "另外", "目前", "现在", "有个问题", "有个困难", "困难是", "难点是", "然后", "存在", "存在的", "存在问题", "的问题是", "就", "嗯", "呃", "那个"];
    private static readonly string[] PlanLead = ["然后", "另外", "嗯", "就", "我们", "工作"];

    /// <summary>Stretches of the even text by part, in order.</summary>
    /// <param name="line">The line.</param>
    /// <param name="names">Names found.</param>
    /// <param name="numbers">Everything read as a percent or as a number of progress, so that it is cut out.</param>
    /// <param name="times">Time expressions found.</param>
    /// <param name="now">China local.</param>
    public static List<(Part Part, Clause Stretch)> Read(Line line, List<NameMark> names, List<PercentMark> numbers, List<TimeMark> times, DateTime now)
    {
        var text = line.Text;
        var spans = new List<(Part, Clause)>();
        var labelled = Part.None;
        foreach (var clause in Clauses.Of(text))
        {
            var label = LabelOf(text, clause);
            if (label != Part.None)
            {
                labelled = label;
                continue;
            }

            if (labelled != Part.None && clause.Start > 0 && EndsSentence(text, clause.Start)) labelled = Part.None;
            if (clause.End - clause.Start <= 8) Pieces(clause);
            else foreach (var part in Clauses.Cut(text, clause)) Pieces(part);
        }

        return Joined(spans);

        void Pieces(Clause clause)
        {
            var start = clause.Start;
            foreach (var number in numbers)
            {
                if (number.Start < start || number.Start >= clause.End) continue;
                if (One(text, new Clause(start, number.Start), names, times, labelled, now, true) is { } before) spans.Add(before);
                start = Math.Min(number.End, clause.End);
            }

            if (One(text, new Clause(start, clause.End), names, times, labelled, now, false) is { } rest) spans.Add(rest);
        }
    }

    /// <summary>A label stands before a colon: 存在问题:…, 下月计划:….</summary>
    private static Part LabelOf(string text, Clause clause)
    {
        if (clause.End >= text.Length || text[clause.End] != ':') return Part.None;
        var span = text.AsSpan(clause.Start, clause.End - clause.Start).Trim();
        foreach (var (word, part) in Labels)
        {
            if (span.EndsWith(word) && span.Length - word.Length <= 4) return part;
        }

        return Part.None;
    }

    private static bool EndsSentence(string text, int at) => text[at - 1] is '。' or ';' or '\n';

    private static (Part, Clause)? One(string text, Clause piece, List<NameMark> names, List<TimeMark> times, Part labelled, DateTime now, bool percentFollows)
    {
        var (start, end) = StripLead(text, piece.Start, piece.End, names, times, now, out var future);
        (start, end) = Trim.Ends(text, start, end, [], percentFollows ? BeforePercent : Particles);
        if (Trim.Weight(text, start, end) < 2 || IsScaffold(text.AsSpan(start, end - start))) return null;
        var words = text.AsSpan(start, end - start);
        var part = labelled;
        if (labelled == Part.None) part = future || IsPlan(words) ? Part.Plan : Troubles.Tells(words) ? Part.Problem : Part.Done;
        if (labelled == Part.None && IsUnfinishedOnly(words)) return null;
        (start, end) = part switch
        {
            Part.Problem => Trim.Ends(text, start, end, ProblemLead, Particles),
            Part.Plan => Trim.Ends(text, start, end, PlanLead, Particles),
            _ => (start, end),
        };
        var weight = Trim.Weight(text, start, end);
        if (part == Part.Done && (weight < 3 || (percentFollows && weight < 6 && !TellsAnAct(words)))) return null;
        return weight < 1 || IsScaffold(text.AsSpan(start, end - start)) ? null : (part, new Clause(start, end));
    }

    private static bool IsPlan(ReadOnlySpan<char> words)
    {
        foreach (var cue in PlanStarts)
        {
            if (words.StartsWith(cue) && !(cue is "等" && !words.StartsWith("等节") && !words.StartsWith("等天") && !words.StartsWith("等下"))) return !(cue is "计划" or "准备" or "要" or "想" or "将" or "重点" && IsToldAsDone(words));
        }

        return Trim.HasAny(words, PlanWithin) && !IsToldAsDone(words);
    }

    private static bool IsToldAsDone(ReadOnlySpan<char> words) => words.EndsWith("了") || words.EndsWith("完成") || words.EndsWith("好了") || words.EndsWith("完") || words.StartsWith("计划书") || words.StartsWith("计划内") || words.StartsWith("要求");

    /// <summary>A short piece before a percent is something done only when it tells an act: 揭牌了 75%, but 平台 75%.</summary>
    private static bool TellsAnAct(ReadOnlySpan<char> words) => words.IndexOfAny('了', '完', '过') > 0 || words.Contains('好') || words.Contains("已", StringComparison.Ordinal);

    /// <summary>设备采购还没弄完: the node is named (milestone), nothing stands in the way yet.</summary>
    internal static bool IsUnfinishedOnly(ReadOnlySpan<char> words)
    {
        var not = words.IndexOf("还没");
        if (not < 0) not = words.IndexOf("尚未");
        if (not < 0) not = words.IndexOf("没");
        if (not < 0) not = words.IndexOf("未");
        if (not < 0) return false;
        var rest = words[not..].TrimStart("还没尚未有完全部能").TrimEnd("呢啊哈的呀了哦");
        return rest is "" or "完" or "成" or "完成" or "做" or "弄" or "搞" or "整" or "干" or "办" or "做完" or "弄完" or "搞完" or "整完" or "干完" or "办完" or "做好" or "弄好" or "搞好" or "整好" or "结束" or "搞定" or "落地" or "收尾" or "销号" or "达成" or "开工" or "启动" or "装好" or "建好" || (rest.Length is 2 or 3 && rest[^1] == '完');
    }

    /// <summary>Names, the reported period and lead-in words off the front; tells whether a later time begins the clause.</summary>
    private static (int, int) StripLead(string text, int start, int end, List<NameMark> names, List<TimeMark> times, DateTime now, out bool future)
    {
        future = false;
        for (var before = -1; before != start && start < end;)
        {
            before = start;
            (start, end) = Trim.Ends(text, start, end, [], []);
            foreach (var name in names)
            {
                if (name.Start <= start && name.End > start && name.End <= end) start = name.End;
            }

            foreach (var time in times)
            {
                if (time.Start != start || time.End > end) continue;
                if (TimeExpressions.FirstDay(time) is { } first && first > DateOnly.FromDateTime(now) || IsLater(text.AsSpan(time.Start, time.End - time.Start)))
                {
                    future = true;
                    return (start, end);
                }

                start = time.End;
            }

            var (next, _) = Trim.Ends(text, start, end, Lead, []);
            // 主要, 进度 and the like must not eat the beginning of what is planned (下一步 stays with its clause).
            start = next;
        }

        return (start, end);
    }

    private static bool IsLater(ReadOnlySpan<char> time) => time.StartsWith("下") && !time.StartsWith("下午") || time.EndsWith("后") || time.StartsWith("明年");

    private static bool IsScaffold(ReadOnlySpan<char> words)
    {
        if (IsNumberOnly(words)) return true;
        if ((words.StartsWith("目标") || words.StartsWith("任务") || words.StartsWith("超额") || words.StartsWith("提前") || words.StartsWith("按时") || words.StartsWith("如期")) && words.TrimEnd('了').EndsWith("完成") && words.Length < 9) return true;
        if (words.StartsWith("就等") || words.StartsWith("就剩") || words.StartsWith("只等") || words.StartsWith("只剩")) return words.Length < 8;
        if (words.Contains("比上", StringComparison.Ordinal) || words.Contains("较上", StringComparison.Ordinal)) return words.Length < 12;
        return words is "收官了" or "收官" or "基本完成" or "全部完成" or "全部完成了" or "差不多完了" or "差不多" or "完成了" or "已完成" or "完成" or "都完成了" or "弄完了" or "搞完了" or "做完了" or "全做完了" or "正常推进" or "正常" or "进展顺利" or "顺利" or "一切顺利" or "按计划推进" or "月报" or "进度" or "报进度" or "我要报进度" or "如实填报" or "请审核" or "请查收" or "请审阅" or "请核" or "请核收" or "请领导审阅" or "特此报告" or "以上" or "样子" or "左右" or "多一点" or "一点" or "多点" or "目标任务" or "年度任务" or "总体" or "离完工就" or "离完工" or "离完工还" or "距完工" or "离目标" or "这是" or "没动" or "没变" or "没啥变化" or "没变化" or "没有变化" or "没什么变化" or "没啥进展" or "没什么进展" or "无大动静" or "没大动静" or "没什么动静" or "没啥动静" or "没动静" or "无变化" or "变化不大" or "没进展" or "没新进展" or "跟上月一样" or "和上月一样" or "还是" or "还" or "进" or "谢谢" or "辛苦了" or "谢谢领导" or "基本收尾" or "收尾了" or "快收尾了" or "快完了" or "没有问题" or "没问题" or "无问题" or "没啥问题" or "没什么问题" or "暂无问题" or "没得问题" or "进度没变" or "更新一下" or "更新" or "更新进度" or "同步一下" or "忘填了" or "忘了" or "漏填" or "漏报了" or "漏了";
    }

    /// <summary>What is left of 从60到65: a number and the words around it.</summary>
    private static bool IsNumberOnly(ReadOnlySpan<char> words)
    {
        foreach (var c in words)
        {
            if (!Numerals.IsNumeral(c) && !"从由至到%成个点半多约近不还快了的样子 百分之".Contains(c, StringComparison.Ordinal)) return false;
        }

        return true;
    }

    /// <summary>Neighbouring clauses of the same part are one stretch, with what stood between them.</summary>
    private static List<(Part Part, Clause Stretch)> Joined(List<(Part Part, Clause Stretch)> spans)
    {
        var joined = new List<(Part Part, Clause Stretch)>(spans.Count);
        foreach (var (part, stretch) in spans)
        {
            if (joined.Count > 0 && joined[^1].Part == part && stretch.Start - joined[^1].Stretch.End <= 4) joined[^1] = (part, new Clause(joined[^1].Stretch.Start, stretch.End));
            else joined.Add((part, stretch));
        }

        return joined;
    }
}
