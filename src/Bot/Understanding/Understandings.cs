using System.Text.RegularExpressions;
using PartyProjects.Data;
using PartyProjects.Domain;
namespace PartyProjects.Bot.Understanding;
/// <summary>Keyword readings behind the final types, until the trained ones land here.</summary>
public sealed class Understandings
{
    public const double Threshold = LineReader.Threshold;
    private (int Orgs, int Projects, LineReader Reader)? _last;

    public UnderstandingShim For(Programme programme)
    {
        var now = (programme.Organizations.Count(), programme.ProjectCount);
        if (_last is not { } last || last.Orgs != now.Item1 || last.Projects != now.Item2)
        {
            last = (now.Item1, now.Item2, new LineReader(IntentModel.BuiltIn, Masking.Of(programme.Organizations.SelectMany(o => o.Aliases.Append(o.Name)), programme.Projects.SelectMany(p => p.Aliases.Append(p.Name)))));
            _last = last;
        }

        return new UnderstandingShim(programme, last.Reader);
    }
}

public sealed class UnderstandingShim(Programme programme, LineReader reader)
{
    public Understood Read(string text, DateTimeOffset now, string? org)
    {
        var read = reader.Read(text, now, org);
        return ReadAs(text, now, org, read.Intent, read.Act) with { Confidence = read.Confidence, Candidates = read.Candidates };
    }

    public Understood ReadAs(string text, DateTimeOffset now, string? org, string intent, string? act = null)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        var n = text.Normalize(System.Text.NormalizationForm.FormKC);
        var orgs = programme.Organizations.Where(o => o.Aliases.Append(o.Name).Any(a => a.Length > 1 && n.Contains(a, StringComparison.Ordinal))).Select(o => o.Name).ToList();
        var projects = programme.Projects.Where(p => p.Aliases.Append(p.Name).Any(a => a.Length > 2 && n.Contains(a, StringComparison.Ordinal))).Select(p => p.Name).ToList();
        var percents = Regex.Matches(n, @"(\d+)\s*%").Select(m => int.Parse(m.Groups[1].Value)).ToList();
        if (percents.Count == 0 && Regex.Match(n, @"^(?:不对,?)?(?:是|进度是|进度)?(\d{1,3})$") is { Success: true } bare) percents.Add(int.Parse(bare.Groups[1].Value));
        if (n.Contains("过半", StringComparison.Ordinal)) percents.Add(50);
        var periods = new List<string>();
        foreach (Match m in Regex.Matches(n, @"(\d{1,2})月(?!\d|底|末)")) periods.Add(new Period(today.Year, int.Parse(m.Groups[1].Value)).ToString());
        if (n.Contains("这个月", StringComparison.Ordinal) || n.Contains("本月", StringComparison.Ordinal)) periods.Add(Period.Of(today).ToString());
        if (n.Contains("上个月", StringComparison.Ordinal)) periods.Add(Period.Of(today).Add(-1).ToString());
        List<string> done = [], problem = [], plan = [];
        foreach (var clause in intent is "report-progress" ? n.Split(',', '。', ';') : [])
        {
            if (clause.Contains('%')) continue;
            if (Regex.IsMatch(clause, "下个?月|准备|计划")) plan.Add(Regex.Replace(clause, "^(下个?月|计划)", ""));
            else if (Regex.IsMatch(clause, "差|没到位|问题|困难")) problem.Add(clause);
            else if (clause.Length > 4) done.Add(clause);
        }
        var dates = new List<DateOnly>();
        foreach (Match m in Regex.Matches(n, @"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})[日号]")) if (DateOnly.TryParse($"{(m.Groups[1].Success ? m.Groups[1].Value : today.Year.ToString())}-{m.Groups[2].Value}-{m.Groups[3].Value}", out var day)) dates.Add(day);
        if (n.Contains("昨天", StringComparison.Ordinal)) dates.Add(today.AddDays(-1));
        var moments = new List<DateTime>();
        if (Regex.Match(n, @"明[天早].*?(\d{1,2})点") is { Success: true } tomorrow) moments.Add(today.AddDays(1).ToDateTime(new TimeOnly(int.Parse(tomorrow.Groups[1].Value), 0)));
        if (Regex.Match(n, @"第?([一二三四])季度") is { Success: true } q) periods.Add($"{today.Year}-Q{"一二三四".IndexOf(q.Groups[1].Value, StringComparison.Ordinal) + 1}");
        var code = intent == "bind-account" && Regex.Match(n, @"[A-Za-z0-9]{5,}") is { Success: true } c ? c.Value.ToUpperInvariant() : null;
        return new Understood
        {
            Text = text, Normalized = n, Intent = intent, Act = act, Confidence = 1,
            Slots = new Slots { Orgs = orgs, Projects = projects, Percents = [.. percents.Where(p => p <= 100)], OddPercents = [.. percents.Where(p => p > 100).Select(p => p.ToString())], Periods = periods, Done = done, Problem = problem, Plan = plan, Code = code, Dates = dates, DateTimes = moments, Reason = Particulars.Reason(n) is { } reason ? [reason] : [], PercentIsVague = n.Contains("过半", StringComparison.Ordinal),
                Milestone = [.. Regex.Matches(n, @"[Mm]\d").Select(m => m.Value.ToUpperInvariant())] },
        };
    }
}
