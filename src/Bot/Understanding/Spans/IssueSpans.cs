namespace PartyProjects.Bot.Understanding.Spans;

/// <summary>The problem of a request for help: the line without its preface and without the request itself.</summary>
internal static class IssueSpans
{
    private static readonly string[] Requests = ["能不能", "能否", "可不可以", "可否", "请区", "请部", "请组织", "请领导", "请帮", "请协", "请上级", "请求", "请予", "请给", "恳请", "希望", "麻烦", "帮忙", "帮我", "帮我们", "帮一下", "帮着", "想请", "得请", "要请", "盼", "支持一下", "给支持", "协调一下", "出面", "求助", "求帮", "求协", "求支", "看领导", "看区里", "看部里", "给咋办", "咋办", "咋个办", "怎么办", "怎么整", "咋整", "需要区", "需区", "需要协", "需协", "需要领导", "需要组织", "要区里", "要组织部", "要部里", "派个", "派人", "申请协调", "请协调", "协调解决", "给想个办法", "想想办法", "指示", "该找谁", "找哪个", "有没有办法", "上报", "关注"];
    private static readonly string[] Prefaces = ["有个难题", "有个问题", "有一事", "现有一事", "有件事", "有个事", "遇到", "碰到", "出现", "反映", "报告", "求助", "不是报进度", "不报进度", "是求帮忙", "情况是这样", "向您", "想反映", "反馈", "汇报", "难题是", "问题是", "困难是", "说个困难", "说个问题", "需要协调", "需区级协调", "请协调", "存在问题", "存在困难", "存在", "目前", "现在", "主要是", "就是", "我们这边", "我们这里", "我们", "咱们", "嗯", "呃", "那个", "啊", "我", "了个", "了", "一个", "个", "一下", "的", "难题", "问题", "困难", "事", ":"];
    private static readonly string[] Tails = ["啊", "呀", "了啊", "呢", "嘛", "哈", "吧", "就是", "我们", "想", "请"];

    public static Clause? Read(Line line, List<NameMark> names)
    {
        var text = line.Text;
        (int Start, int End)? whole = null;
        foreach (var clause in Clauses.Of(text))
        {
            var end = RequestAt(text, clause);
            var start = clause.Start;
            for (var again = true; again && start < end;)
            {
                again = false;
                (start, end) = Trim.Ends(text, start, end, Prefaces, Tails);
                foreach (var name in names)
                {
                    if (name.Start == start && name.End <= end)
                    {
                        start = name.End;
                        again = true;
                    }
                }
            }

            if (Trim.Weight(text, start, end) is var weight && (weight < 2 || (weight < 4 && !Troubles.Tells(text.AsSpan(start, end - start)) && (whole is not null || end < clause.End)))) continue;
            whole = whole is { } w ? (w.Start, end) : (start, end);
        }

        return whole is { } found ? new Clause(found.Start, found.End) : null;
    }

    /// <summary>Where the request begins; the clause's end when there is none.</summary>
    private static int RequestAt(string text, Clause clause)
    {
        var first = clause.End;
        foreach (var request in Requests)
        {
            var at = text.AsSpan(clause.Start, clause.End - clause.Start).IndexOf(request);
            if (at >= 0) first = Math.Min(first, clause.Start + at);
        }

        return first;
    }
}
