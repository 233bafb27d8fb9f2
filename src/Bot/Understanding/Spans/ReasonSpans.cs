namespace PartyProjects.Bot.Understanding.Spans;

/// <summary>Why something is returned, refused, withdrawn or put off: the clauses that are neither the act itself nor what is asked for next.</summary>
internal static class ReasonSpans
{
    private static readonly string[] Becauses = ["原因是", "原因为", "原因:", "理由是", "理由为", "理由:", "因为", "由于", "主要因", "因"];

    // The act itself, per intent; what follows it in one breath may be the reason (打回去吧缺少考核指标).
    private static readonly string[] ReturnActs = ["予以退回", "退回去", "退回给", "退回", "退给", "退了", "退掉", "退一下", "返工", "打回去", "打回来", "打回", "初审不通过", "初审不过", "初审没过", "初审未通过", "不予通过", "不通过", "没通过", "未通过", "不给过", "不能过", "过不了", "没过", "不过关", "不合格", "不过", "初审"];
    private static readonly string[] RefuseActs = ["不予批准", "不予同意", "不予延期", "不能批准", "不能同意", "不能批", "不能延", "不能再拖", "不能再延", "不给批", "不给延", "不批准", "不批", "不同意", "不准", "不许", "不行", "不可以", "不予", "驳回", "拒绝", "不延", "没得商量", "延期申请", "延期的申请", "延期", "的申请", "申请"];
    private static readonly string[] WithdrawActs = ["撤回来", "撤回去", "撤回", "撤掉", "撤了", "撤销", "撤下来", "收回", "作废", "拿回来", "不要了", "撤"];
    private static readonly string[] ExtendActs = ["延期", "延到", "延至", "延长", "延后", "延迟", "延一", "延两", "延几", "延", "推到", "推迟", "往后推", "往后", "缓到", "缓一", "缓几", "缓", "宽限", "晚几天", "晚两天", "晚到", "晚一", "晚两", "晚点", "改到", "顺延", "展期", "调整到", "调到", "拖几天", "多给", "再给", "申请", "能不能", "能否", "可不可以", "可以吗", "行不行", "行吗", "可否", "请批准", "望批准", "请予", "请领导", "恳请", "批准", "要到", "得到", "才能", "最快"];

    // Orders that go with the act and give no reason.
    private static readonly string[] Orders = ["重新", "重写", "重报", "重做", "重填", "修改", "改一改", "改好", "完善", "补充", "补齐", "补上", "补一", "请", "抓紧", "按期", "按时", "按原计划", "按计划", "照原", "再报", "再交", "再来", "回去", "拿回去", "改完", "必须按", "务必", "下次", "尽快", "原定"];

    private static readonly string[] Lead = ["嗯", "呃", "那个", "这个项目", "该项目", "这项目", "这份", "这项", "该", "主要是", "主要", "就是", "说是", "他们", "它", "是", "的", "了", "吧", "啊", "哈", "给他", "给", "项目", "申报材料", "申报书", "申报", "材料", "你们", "我们这边", "我们", "去吧", "去", "来", "咱们", "这边", "您好", "你好", "原因", "不好意思", "抱歉", "实在", "不是放弃", ":", "一下", "掉", "还"];
    private static readonly string[] Tail = ["吧", "哈", "啊", "呢", "了吧", "的原因", "原因", "所以", "故", "特", "想", "我们想", "我们", "要", "请", "就", "先", "需要", "需", "得", "希望", "因此", "能", "申请", "将", "把"];
    private static readonly string[] OwnWords = ["项目", "申报", "的", "了", "把", "将", "先", "给", "我", "的项目", "那份", "这份", "报告", "月报", "刚才", "刚发", "上一条", "这条", "那条", "再"];

    public static Clause? Read(Line line, string intent, List<NameMark> names, List<TimeMark> times)
    {
        var text = line.Text;
        var clauses = Clauses.Of(text);
        if (Because(text, clauses, intent) is { } because) return because;
        var found = new List<Clause>();
        foreach (var clause in clauses)
        {
            if (In(text, clause, intent, names, times) is { } reason) found.Add(reason);
        }

        return Ends.Joined(found) is [var first, ..] ? first : null;
    }

    private static Clause? In(string text, Clause clause, string intent, List<NameMark> names, List<TimeMark> times)
    {
        var words = text.AsSpan(clause.Start, clause.End - clause.Start);
        if (words.StartsWith("不是")) return null;
        return intent switch
        {
            "review-return" => AfterAct(text, clause, ReturnActs, names, []),
            "reject-extension" => AfterAct(text, clause, RefuseActs, names, []),
            "withdraw-report" => Withdrawn(text, clause, names, times),
            _ => NotYet(text, clause, names, times),
        };
    }

    /// <summary>A clause without the act, or what follows the act in the same breath.</summary>
    private static Clause? AfterAct(string text, Clause clause, string[] acts, List<NameMark> names, List<TimeMark> times)
    {
        var span = text.AsSpan(clause.Start, clause.End - clause.Start);
        var last = -1;
        foreach (var act in acts)
        {
            var at = span.IndexOf(act);
            if (at >= 0) last = Math.Max(last, at + act.Length);
        }

        // 不能再拖了 refuses; 已经延了两回 tells why.
        var rest = new Clause(clause.Start + Math.Max(0, last), clause.End);
        if (Ends.Bare(text, rest, names, times, Lead, Tail, last < 0 ? 2 : 4) is not { } reason) return null;
        var words = text.AsSpan(reason.Start, reason.End - reason.Start);
        foreach (var order in Orders)
        {
            if (words.StartsWith(order) && !words.StartsWith("重新施工")) return null;
        }

        return IsOnly(words, OwnWords) ? null : reason;
    }

    private static readonly string[] Faults = ["错", "没", "未", "不对", "不准", "不符", "有误", "重复", "漏", "少", "变", "问题", "重", "不一致", "不实", "多", "还要", "还得", "反了", "早了", "晚了", "混", "待", "发到", "别的", "另"];

    private static Clause? Withdrawn(string text, Clause clause, List<NameMark> names, List<TimeMark> times)
    {
        var words = text.AsSpan(clause.Start, clause.End - clause.Start);
        if (Trim.HasAny(words, ["不用改", "不用了", "不要了", "不改了"]) || !Trim.HasAny(words, Faults)) return null;
        foreach (var act in WithdrawActs)
        {
            var at = words.IndexOf(act);
            if (at < 0) continue;
            if (at < 4) return Trim.Weight(text, clause.Start + at + act.Length, clause.End) >= 4 && Ends.Bare(text, new Clause(clause.Start + at + act.Length, clause.End), names, times, Lead, Tail, 4) is { } after && Trim.HasAny(text.AsSpan(after.Start, after.End - after.Start), Faults) ? after : null;
            clause = new Clause(clause.Start, clause.Start + at);
            break;
        }

        return Ends.Bare(text, clause, [], times, Lead, [.. Tail, "给我", "帮我", "把它", "月报", "那份"], 3);
    }

    /// <summary>Of a request: a clause that does not ask, or what stands before the asking when it tells a trouble.</summary>
    private static Clause? NotYet(string text, Clause clause, List<NameMark> names, List<TimeMark> times)
    {
        var span = text.AsSpan(clause.Start, clause.End - clause.Start);
        var first = span.Length;
        foreach (var act in ExtendActs)
        {
            var at = span.IndexOf(act);
            if (at >= 0) first = Math.Min(first, at);
        }

        var asks = first < span.Length;
        if (Ends.Bare(text, new Clause(clause.Start, clause.Start + first), names, times, Lead, Tail, 3) is not { } reason) return null;
        var words = text.AsSpan(reason.Start, reason.End - reason.Start);
        if (words.StartsWith("请") || words.StartsWith("望") || words.StartsWith("谢") || words is "不是放弃" or "麻烦") return null;
        return asks && !Troubles.Tells(words) ? null : reason;
    }

    /// <summary>因…, 由于…, 原因是…: up to the clause that asks or acts. 因为 said in the middle of a breath stays with its words.</summary>
    private static Clause? Because(string text, List<Clause> clauses, string intent)
    {
        foreach (var word in Becauses)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at < 0 || (word == "因" && at + 1 < text.Length && text[at + 1] is '素' or '此' or '地' or '人')) continue;
            var start = word == "因为" && intent == "request-extension" && at > 0 && !Trim.Punctuation.Contains(text[at - 1], StringComparison.Ordinal) ? at : at + word.Length;
            var end = start;
            foreach (var clause in clauses)
            {
                if (clause.End <= start) continue;
                var from = Math.Max(start, clause.Start);
                var act = FirstAct(text, from, clause.End, intent);
                if (act < 0)
                {
                    end = clause.End;
                    continue;
                }

                if (clause.Start <= start) end = act;
                break;
            }

            var (s, e) = Trim.Ends(text, start, end, [], Tail);
            if (Trim.Weight(text, s, e) >= 2) return new Clause(s, e);
        }

        return null;
    }

    private static readonly string[] ActsAfterBecause = ["申请", "想延", "想申", "延期", "延到", "延至", "推迟", "推到", "予以", "退回", "返工", "打回", "不同意", "不批", "需要延", "要延", "请求", "恳请", "希望", "能不能", "能否", "可不可以", "请", "宽限", "撤回", "先撤", "驳回", "想缓", "往后", "顺延"];

    private static int FirstAct(string text, int from, int to, string intent)
    {
        _ = intent;
        var first = -1;
        foreach (var act in ActsAfterBecause)
        {
            var at = text.AsSpan(from, to - from).IndexOf(act);
            if (at >= 0 && (first < 0 || from + at < first)) first = from + at;
        }

        return first;
    }

    private static bool IsOnly(ReadOnlySpan<char> words, string[] parts)
    {
        for (var again = true; again && !words.IsEmpty;)
        {
            again = false;
            foreach (var part in parts)
            {
                if (!words.StartsWith(part)) continue;
                words = words[part.Length..];
                again = true;
                break;
            }
        }

        return words.IsEmpty;
    }
}
