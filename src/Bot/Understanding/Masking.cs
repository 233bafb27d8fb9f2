using System.Text;
using System.Text.RegularExpressions;

namespace PartyProjects.Bot.Understanding;

/// <summary>Normalises a line and replaces what it recognises by the letters of <see cref="MaskedLine"/>.</summary>
public sealed partial class Masking(IReadOnlyDictionary<string, char> names)
{
    /// <summary>Names and aliases as people type them; the shortest that are a single character are left out.</summary>
    public static Masking Of(IEnumerable<string> organizations, IEnumerable<string> projects)
    {
        var names = new Dictionary<string, char>(StringComparer.Ordinal);
        foreach (var name in projects.Select(Plain).Where(name => name.Length > 1)) names.TryAdd(name, MaskedLine.Project);
        foreach (var name in organizations.Select(Plain).Where(name => name.Length > 1)) names.TryAdd(name, MaskedLine.Org);
        return new Masking(names);
    }

    private readonly Dictionary<char, string[]> byFirst = names.Keys
        .GroupBy(name => name[0])
        .ToDictionary(group => group.Key, group => group.OrderByDescending(name => name.Length).ToArray());

    public string Mask(string text)
    {
        var plain = Names(Plain(Line.Of(text).Text));
        plain = PercentWords().Replace(plain, "V");
        plain = Moments().Replace(plain, "T");
        plain = Ranges().Replace(plain, "R");
        plain = Days().Replace(plain, "D");
        plain = Periods().Replace(plain, "M");
        plain = Codes().Replace(plain, "C");
        plain = Numbers().Replace(plain, "N");
        return plain;
    }

    private string Names(string plain)
    {
        var result = new StringBuilder(plain.Length);
        for (var i = 0; i < plain.Length;)
        {
            var hit = byFirst.TryGetValue(plain[i], out var candidates)
                ? candidates.FirstOrDefault(name => string.CompareOrdinal(plain, i, name, 0, name.Length) == 0)
                : null;
            if (hit is null) result.Append(plain[i++]);
            else
            {
                result.Append(names[hit]);
                i += hit.Length;
            }
        }
        return result.ToString();
    }

    private static string Plain(string text)
    {
        string wide;
        try { wide = text.Normalize(NormalizationForm.FormKC); }
        catch (ArgumentException) { wide = text; }
        var result = new StringBuilder(wide.Length);
        foreach (var raw in wide)
        {
            var c = char.ToLowerInvariant(raw);
            if (c is '。' or ',' or ';' or '、' or ':' or '\n' or '\r' or '…' or '.' && (result.Length == 0 || !char.IsAsciiDigit(result[^1]))) c = ',';
            if (c is '"' or '\'' or '“' or '”' or '‘' or '’' or '「' or '」' or '《' or '》' or '(' or ')' or '【' or '】') continue;
            if (char.IsSurrogate(c) || c is '\uFE0F' or '\u20E3' or (>= '\u2190' and <= '\u2bff')) c = ' ';
            if (char.IsWhiteSpace(c)) c = ' ';
            if (c == ' ' && (result.Length == 0 || result[^1] is ' ' or ',')) continue;
            if (c == ',' && result.Length > 0 && result[^1] is ' ' or ',') { if (result.Length > 0 && result[^1] == ' ') result.Length--; }
            result.Append(c);
        }
        var plain = result.ToString().Trim(' ', ',', '~');
        return LeadingFillers().Replace(plain, "");
    }

    [GeneratedRegex("^(嗯+|呃+|额+|啊|哦|噢|诶|唉|那个|就是|这个|就是说|内个|[, ])+(?=.{2})")]
    private static partial Regex LeadingFillers();

    [GeneratedRegex(@"百分之[零一二三四五六七八九十百两\d.]+|百分百|\d+(\.\d+)?\s?(%|个点|个百分点|pct)|[一二三四五六七八九两\d]成[一二三四五六七八九半多]?|过半|三分之[一二]|四分之[一三]|五分之[一二三四]|一半")]
    private static partial Regex PercentWords();

    [GeneratedRegex(@"((今|明|后|大后|昨)天?|(下下?个?|本|这)?(周|星期|礼拜)[一二三四五六日天]|\d+月\d+[日号]|\d+[号日])?(早上?|上午|中午|下午|晚上?|傍晚|明早|今晚)?([零一二三四五六七八九十两]{1,3}|\d{1,2})(点|时)(半|一刻|三刻|整|\d+分?|[一二三四五六七八九十]+分)?(钟)?|([一二两三四五六七八九十半\d]+)个?半?(小时|钟头|分钟|刻钟)(之?后|以后)|\d{1,2}:\d{2}|(今|明)(早|晚)")]
    private static partial Regex Moments();

    [GeneratedRegex(@"(本|这个?|下下?个?|上上?个?)(周|星期|礼拜)(?![一二三四五六日天])|[上中下]旬|[上下]半年|\d+天之?内|[一二两三四五六七八九十半]+(天|周|个月|个星期)之?内|未来.{1,3}天|近.{1,3}天|(月底|年底|季度末|国庆节?|春节|元旦|\d+[号日]|周[一二三四五六日])(之?前|以前)|\d+月\d+[日号](之?前|以前)|节前|国庆期间")]
    private static partial Regex Ranges();

    [GeneratedRegex(@"(20\d\d年)?\d+月(\d+|底|末)([日号])?(?=[^份度])|\d{1,2}[号日]|(本|这个?|下下?个?|上上?个?)?(周|星期|礼拜)[一二三四五六日天]|今天|明天|后天|大后天|昨天|前天|今日|昨日|明日|[本上下]?月底|月末|年底|年末|[一二三四本上下]?个?季度末|下?月\d+[号日]|[一二三四五六七八九十]+月[底末]|\d{1,2}\.\d{1,2}(?=[^\d分%])")]
    private static partial Regex Days();

    [GeneratedRegex(@"(20\d\d年?|今年|去年|明年)?(\d{1,2}|[一二三四五六七八九十]{1,2})月(份|度)?|(本|这个?|上上?个?|下下?个?)月份?|[一二三四]季度?|(本|这个?|上个?|下个?)季度|全年|年内|月内|今年|去年|明年|20\d\d年?|第[一二三四]季度")]
    private static partial Regex Periods();

    [GeneratedRegex(@"(?=[a-z\d-]*\d)(?=[a-z\d-]*[a-z])[a-z\d-]{4,}|\b\d{6}\b")]
    private static partial Regex Codes();

    [GeneratedRegex(@"\d+(\.\d+)?|[一二三四五六七八九十百]{2,}|[一二三四五六七八九两十](?=[个家次名人份场项期批户套处条台间])")]
    private static partial Regex Numbers();
}
