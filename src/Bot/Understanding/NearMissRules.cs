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

    [GeneratedRegex(@"^\?+$")]
    private static partial Regex OnlyQuestionMark();
}
