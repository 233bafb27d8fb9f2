namespace PartyProjects.Bot.Understanding.Spans;

/// <summary>Why something is returned, refused, withdrawn or put off.</summary>
internal static class ReasonSpans
{
    private static readonly string[] Verbs = ["退回", "退给", "返工", "打回", "退了", "予以退", "不过", "不通过", "不予通过", "没过", "初审", "不批", "不同意", "不能同意", "不准", "不许", "不行", "不能再拖", "不予", "驳回", "撤回", "撤掉", "撤", "不延", "申请延", "想申请延", "延期", "延到", "延至", "推到", "推迟", "往后", "缓到", "宽限", "重新报", "重报", "重写", "修改", "完善", "补充后", "请重", "按期完成", "按原计划", "按时", "抓紧", "申报", "这个", "该项目", "补上"];
    private static readonly string[] Lead = ["嗯", "呃", "那个", "这个", "原因是", "原因", "理由是", "理由", "主要是", "主要", "就是", "说是", "由于", "因", "他们", "它", "是", "的", "了", "吧", "给他", "给", "项目", "申报", "材料", "你们", "我们", "给我们", "去吧", "去", "回去"];
    private static readonly string[] Tail = ["吧", "哈", "啊", "呢", "了吧", "的原因", "原因", "所以", "故", "请", "要", "想", "申请", "我们", "特"];

    public static string? Read(Line line, string intent, List<NameMark> names, List<TimeMark> times)
    {
        var text = line.Text;
        if (Because(text) is { } because)
        {
            var (s, e) = Trim.Ends(text, because.Start, because.End, intent == "request-extension" ? [] : Lead, Tail);
            if (Trim.Weight(text, s, e) >= 2) return line.AsTyped(s, e);
        }

        (int Start, int End)? whole = null;
        foreach (var clause in Clauses.Of(text))
        {
            var start = clause.Start;
            var end = clause.End;
            // 打回去吧缺少考核指标: the reason follows the verb in one breath.
            var verb = AfterVerb(text, clause);
            if (verb < 0) continue;
            start = verb;
            for (var again = true; again;)
            {
                again = false;
                (start, end) = Trim.Ends(text, start, end, Lead, Tail);
                foreach (var name in names)
                {
                    if (name.Start != start || name.End > end) continue;
                    start = name.End;
                    again = true;
                }

                foreach (var time in times)
                {
                    if (time.Start != start || time.End > end || intent == "reject-extension") continue;
                    start = time.End;
                    again = true;
                }
            }

            if (Trim.Weight(text, start, end) < 2) continue;
            whole = whole is { } w ? (w.Start, end) : (start, end);
        }

        return whole is { } found ? line.AsTyped(found.Start, found.End) : null;
    }

    /// <summary>因…, 因为…, 由于…, 原因是…: up to the clause that asks.</summary>
    private static (int Start, int End)? Because(string text)
    {
        foreach (var word in (string[])["原因是", "原因:", "理由是", "理由:", "因为", "由于", "因"])
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at < 0 || (word == "因" && at + 1 < text.Length && text[at + 1] is '素' or '此')) continue;
            var start = word == "因为" ? at : at + word.Length;
            var end = text.Length;
            foreach (var clause in Clauses.Of(text))
            {
                if (clause.End <= start) continue;
                var from = Math.Max(start, clause.Start);
                var verb = FirstVerb(text, from, clause.End);
                if (verb < 0)
                {
                    end = clause.End;
                    continue;
                }

                if (clause.Start <= start) end = verb;
                break;
            }

            return (start, end);
        }

        return null;
    }

    private static int FirstVerb(string text, int from, int to)
    {
        var first = -1;
        foreach (var verb in (string[])["申请", "想延", "想申", "延期", "延到", "延至", "推迟", "予以", "退回", "返工", "不同意", "不批", "需要延", "要延", "请求", "恳请", "希望", "能不能", "请"])
        {
            var at = text.AsSpan(from, to - from).IndexOf(verb);
            if (at >= 0 && (first < 0 || from + at < first)) first = from + at;
        }

        return first;
    }

    /// <summary>Start of what follows the verb in its clause; the clause itself when it has no verb; −1 when nothing follows.</summary>
    private static int AfterVerb(string text, Clause clause)
    {
        var last = -1;
        var span = text.AsSpan(clause.Start, clause.End - clause.Start);
        foreach (var verb in Verbs)
        {
            var at = span.IndexOf(verb);
            if (at >= 0) last = Math.Max(last, at + verb.Length);
        }

        if (last < 0) return clause.Start;
        return last < span.Length && Trim.Weight(text, clause.Start + last, clause.End) >= 4 ? clause.Start + last : -1;
    }
}
