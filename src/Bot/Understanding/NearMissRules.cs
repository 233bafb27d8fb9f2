using System.Text.RegularExpressions;

namespace PartyProjects.Bot.Understanding;

/// <summary>A line whose form alone decides. <paramref name="Reason"/> says why no model is needed.</summary>
public sealed record NearMissRule(string Name, string Reason, string Intent, Regex Form);

/// <summary>The few regular forms that are settled before the model is asked, in order; the first that fits the masked line decides.</summary>
public static partial class NearMissRules
{
    /// <summary>How sure a rule is: on all sets at hand it was never wrong, which is not the same as certainty.</summary>
    public const double Confidence = 0.97;

    public static readonly IReadOnlyList<NearMissRule> All =
    [
        new("only-a-percent", "A percent with nothing else, or with the project or unit it belongs to, is the progress reported.", "report-progress", OnlyPercent()),
        new("not-this-but-that", "Two numbers, one denied and one asserted: a filed number is put right.", "amend-report", NotThisButThat()),
        new("what-is-owed", "欠 said of oneself asks for what is due: 还欠什么, 我还欠着哪些.", "query-deadlines", WhatIsOwed()),
        new("what-it-means", "A name followed only by 是什么 asks what the term means, not for the project's progress.", "ask-rule", WhatItMeans()),
        new("only-punctuation", "A question mark alone asks what can be asked.", "help", OnlyQuestionMark()),
    ];

    public static NearMissRule? For(string masked)
    {
        if (masked.Length > 24) return null;
        foreach (var rule in All)
            if (rule.Form.IsMatch(masked))
                return rule;
        return null;
    }

    [GeneratedRegex("^[PO]?[, :=]?V$")]
    private static partial Regex OnlyPercent();

    [GeneratedRegex("^(?:不对,?)?不是[VN],?(?:是|应该是|而是)[VN]$")]
    private static partial Regex NotThisButThat();

    [GeneratedRegex(@"^(?:请问|看看|看下)?(?:我们?|咱们?|[OP])?(?:现在|目前|这个月|M)?(?:都|还|一共|总共)*欠(?:着|了|下)?(?:什么|哪些|啥子?|些什么|些啥|几样|几项|多少)(?:没交|没报|没做)?[?。]?$")]
    private static partial Regex WhatIsOwed();

    [GeneratedRegex(@"^(?:请问)?(?:这个)?P(?:到底)?(?:是什么|是啥子?|是什么意思|什么意思|啥意思|指什么|指的是什么|指的啥)[?。]?$")]
    private static partial Regex WhatItMeans();

    [GeneratedRegex(@"^\?+$")]
    private static partial Regex OnlyQuestionMark();
}
