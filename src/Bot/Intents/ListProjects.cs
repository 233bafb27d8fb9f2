using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Intents;

/// <summary>15个项目有哪些: unit and project, in numbers that fit one answer.</summary>
public sealed class ListProjects : IIntent
{
    private const int PageSize = 8;

    public string Id => "list-projects";

    public void Answer(TurnContext turn)
    {
        var all = turn.WallChart();
        var page = turn.Dialogue.Topic is { Intent: "list-projects", Period: { } next } && turn.Words.List("List.NextAsked").Contains(turn.Said.Text.Trim(), StringComparer.Ordinal) ? int.Parse(next) : 0;
        var shown = all.Skip(page * PageSize).Take(PageSize).ToList();
        var left = all.Count - ((page + 1) * PageSize);
        turn.About(Id, null, left > 0 ? $"{page + 1}" : null);
        turn.Say(new Reply(turn.Words.Say("List", ("year", turn.Today.Year), ("count", all.Count),
            ("lines", shown.Select((p, i) => Statement.Of("List.Line", ("n", (page * PageSize) + i + 1), ("org", p.Organization.Name), ("project", p.Project.Name))).ToList()),
            ("left", left > 0 ? left : null), ("demo", all.Select(turn.DemoMark).FirstOrDefault(d => d is not null))))
        {
            Buttons = left > 0 ? [new ReplyButton(turn.Words.Say(new Statement("Button.Next")), turn.Words.Say(new Statement("Button.Next")))] : [],
        });
    }
}
