namespace PartyProjects.Bot.Understanding;

/// <summary>A percent in the text: [Start, End) of the even text. Value is −1 where it cannot be a percent (250%).</summary>
/// <param name="Strength">2: said of the progress itself (进度, 完成, 到…); 1: a plain percent; 0: of something else (签约率85%, 增加5个点).</param>
public readonly record struct PercentMark(int Start, int End, int Value, string Words, bool Vague, int Strength);

/// <summary>Percentages and shares: 65%, 六成五, 百分之八十五, 60个点, 过半, 四分之三, 差两成, 从60到65, 不到八成,75的样子; bare numbers where progress is told.</summary>
public static class Percentages
{
    private static readonly string[] ProgressWords = ["进度", "完成率", "总进度", "推进率", "完成", "进展", "现在", "目前", "总体", "整体", "累计", "到了", "达到", "到", "已", "推进", "干到", "整到", "搞到", "做到", "接近", "将近", "大概", "差不多", "大约", "约", "在", "至", "有", "=", ":", "应该是", "是", "改成", "改为", "更正为", "应为"];
    private static readonly string[] Differences = ["多了", "增加了", "增加", "增长了", "增长", "提高了", "提高", "提升了", "提升", "上升了", "上升", "涨了", "涨", "下降了", "下降", "少了", "降了", "快了", "慢了", "落后", "超前", "领先", "多", "少", "滞后", "低了", "高了", "差了", "相差"];

    /// <summary>All percentages, in order.</summary>
    public static List<PercentMark> Find(string text)
    {
        var marks = new List<PercentMark>();
        for (var i = 0; i < text.Length;)
        {
            if (ReadAt(text, i) is { } mark)
            {
                marks.Add(mark);
                i = mark.End;
            }
            else
            {
                i++;
            }
        }

        return marks;
    }

    private static PercentMark? ReadAt(string text, int at)
    {
        var c = text[at];
        if (c == '百' && text.AsSpan(at).StartsWith("百分百")) return Mark(text, at, 3, 100, false);
        if (c == '百' && text.AsSpan(at).StartsWith("百分之"))
        {
            if (text.AsSpan(at).StartsWith("百分之百")) return Mark(text, at, 4, 100, false);
            var (share, length) = Numerals.Read(text, at + 3);
            return length == 0 ? null : Mark(text, at, 3 + length, Rounded(share), false);
        }

        if (c == '过' && text.AsSpan(at).StartsWith("过半") && (at == 0 || text[at - 1] is not ('超' or '经' or '通'))) return Mark(text, at, 2, 50, true);
        if (c == '一' && text.AsSpan(at).StartsWith("一多半")) return Mark(text, at, 3, 50, true);
        if (c == '一' && text.AsSpan(at).StartsWith("一大半")) return Mark(text, at, 3, 50, true);
        if (c == '一' && text.AsSpan(at).StartsWith("一半")) return Mark(text, at, at + 2 < text.Length && text[at + 2] == '多' ? 3 : 2, 50, true);
        if (c == '大' && text.AsSpan(at).StartsWith("大半") && !(at + 2 < text.Length && text[at + 2] is '年' or '天' or '个' or '夜')) return Mark(text, at, 2, 50, true);
        if (!Numerals.IsNumeral(c)) return null;
        if (at > 0 && (Numerals.IsNumeral(text[at - 1]) || (text[at - 1] == '.' && at > 1 && char.IsAsciiDigit(text[at - 2])))) return null;
        var (value, n) = Numerals.Read(text, at);
        if (n == 0) return null;
        var end = at + n;
        if (Fraction(text, at, value, end) is { } fraction) return fraction;
        if (value is >= 1 and <= 9 && end + 1 < text.Length && text[end] == '/' && text[end + 1] is >= '2' and <= '9' && (end + 2 >= text.Length || !char.IsAsciiDigit(text[end + 2]) && text[end + 2] is not ('日' or '号' or '/' or '前')) && value < text[end + 1] - '0') return Mark(text, at, end + 2 - at, Rounded(value * 100 / (text[end + 1] - '0')), false);
        if (Tenths(text, at) is { } tenths) return tenths;
        var unit = Unit(text, end);
        return unit == 0 ? null : Mark(text, at, n + unit, Rounded(value), false);
    }

    /// <summary>三分之二 → 67.</summary>
    private static PercentMark? Fraction(string text, int at, decimal denominator, int end)
    {
        if (!text.AsSpan(end).StartsWith("分之") || denominator is < 2 or > 1000) return null;
        var (numerator, n) = Numerals.Read(text, end + 2);
        return n == 0 ? null : Mark(text, at, end + 2 + n - at, Rounded(numerator * 100 / denominator), false);
    }

    /// <summary>六成, 六成五, 六成半, 九成多, 七八成 (the lower); 差两成 is what is left.</summary>
    private static PercentMark? Tenths(string text, int at)
    {
        var end = at;
        while (end < text.Length && Numerals.IsNumeral(text[end]) && end - at < 3) end++;
        if (end >= text.Length || text[end] != '成' || end == at) return null;
        var after = end + 1 < text.Length ? text[end + 1] : '\0';
        // 成立, 成果, 成本 … are words of their own.
        if (after is '立' or '果' or '本' or '员' or '品' or '效' or '型' or '功' or '为' or '不' or '都' or '人' or '交' or '绩' or '熟' or '长') return null;
        var vague = end - at == 2 && text[at] != '十' && text[at + 1] != '十';
        var tenths = vague ? Numerals.Digit(text[at]) : text[at] == '十' && end - at == 1 ? 10 : Numerals.Digit(text[at]);
        if (tenths is < 0 or > 10) return null;
        var value = tenths * 10;
        end++;
        if (after == '半')
        {
            value += 5;
            end++;
        }
        else if (Numerals.Digit(after) > 0 && !(end + 1 < text.Length && IsCounter(text[end + 1])))
        {
            value += Numerals.Digit(after);
            end++;
        }

        if (end < text.Length && text[end] == '多') end++;
        if (IsWhatIsLeft(text, at)) value = 100 - value;
        // 十成三 is more than everything.
        return Mark(text, at, end - at, value is >= 0 and <= 100 ? value : -1, vague);
    }

    private static bool IsCounter(char c) => c is '个' or '家' or '户' or '次' or '场' or '名' or '人' or '份' or '项' or '件' or '批' or '套' or '处' or '月' or '号' or '期';

    /// <summary>就差一成, 还差两成, 离完工差一成, 剩一成.</summary>
    private static bool IsWhatIsLeft(string text, int at)
    {
        var before = text.AsSpan(Math.Max(0, at - 4), Math.Min(4, at));
        return (before.EndsWith("差") || before.EndsWith("差个") || before.EndsWith("剩") || before.EndsWith("剩下") || before.EndsWith("剩余") || before.EndsWith("欠")) && !before.EndsWith("相差");
    }

    private static int Unit(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest.StartsWith("%")) return 1;
        if (rest.StartsWith(" %")) return 2;
        if (rest.StartsWith("个百分点")) return 4;
        if (rest.StartsWith("百分点")) return 3;
        if (rest.StartsWith("个点")) return 2;
        if (rest.StartsWith("pct")) return 3;
        if (rest.StartsWith("percent")) return 7;
        return 0;
    }

    private static int Rounded(decimal value) => value is >= 0 and <= 100 ? (int)Math.Round(value, MidpointRounding.AwayFromZero) : -1;

    private static PercentMark Mark(string text, int at, int length, int value, bool vague)
    {
        var points = text.AsSpan(at, length).Contains("点", StringComparison.Ordinal);
        if (value >= 0 && points && IsWhatIsLeft(text, at)) value = 100 - value;
        return new PercentMark(at, at + length, value, text.Substring(at, length), vague, StrengthAt(text, at, length));
    }

    private static int StrengthAt(string text, int at, int length)
    {
        var before = text.AsSpan(0, at).TrimEnd(" 了的约近");
        if (before.EndsWith("差不多") || before.EndsWith("大多")) return 2;
        foreach (var difference in Differences)
        {
            if (before.EndsWith(difference)) return 0;
        }

        if (before.EndsWith("率") || before.EndsWith("率达") || before.EndsWith("率达到") || before.EndsWith("率为"))
        {
            var head = before.TrimEnd("达到为");
            return head.EndsWith("完成率") || head.EndsWith("推进率") ? 2 : 0;
        }

        var after = text.AsSpan(at + length);
        if (after.StartsWith("以上") || after.StartsWith("的党员") || after.StartsWith("的商户") || after.StartsWith("的企业")) return 0;
        foreach (var word in ProgressWords)
        {
            if (before.EndsWith(word)) return 2;
        }

        return 1;
    }

    /// <summary>The percents that a report or a correction tells: the strongest; of "从60到65" the new one, of "不到八成,75的样子" the number.</summary>
    public static List<PercentMark> OfProgress(string text, List<PercentMark> found)
    {
        var marks = found.Where(m => m.Strength > 0).ToList();
        if (marks.Count == 0) marks = found.Where(m => m.Value < 0).ToList();
        if (BareNumber(text, marks) is { } bare)
        {
            // "不到八成,75的样子": the number said after an estimate is what is meant.
            marks.RemoveAll(m => m.End <= bare.Start && IsEstimate(text, m));
            if (marks.Count == 0) marks.Add(bare);
            else if (marks.TrueForAll(m => m.End <= bare.Start) && IsFromTo(text, marks[^1], bare)) return [bare];
        }

        if (marks.Count > 1)
        {
            for (var i = 1; i < marks.Count; i++)
            {
                if (IsFromTo(text, marks[i - 1], marks[i]) || (IsEstimate(text, marks[i - 1]) && marks[i].Start - marks[i - 1].End <= 4)) return [marks[i]];
            }

            var strong = marks.Where(m => m.Strength == 2).ToList();
            if (strong.Count == 1) return strong;
            if (strong.Count > 1 && strong.Where(m => HasProgressWord(text, m)).ToList() is [var only]) return [only];
        }

        return marks.DistinctBy(m => m.Value).ToList();
    }

    private static bool HasProgressWord(string text, PercentMark mark)
    {
        var before = text.AsSpan(Math.Max(0, mark.Start - 6), Math.Min(6, mark.Start));
        return before.Contains("进度", StringComparison.Ordinal) || before.Contains("完成率", StringComparison.Ordinal) || before.Contains("整体", StringComparison.Ordinal) || before.Contains("总体", StringComparison.Ordinal);
    }

    private static bool IsEstimate(string text, PercentMark mark)
    {
        var before = text.AsSpan(0, mark.Start);
        return before.EndsWith("不到") || before.EndsWith("没到") || before.EndsWith("快") || before.EndsWith("接近") || before.EndsWith("差不多");
    }

    /// <summary>从60到65, 由60%提高到65%.</summary>
    private static bool IsFromTo(string text, PercentMark from, PercentMark to)
    {
        if (to.Start - from.End > 6) return false;
        var between = text.AsSpan(from.End, to.Start - from.End);
        var before = text.AsSpan(Math.Max(0, from.Start - 4), Math.Min(4, from.Start));
        return (between.Contains("到", StringComparison.Ordinal) || between.Contains("至", StringComparison.Ordinal) || between.Contains("变", StringComparison.Ordinal) || between.Contains("是", StringComparison.Ordinal) || between.Contains("改", StringComparison.Ordinal))
            && (before.EndsWith("不是") || before.Contains('从') || before.Contains('由') || between.Contains("提", StringComparison.Ordinal) || between.Contains("涨", StringComparison.Ordinal) || between.Contains("升", StringComparison.Ordinal) || between.Contains("改", StringComparison.Ordinal));
    }

    private static readonly string[] Thresholds = ["超过", "低于", "不到", "高于", "大于", "小于", "达到", "没到", "过了", "少于", "多于", "不足", "满"];

    /// <summary>The threshold that a question names: 超过80%的, 不到五成, 低于60的.</summary>
    public static List<PercentMark> Asked(string text, List<PercentMark> found)
    {
        if (found.Count > 0) return found;
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i])) continue;
            var (value, n) = Numerals.Read(text, i);
            if (n > 0 && (text.AsSpan(i + n).StartsWith("以上") || text.AsSpan(i + n).StartsWith("以下")) && value <= 100) return [new PercentMark(i, i + n, Rounded(value), text.Substring(i, n), false, 1)];
            foreach (var word in Thresholds)
            {
                if (text.AsSpan(0, i).EndsWith(word) && (i + n == text.Length || text[i + n] is '的' or '以' or '?' or ' ')) return [new PercentMark(i, i + n, Rounded(value), text.Substring(i, n), false, 1)];
            }

            i += Math.Max(0, n - 1);
        }

        return [];
    }

    /// <summary>A bare number right after 进度/现在/到, at the end, or alone: 77了, 进度在八十九, …,57, 应该是64.</summary>
    private static PercentMark? BareNumber(string text, List<PercentMark> marks)
    {
        PercentMark? best = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Numerals.IsNumeral(text[i]) || (i > 0 && (Numerals.IsNumeral(text[i - 1]) || char.IsAsciiLetter(text[i - 1]) || text[i - 1] is '.' or '/' or '-'))) continue;
            var (value, n) = Numerals.Read(text, i);
            if (n == 0) continue;
            var end = i + n;
            if (marks.Exists(m => m.Start < end && i < m.End) || value != Math.Truncate(value)) continue;
            if (!char.IsAsciiDigit(text[i]) && n == 1 && text[i] != '十') continue;
            var strength = BareStrength(text, i, end);
            if (strength > 0) best = new PercentMark(i, end, Rounded(value), text.Substring(i, n), false, strength);
        }

        return best;
    }

    private static readonly string[] BareBefore = ["进度", "现在", "目前", "到", "在", "到了", "是", "为", "成", "达", "有", "约", "整到", "干到", "进展", "完成", "完成了", "=", ":", "大概", "差不多", "已", "应该是", "改成", "更正", "就", "完成率", "推进率", "整体", "总体", "走到", "进度条"];

    private static int BareStrength(string text, int start, int end)
    {
        var rest = text.AsSpan(end);
        var closes = rest.TrimStart(" 了吧哈啊呀嘛喽咯的样子左右。.!!~,,;;、呢哦").IsEmpty;
        var stops = rest.IsEmpty || rest[0] is ',' or '。' or ';' or ' ' or '了' or '吧' or '!' or '、' or '的' or '左' or '哈' or '啊' || rest.StartsWith("左右") || rest.StartsWith("的样子");
        if (!stops) return 0;
        if (rest.StartsWith("的") && !rest.StartsWith("的样子")) return 0;
        var before = text.AsSpan(0, start).TrimEnd(' ');
        if (before.IsEmpty) return closes ? 2 : rest.StartsWith("的样子") || rest.StartsWith("左右") ? 2 : 0;
        foreach (var word in BareBefore)
        {
            if (before.EndsWith(word)) return 2;
        }

        if (closes && before[^1] is ',' or ';' or '。' or '、' or ':' or '!') return 2;
        if (rest.StartsWith("的样子") || rest.StartsWith("左右")) return 2;
        return (closes || rest[0] == '了') && !IsCounted(before) ? 1 : 0;
    }

    private static bool IsCounted(ReadOnlySpan<char> before) => before[^1] is '第' or '个' or '共' or '计';
}
