using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyProjects.Bot.Understanding;

/// <summary>Regular pieces of official speech that only one act looks for: minutes numbers, reasons, panel sheets, ballots, self-checks, indicators, corrections.</summary>
public static partial class Particulars
{
    /// <summary>会议纪要号: what stands after 纪要 or 纪要号, or a whole answer that looks like a number of minutes.</summary>
    public static string? MinutesNo(string text)
    {
        var m = MinutesPattern().Match(text);
        return m.Success ? m.Groups[1].Value.Trim() : null;
    }

    /// <summary>The words after 原因, 理由, 因为, 由于.</summary>
    public static string? Reason(string text)
    {
        var m = ReasonPattern().Match(text);
        return m.Success ? m.Groups[1].Value.Trim().TrimEnd('。', '.', '!') : null;
    }

    /// <summary>Five scores of a panel sheet in the order 切口小, 有难度, 示范性强, 年内能完成, 五可完备; null where one is missing.</summary>
    public static int?[] PanelScores(string text)
    {
        string[] names = ["切口小", "有难度", "示范性?强?", "年内能?完成", "五可(?:完备)?"];
        var scores = new int?[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var m = Regex.Match(text, names[i] + @"\D{0,3}?(\d{1,3})", RegexOptions.None, Limit);
            if (m.Success) scores[i] = Int(m.Groups[1].Value);
        }

        if (Array.TrueForAll(scores, s => s is null) && NumberPattern().Matches(text) is { Count: 5 } all)
        {
            for (var i = 0; i < scores.Length; i++) scores[i] = Int(all[i].Value);
        }

        return scores;
    }

    /// <summary>好, 较好, 一般, 差 of a ballot; null when not all four are said.</summary>
    public static (int Good, int FairlyGood, int Average, int Poor)? Ballots(string text)
    {
        var m = BallotPattern().Match(text);
        if (m.Success) return (Int(m.Groups[1].Value), Int(m.Groups[2].Value), Int(m.Groups[3].Value), Int(m.Groups[4].Value));
        return NumberPattern().Matches(text) is { Count: 4 } all ? (Int(all[0].Value), Int(all[1].Value), Int(all[2].Value), Int(all[3].Value)) : null;
    }

    /// <summary>专题研究 n 次, 现场 n 次, 跟踪问效 n 项 of a self-check, whichever are said.</summary>
    public static (int? Meetings, int? OnSite, int? FollowUps) SelfCheck(string text)
    {
        var meetings = First(MeetingsPattern().Match(text));
        var onSite = First(OnSitePattern().Match(text));
        var follow = First(FollowUpPattern().Match(text));
        return (meetings, onSite, follow);
    }

    /// <summary>Indicators said as name, number, unit: 培育社会组织8家、服务群众3000人次.</summary>
    public static IReadOnlyList<(string Name, decimal Target, string Unit)> Indicators(string text) =>
        [.. IndicatorPattern().Matches(text).Select(m => (m.Groups[1].Value.Trim(), decimal.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture), m.Groups[3].Value.Trim()))];

    /// <summary>"下月计划改成……": the field that is named and what it becomes; null when the words name none.</summary>
    public static (string Field, string Value)? NamedCorrection(string text)
    {
        var m = CorrectionPattern().Match(text);
        if (!m.Success) return null;
        var field = m.Groups[1].Value switch
        {
            "本月完成" or "完成情况" or "完成内容" => "done",
            "存在问题" or "问题" or "困难" => "problem",
            "原因" or "理由" or "事由" => "reason",
            _ => "plan",
        };
        return (field, m.Groups[2].Value.Trim());
    }

    /// <summary>True when the words begin as a correction does: 不对, 错了, 改成, 应该是.</summary>
    public static bool IsCorrection(string text) => CorrectionStart().IsMatch(text.TrimStart());

    /// <summary>A question that only carries on: 那丰宁呢, 上个月的呢.</summary>
    public static bool IsFollowOn(string text) => text.Length <= 16 && FollowOnPattern().IsMatch(text);

    /// <summary>All five 可 and four principles passed: 五可、四原则均通过, 都符合.</summary>
    public static bool AllPassed(string text) => AllPassedPattern().IsMatch(text);

    /// <summary>好的完成了, 都完成了: done without saying what.</summary>
    public static bool IsBareDone(string text) => BareDonePattern().IsMatch(text.Trim());

    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(50);

    private static int? First(Match m) => m.Success ? Count(m.Groups.Values.Skip(1).First(g => g.Success).Value) : null;

    private static int? Count(string digits) => Numerals.Whole(digits);

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"纪要(?:文)?(?:号|编号)?\s*[::为是]?\s*([^\s,,。;;]{2,40})", RegexOptions.None, 50)]
    private static partial Regex MinutesPattern();

    [GeneratedRegex(@"(?:原因是?|理由是?|因为|由于|事由)\s*[::]?\s*(.{2,400})$", RegexOptions.Singleline, 50)]
    private static partial Regex ReasonPattern();

    [GeneratedRegex(@"\d+", RegexOptions.None, 50)]
    private static partial Regex NumberPattern();

    [GeneratedRegex(@"(?<![较])好\D{0,2}(\d+)\D{0,4}较好\D{0,2}(\d+)\D{0,4}一般\D{0,2}(\d+)\D{0,4}差\D{0,2}(\d+)", RegexOptions.None, 50)]
    private static partial Regex BallotPattern();

    [GeneratedRegex(@"(?:专题(?:研究|会)?|项目会议?|会议|研究)\D{0,4}?([\d一二两三四五六七八九十]+)\s*次|([\d一二两三四五六七八九十]+)次(?:专题|会议|研究)", RegexOptions.None, 50)]
    private static partial Regex MeetingsPattern();

    [GeneratedRegex(@"现场\D{0,4}?([\d一二两三四五六七八九十]+)\s*次|([\d一二两三四五六七八九十]+)次(?:到)?现场", RegexOptions.None, 50)]
    private static partial Regex OnSitePattern();

    [GeneratedRegex(@"(?:跟踪问效|跟踪|问效|下一级)\D{0,6}?([\d一二两三四五六七八九十零]+)\s*[项个次]", RegexOptions.None, 50)]
    private static partial Regex FollowUpPattern();

    [GeneratedRegex(@"([^\d\s,,、;;。::]{2,20}?)\s*[::为]?\s*(\d+(?:\.\d+)?)\s*([^\d\s,,、;;。]{1,6})", RegexOptions.None, 50)]
    private static partial Regex IndicatorPattern();

    [GeneratedRegex(@"(本月完成|完成情况|完成内容|存在问题|问题|困难|下月计划|下步计划|下一步|计划|原因|理由|事由)(?:那[项条个]|部分)?(?:改为|改成|应为|应该是|换成|是|:|:)\s*(.+)$", RegexOptions.Singleline, 50)]
    private static partial Regex CorrectionPattern();

    [GeneratedRegex(@"^(?:不对|不是|错了|有误|更正|改成|改为|改到|应该是|应为|项目错|单位错|月份错|进度改|写错|说错|报错|哦不|噢不|刚才)", RegexOptions.None, 50)]
    private static partial Regex CorrectionStart();

    [GeneratedRegex(@"^(?:那|那么|还有)?.{1,14}呢[??。!]*$", RegexOptions.None, 50)]
    private static partial Regex FollowOnPattern();

    [GeneratedRegex(@"(?:都|均|全部|全)(?:通过|符合|合格|达标|过)|无异议", RegexOptions.None, 50)]
    private static partial Regex AllPassedPattern();

    [GeneratedRegex(@"^(?:都|已|已经|全部|按计划|已按计划|都已经)*(?:完成|办结|做完|落实|搞定)(?:了|啦)?[。!]?$", RegexOptions.None, 50)]
    private static partial Regex BareDonePattern();
}
