using System.Text.RegularExpressions;
using PartyProjects.Data;
using PartyProjects.Domain;
namespace PartyProjects.Bot.Understanding;
/// <summary>Keyword readings behind the final types, until the trained ones land here.</summary>
public sealed class Understandings
{
    public const double Threshold = 0.55;
    public UnderstandingShim For(Programme programme) => new(programme);
}
public sealed class UnderstandingShim(Programme programme)
{
    private static readonly (string Id, string Rx)[] Rules =
    [
        ("bind-account", "绑定"), ("confirm", "^(确认|是|对|好的)$"), ("cancel", "^(取消|不报了)|^取消"), ("act:resume-draft", "接着(填|刚才|报)|起草的那份"),
        ("act:why", "为什么|为啥|发出去没有"), ("help", "^帮助|怎么用"), ("greet", "^(你好|您好)"), ("thanks", "谢谢"),
        ("withdraw-report", "撤回.*月报|撤回.*报"), ("amend-report", "报错了"), ("query-missing-reports", "没报|报了没|报了几"), ("query-overdue", "逾期|超期"),
        ("query-ranking", "排名|第几|得分"), ("query-responsible", "谁负责|责任人|联络员是"), ("list-projects", "有哪些项目|项目有哪些|哪些项目"), ("query-deadlines", "还欠|到期|截止|哪些节点|还有多久"),
        ("ask-rule", "五可|五定|几个项目|三抓一建|几号"), ("query-status", "怎么样|灯有哪些|进度如何|全区进度|什么灯|亮灯|多少了"), ("report-progress", "进度|报月报|完成率|%"),
        ("acknowledge", "收到|知道了|明白"),
    ];
    public Understood Read(string text, DateTimeOffset now, string? org)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        var n = text.Normalize(System.Text.NormalizationForm.FormKC);
        var hit = Rules.FirstOrDefault(r => Regex.IsMatch(n, r.Rx));
        var id = hit.Id ?? "out-of-scope";
        var act = id.StartsWith("act:", StringComparison.Ordinal) ? id[4..] : null;
        return ReadAs(text, now, org, act is null ? id : "query-status", act);
    }
    public Understood ReadAs(string text, DateTimeOffset now, string? org, string intent, string? act = null)
    {
        var today = DateOnly.FromDateTime(now.DateTime);
        var n = text.Normalize(System.Text.NormalizationForm.FormKC);
        var orgs = programme.Organizations.Where(o => o.Aliases.Append(o.Name).Any(a => a.Length > 1 && n.Contains(a, StringComparison.Ordinal))).Select(o => o.Name).ToList();
        var projects = programme.Projects.Where(p => p.Aliases.Append(p.Name).Any(a => a.Length > 2 && n.Contains(a, StringComparison.Ordinal))).Select(p => p.Name).ToList();
        var percents = Regex.Matches(n, @"(\d+)\s*%").Select(m => int.Parse(m.Groups[1].Value)).ToList();
        if (percents.Count == 0 && Regex.Match(n, @"^(?:不对,?)?(?:是|进度是|进度)?(\d{1,3})$") is { Success: true } bare) percents.Add(int.Parse(bare.Groups[1].Value));
        var periods = new List<string>();
        foreach (Match m in Regex.Matches(n, @"(\d{1,2})月(?!\d|底)")) periods.Add(new Period(today.Year, int.Parse(m.Groups[1].Value)).ToString());
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
        var code = intent == "bind-account" && Regex.Match(n, @"[A-Za-z0-9]{5,}") is { Success: true } c ? c.Value.ToUpperInvariant() : null;
        return new Understood
        {
            Text = text, Normalized = n, Intent = intent, Act = act, Confidence = 1,
            Slots = new Slots { Orgs = orgs, Projects = projects, Percents = [.. percents.Where(p => p <= 100)], OddPercents = [.. percents.Where(p => p > 100).Select(p => p.ToString())], Periods = periods, Done = done, Problem = problem, Plan = plan, Code = code,
                Milestone = intent.StartsWith("query", StringComparison.Ordinal) ? [] : [.. Regex.Matches(n, @"[Mm]\d").Select(m => m.Value.ToUpperInvariant())] },
        };
    }
}
