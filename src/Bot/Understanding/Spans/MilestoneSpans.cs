namespace PartyProjects.Bot.Understanding.Spans;

/// <summary>The node named in a claim, a question or a request: M4, a quoted title, or the words that are left when everything else is taken off.</summary>
internal static class MilestoneSpans
{
    private static readonly string[] Lead = ["列出", "列一下", "请列明", "请列", "五定里的", "五定里", "五定中", "的下个", "恳请", "希望", "请求", "麻烦", "离", "距离", "距", "到", "嗯", "呃", "那个", "这个", "就是", "我们", "咱们", "我", "把", "将", "请", "的", "在", "项目", "节点", "任务", "里程碑", "子项", "已", "已经", "关于", "申请", "想", "报告", "汇报", "昨天", "今天", "请问", "查询", "查一下", "帮我", "看看", "看下", "问一下", "问下", "想问", "社区", "街道", "党工委", "中的", "里的", "这边", "那边", "里面", "因为", "是", "说下", "说一下", "不是", "要", "和", "了", "啊", "给", "让", "对", "由", "谁", "哪个", "完成了", "完成", "做完了", "办完了", "搞完了", "弄完了", "能不能", "能不", "能否", "可不可以", "告诉", "请告知", "告知", "别说", "其中", "按", "原定", "从", "关于", "名为", "叫", "叫做"];

    private static readonly string[] Tail =
    [
        "可以勾掉", "可以勾", "可以划掉", "可以打勾", "可以打钩", "可销号", "能销号", "能勾", "可以了", "已经全部完成了", "已全部完成", "全部完成", "已经完成了", "已经完成", "已完成", "完成了", "完成", "已经弄好了", "弄好了", "弄完了", "弄完", "搞定了", "搞定", "搞完了", "搞完", "做完了", "做完", "做好了", "干完了", "干完", "整完了", "整完", "办完了", "办完", "办好了", "办妥了", "办妥", "结束了", "结束", "达成", "落实了", "落地了", "销号", "可以销号了", "可以销号", "可以销了", "勾掉", "划掉", "打勾", "打钩", "销掉", "收工", "ok了", "ok", "好了", "了",
        "这个任务点", "这个节点", "这个任务", "这一节点", "这一项", "这项任务", "这项", "这个里程碑", "任务点", "节点", "里程碑", "任务", "子项", "这块", "这一块", "这件事", "这个事", "这事", "那块", "部分", "工作", "事项", "已于", "已", "已经", "于", "都", "也", "全部", "全", "☑️", "☑", "✅", "✔", "👌", "的", "哈", "啊", "吧", "呢", "嘛", "哦", "咯", "喽", "时限", "时间", "期限", "日期", "什么", "必须", "应该", "最晚", "最迟", "大概", "要", "得", "是", "在", "到", "还", "能", "往后", "做", "弄", "搞", "定", "顺", "还剩", "还有", "啦", "呀", "咧", "噻", "哟", "嘞", "通过", "通过了", "就", "由", "归", "想", "能不能", "能否", "可否", "可不可以", "从", "原定", "把", "给", "上", "刚刚", "刚", "今天", "昨天", "一下", "截至", "截止", "到期", "了没", "没", "吗", "有没有", "是不是",
    ];

    private static readonly string[] ClaimNoise = ["进度没变", "申请销号", "请销号", "勾掉", "销号", "请核", "请核实", "请确认", "可以勾", "打勾", "划掉", "上报", "证明", "报一下", "麻烦", "佐证", "帮我", "看一下", "没有变", "不变"];

    private static readonly string[] Triggers = ["到位了吗", "到位了没", "到位没", "落实了吗", "落实了没", "结束了吗", "结束了没", "结束没", "通过了吗", "通过没", "启动了没", "谁来做", "谁来", "谁去做", "谁做", "谁干", "谁在做", "谁跟", "完成时限", "时限是", "截止时间", "完成时间", "时限", "期限", "什么时候", "什么时间", "啥时候", "啥时间", "啥子时候", "哪天", "哪一天", "几号", "何时", "多久", "截止", "到期", "谁负责", "谁牵头", "谁在抓", "谁在管", "谁管", "谁在负责", "归谁", "哪个负责", "哪个牵头", "哪个管", "责任人", "牵头", "经办", "负责人", "做了吗", "做了没", "做完了吗", "做完没", "完成了吗", "完成了没", "完成没", "搞完没", "弄完没", "搞好没", "弄好没", "签了没", "签了吗", "开了没", "开了吗", "装了没", "装好没", "验了没", "验收了没", "验收了吗", "过了没", "过了吗", "定了没", "定了吗", "交了没", "交了吗", "建了没", "建了吗", "由谁", "谁经办", "谁在弄", "谁在盯", "谁盯", "哪个在管", "哪个在抓", "是谁", "找谁", "好了没", "好了吗", "开始了吗", "启动了吗", "启动没", "搞了没", "搞了吗", "办了吗", "办了没", "到哪一步", "到哪步", "怎么样了", "往后推", "往后延", "推到", "推迟", "延到", "延至", "延期", "缓到", "缓一缓", "宽限", "晚几天", "晚两天", "改到", "必须弄完", "是哪天", "还有几天"];

    private static readonly HashSet<string> NotNodes = new(StringComparer.Ordinal)
    {
        "月报", "报告", "报表", "进度", "材料", "台账", "总结", "下一个", "最近", "近期", "项目", "还有", "哪些", "哪个", "什么", "我", "我们", "你", "他们", "他", "要交", "该交", "交", "报", "下次", "时间", "本周", "这周", "任务", "节点", "申请", "能不能", "可以", "可不可以", "实在", "完不成", "不是放弃", "放弃", "情况", "申报", "承诺书", "自查", "季度自查", "提醒函", "整改", "回复", "通报", "截止日期", "截止", "到期", "离", "距", "距离", "快", "快要", "即将", "有没有", "有", "有啥", "有什么", "这几天", "谁", "想", "还差", "一共", "全区", "各单位", "各街道", "请列出", "请查询", "列一下", "看看", "同意", "批准", "准许", "不同意", "他们要求", "要求", "希望", "时限", "今年", "今天", "明天", "要", "下个", "红灯", "黄灯", "绿灯", "灯", "亮灯", "亮红灯", "本月", "电话", "联系", "主要", "具体", "报送", "填报", "上报", "下一个要交的", "我下一个要交的", "下一个要交", "请问", "剩下的", "剩下", "其他", "全部", "所有", "所有的", "都", "没完成", "没完成的", "未完成", "最近要交", "要完成", "完成", "该完成", "下一步", "上级", "最后", "我的", "我们的", "到底", "究竟", "一个", "几个", "申请表", "分工", "五定", "五定分工", "联络员", "联系人", "负责人", "责任人", "经办人", "书记", "第一责任人", "联系方式", "手机", "手机号", "责任领导", "分管领导", "牵头领导", "牵头单位", "牵头人", "具体经办", "申请将", "就是", "第一", "第一责任", "主要责任", "具体负责", "负责", "责任",
    };

    public static Clause? Read(Line line, string intent, List<NameMark> names, List<TimeMark> times)
    {
        var text = line.Text;
        if (NodeNumber(text) is { } number) return new Clause(number.Start, number.End);
        if (Quoted(text, names) is { } quoted && intent is "complete-milestone" or "query-deadlines" or "request-extension") return new Clause(quoted.Start, quoted.End);
        return intent is "complete-milestone" or "report-progress" ? Claim(line, names, times, intent) : Asked(line, intent, names, times);
    }

    /// <summary>M4, m4, 节点4, 第四个节点.</summary>
    private static (int Start, int End)? NodeNumber(string text)
    {
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (text[i] == 'm' && char.IsAsciiDigit(text[i + 1]) && (i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1])) && (i + 2 >= text.Length || !char.IsAsciiLetter(text[i + 2])))
            {
                var end = i + 2;
                while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
                return (i, end);
            }
        }

        foreach (var word in (string[])["节点", "里程碑", "任务点"])
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at < 0 || at + word.Length >= text.Length || !Numerals.IsNumeral(text[at + word.Length])) continue;
            var (_, n) = Numerals.ReadWhole(text, at + word.Length);
            var after = at + word.Length + n;
            if (n is 1 or 2 && !(after < text.Length && text[after] is '月' or '个' or '号' or '项' or '年' or '日')) return (at, after);
        }

        foreach (var word in (string[])["个节点", "个里程碑", "节点", "里程碑"])
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at <= 0) continue;
            var start = at;
            while (start > 0 && Numerals.IsNumeral(text[start - 1])) start--;
            if (start < at && start > 0 && text[start - 1] == '第') return (start - 1, at + word.Length);
        }

        return null;
    }

    private static (int Start, int End)? Quoted(string text, List<NameMark> names)
    {
        var open = text.IndexOfAny(['“', '"', '「', '《', '【']);
        if (open < 0) return null;
        var close = text.IndexOfAny(['”', '"', '」', '》', '】'], open + 1);
        if (close <= open + 1 || names.Exists(n => n.Start <= open && n.End >= close)) return null;
        return (open + 1, close);
    }

    private static Clause? Claim(Line line, List<NameMark> names, List<TimeMark> times, string intent)
    {
        var text = line.Text;
        foreach (var clause in Clauses.Of(text))
        {
            var end = clause.End;
            var words = text.AsSpan(clause.Start, clause.End - clause.Start);
            if (intent == "report-progress")
            {
                if (!ReportSpans.IsUnfinishedOnly(words)) continue;
                var not = words.IndexOf("还没") is >= 0 and var still ? still : words.IndexOfAny('没', '未', '尚');
                end = clause.Start + not;
            }
            else if (Trim.HasAny(words, ClaimNoise) && !words.Contains("完", StringComparison.Ordinal) && Clauses.Of(text).Count > 1 && !words.Contains("节点", StringComparison.Ordinal))
            {
                continue;
            }

            if (Left(text, clause.Start, end, names, times) is { } left && !NotNodes.Contains(text[left.Start..left.End])) return new Clause(left.Start, left.End);
        }

        return null;
    }

    private static Clause? Asked(Line line, string intent, List<NameMark> names, List<TimeMark> times)
    {
        var text = line.Text;
        var first = text.Length;
        var trigger = "";
        foreach (var candidate in Triggers)
        {
            var at = text.IndexOf(candidate, StringComparison.Ordinal);
            if (at < 0 || at >= first) continue;
            first = at;
            trigger = candidate;
        }

        if (intent == "query-status" && DoneYet(text) is >= 0 and var verb && verb < first)
        {
            first = verb;
            trigger = "没";
        }

        if (trigger.Length == 0) return null;
        var clause = Clauses.Of(text).LastOrDefault(c => c.Start <= first && first <= c.End);
        // 将设备安装时限由8月20日顺延: the node stands before the old day.
        if (intent == "request-extension" && times.Find(t => t.Start > clause.Start + 2 && t.Start < first) is { } old) first = old.Start;
        if (Left(text, clause.Start, first, names, times) is { } before && IsNode(text, before)) return new Clause(before.Start, before.End);
        return null;
    }

    /// <summary>做了没, 签完了吗: where the verb of such a question stands, or −1.</summary>
    private static int DoneYet(string text)
    {
        foreach (var end in (string[])["了没", "了吗", "了么", "完没", "好没", "完了没", "好了没", "完了吗", "好了吗"])
        {
            var at = text.IndexOf(end, StringComparison.Ordinal);
            if (at > 2 && "做弄搞整办签开装验定交建发印评挂选批过干".Contains(text[at - 1], StringComparison.Ordinal)) return at - 1;
        }

        return -1;
    }

    private static bool IsNode(string text, (int Start, int End) span)
    {
        var words = text[span.Start..span.End];
        if (NotNodes.Contains(words)) return false;
        return !Trim.HasAny(words, ["啥", "之间", "两天", "剩", "接下来", "里有", "还有", "有的", "那个事", "的事", "催的", "哪些", "哪个", "几个", "多少", "什么", "有没有", "我要", "要交", "该交", "没交", "谁", "能不能", "怎么", "下一个", "月报", "不是", "想"]) && Trim.Weight(text, span.Start, span.End) is >= 2 and <= 24;
    }

    /// <summary>What is left of a stretch without names, times, lead-in and tail.</summary>
    private static (int Start, int End)? Left(string text, int start, int end, List<NameMark> names, List<TimeMark> times)
    {
        for (var again = true; again && start < end;)
        {
            again = false;
            (start, end) = Trim.Ends(text, start, end, Lead, Tail);
            foreach (var name in names)
            {
                if (start >= end || name.End <= start || name.Start >= end) continue;
                if (name.Start <= start)
                {
                    start = Math.Min(end, name.End);
                    again = true;
                }
                else if (name.End >= end)
                {
                    end = name.Start;
                    again = true;
                }
            }

            // 制度汇编5月16日印发完成: the node stands before the day.
            if (times.Find(t => t.Start >= start + 2 && t.End < end && t.Kind == TimeKind.Date) is { } within) end = within.Start;
            foreach (var time in times)
            {
                if (start >= end || time.End <= start || time.Start >= end) continue;
                if (time.Start <= start)
                {
                    start = Math.Min(end, time.End);
                    again = true;
                }
                else if (time.End >= end)
                {
                    end = time.Start;
                    again = true;
                }
            }
        }

        // 复评工作 stays whole: little would be left without the second word.
        var weight = Trim.Weight(text, start, end);
        if (weight == 2 && text.AsSpan(end).StartsWith("工作")) end += 2;
        return weight >= 2 ? (start, end) : null;
    }
}
