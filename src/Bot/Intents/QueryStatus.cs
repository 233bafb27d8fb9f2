using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;
using PartyProjects.Domain.Steps;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Intents;

/// <summary>我的项目怎么样, 红灯有哪些: light with its reasons, plan and actual, and the report they rest on.</summary>
public sealed class QueryStatus : IIntent
{
    private const int ProjectsInFull = 3, LinesAtMost = 10;

    public string Id => "query-status";

    public void Answer(TurnContext turn)
    {
        if (ByLight(turn)) return;
        var projects = turn.ProjectsAskedAbout();
        if (projects.Count == 0) return;
        turn.About(Id, projects.Count == 1 ? projects[0].Project.Id : null, turn.Said.Slots.Periods.FirstOrDefault());
        if (projects.Count > ProjectsInFull) Overview(turn, projects);
        else foreach (var project in projects) One(turn, project);
    }

    public static void One(TurnContext turn, ProjectSnapshot project)
    {
        var day = DayAsked(turn);
        var reading = TrafficLight.At(project, day, turn.Programme.SettingsOn(day), turn.Calendar);
        var latest = project.Reports.Where(r => r.IsOnFile(turn.Today) && r.Period <= Period.Of(day)).MaxBy(r => r.Period);
        var content = latest?.ContentAt(turn.Today);
        var inside = turn.MaySeeInside(project);
        var last = project.Milestones.Where(m => m.DoneOn(turn.Today) is not null).MaxBy(m => m.DoneOn(turn.Today));
        turn.Say("Status",
            ("org", project.Organization.Name), ("project", project.Project.Name), ("today", day), ("light", reading.Light), ("stage", project.StageAt(turn.Now)),
            ("plan", reading.Plan), ("actual", reading.Actual), ("lag", Lag(reading)), ("reasons", reading.Reasons.Select(r => r.Facts).ToList()),
            ("period", latest?.Period), ("filed", content?.At), ("percent", content?.Percent), ("done", inside ? content?.Done : null), ("problem", inside ? content?.Problem : null),
            ("nodes", project.Milestones.Count == 0 ? null : $"{project.Milestones.Count(m => m.DoneOn(turn.Today) is not null)}/{project.Milestones.Count}"), ("demo", turn.DemoMark(project)), ("doneNode", last?.Id), ("doneOn", last?.DoneOn(turn.Today)));
    }

    /// <summary>The end of the month or quarter asked for, when it is over; else today.</summary>
    private static DateOnly DayAsked(TurnContext turn)
    {
        var end = turn.Said.Slots.Periods.FirstOrDefault() switch
        {
            { } text when Period.TryParse(text, out var month) => month.LastDay,
            { } text when Quarter.TryParse(text, out var quarter) => quarter.LastDay,
            _ => turn.Today,
        };
        return end < turn.Today ? end : turn.Today;
    }

    private static Statement? Lag(LightReading reading) => reading.Lag switch
    {
        null => null,
        > 0 => Statement.Of("Status.Behind", ("points", reading.Lag)),
        < 0 => Statement.Of("Status.Ahead", ("points", -reading.Lag)),
        _ => new Statement("Status.Even"),
    };

    /// <summary>红灯有哪些, 哪些黄灯, 全区进度.</summary>
    private static bool ByLight(TurnContext turn)
    {
        var text = turn.Said.Normalized;
        if (turn.Said.Slots.Projects.Count > 0 || turn.Said.Slots.Orgs.Count > 0) return false;
        var asked = turn.Words.List("Status.LightAsked");
        var index = asked.TakeWhile(w => !text.Contains(w, StringComparison.Ordinal)).Count();
        if (index == asked.Count) index = -1;
        var everyone = turn.Words.IsAmong("Status.EveryoneAsked", text);
        if (index < 0 && !everyone) return false;
        var why = turn.Words.IsAmong("Status.WhyAsked", text);
        if (why && !everyone && ProjectChoice.Own(turn).Count > 0) return false;
        var light = index < 0 ? (Light?)null : (Light)index;
        var all = turn.WallChart().Select(p => (Project: p, Reading: TrafficLight.At(p, turn.Today, turn.Settings, turn.Calendar))).ToList();
        var shown = all.Where(x => light is null ? x.Reading.Light is not null : x.Reading.Light == light).ToList();
        turn.About("query-status");
        if (shown.Count == 0)
        {
            turn.Say("Status.NoneWithLight", ("light", light), ("today", turn.Today));
            return true;
        }

        Lines(turn, shown, light, all.Count);
        return true;
    }

    private static void Overview(TurnContext turn, IReadOnlyList<ProjectSnapshot> projects) =>
        Lines(turn, [.. projects.Select(p => (p, TrafficLight.At(p, turn.Today, turn.Settings, turn.Calendar))).Where(x => x.Item2.Light is not null)], null, projects.Count);

    private static void Lines(TurnContext turn, List<(ProjectSnapshot Project, LightReading Reading)> shown, Light? light, int all)
    {
        Light[] worstFirst = [Light.Red, Light.Yellow, Light.Green, Light.Grey, Light.Blue];
        var ordered = shown.OrderBy(x => Array.IndexOf(worstFirst, x.Reading.Light!.Value)).ThenByDescending(x => x.Reading.Lag).ToList();
        turn.Say("Status.Many",
            ("today", turn.Today), ("light", light), ("count", shown.Count), ("all", all),
            ("green", Count(Light.Green)), ("yellow", Count(Light.Yellow)), ("red", Count(Light.Red)), ("counts", light is null),
            ("lines", ordered.Take(LinesAtMost).Select(x => Statement.Of("Status.Line", ("org", x.Project.Organization.Name), ("light", x.Reading.Light), ("plan", x.Reading.Plan), ("actual", x.Reading.Actual), ("reasons", x.Reading.Reasons.Select(r => r.Facts).ToList()))).ToList()),
            ("more", ordered.Count > LinesAtMost ? ordered.Count - LinesAtMost : null), ("demo", shown.Select(x => turn.DemoMark(x.Project)).FirstOrDefault(d => d is not null)));

        int Count(Light of) => shown.Count(x => x.Reading.Light == of);
    }
}
