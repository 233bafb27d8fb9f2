using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Pictures;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Intents;

/// <summary>挂图, 施工图, 进度图: the picture, and the three lines that matter. It is drawn after the turn, off the writer's thread.</summary>
public sealed class ShowChart : IIntent
{
    private const int NamesAtMost = 5;

    public string Id => "show-chart";

    public void Answer(TurnContext turn)
    {
        if (turn.Speaker is null || Domain.People.Permission.Of(Domain.People.ProgrammeAction.SeeWallChart, turn.Roles) == Domain.People.Reach.None)
        {
            turn.Refuse(Id, null, new Statement("Refused.NotYours"));
            return;
        }

        var named = ProjectChoice.Named(turn, turn.Said.Slots);
        var wantsPlan = ((Say)turn.Words.Say).List("ShowChart.PlanAsked").Any(w => turn.Said.Normalized.Contains(w, StringComparison.Ordinal));
        if (named.Count == 0 && wantsPlan) named = ProjectChoice.Own(turn);
        if (named.Count > 0) Plan(turn, turn.Programme.SnapshotOf(named[0].Id)!);
        else Wall(turn);
    }

    private static void Wall(TurnContext turn)
    {
        Say say = turn.Words.Say;
        var chart = WallChartReading.Read(turn.Programme.Snapshots(turn.Today.Year), turn.Today.Year, turn.Today, turn.Settings, turn.Calendar);
        List<string> Units(Light light) => [.. chart.Rows.Where(r => r.Light == light).OrderByDescending(r => r.Lag).Take(NamesAtMost).Select(r => r.Organization)];
        turn.About("show-chart");
        turn.Say(new Reply(say.Of("ShowChart.Wall", ("text", new WallChartDrawing(say).Description(chart)), ("red", Units(Light.Red)), ("yellow", Units(Light.Yellow)), ("demo", chart.Illustrative ? say.Of("Illustrative") : null)))
        {
            Later = () => [ChatFiles.Of("wall", new WallChartDrawing(say).Sheet(chart))],
        });
    }

    private static void Plan(TurnContext turn, ProjectSnapshot project)
    {
        Say say = turn.Words.Say;
        var plan = WorkPlanReading.Read(project, turn.Today, turn.Settings, turn.Calendar);
        var next = plan.Row.Nodes.FirstOrDefault(n => n.State is NodeState.Overdue or NodeState.Open);
        turn.About("show-chart", project.Project.Id);
        turn.Say(new Reply(say.Of(
            "ShowChart.Plan",
            ("org", plan.Row.Organization), ("project", plan.Row.Project), ("light", plan.Row.Light), ("plan", plan.Row.Plan), ("actual", plan.Row.Actual), ("done", plan.Row.NodesDone), ("nodes", plan.Row.Nodes.Count),
            ("next", next is null ? null : say.Of("LedgerCurrentNode", ("id", next.Id), ("title", next.Title), ("date", next.DueOn))), ("demo", turn.DemoMark(project))))
        {
            Later = () => [ChatFiles.Of("plan", new WorkPlanDrawing(say).Draw(plan))],
        });
    }
}
