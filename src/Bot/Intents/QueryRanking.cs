using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Intents;

/// <summary>排名、得分: the quarter's score with its parts; others' scores only to those who may see them.</summary>
public sealed class QueryRanking : IIntent
{
    private const int LinesAtMost = 9;

    public string Id => "query-ranking";

    public void Answer(TurnContext turn)
    {
        if (Asked(turn) is not { } quarter) return;
        var all = turn.WallChart();
        var cards = QuarterScore.Rank(all, quarter, turn.Programme.SettingsOn(quarter.LastDay), turn.Calendar);
        if (quarter.LastDay >= turn.Today)
        {
            turn.Say("Ranking.NotYet", ("quarter", quarter), ("lock", quarter.LastDay));
            return;
        }

        var named = ProjectChoice.Named(turn, turn.Said.Slots);
        var own = named.Count > 0 ? named : ProjectChoice.Own(turn);
        turn.About(Id, own.Count == 1 ? own[0].Id : null, quarter.ToString());
        if (own.Count > 0)
        {
            foreach (var heading in own) One(turn, heading, cards, quarter);
            return;
        }

        if (Permission.Of(ProgrammeAction.SeeOthersReports, turn.Roles) != Reach.All)
        {
            turn.Refuse(Id, null, new Statement("Refused.NotYours"));
            return;
        }

        var names = all.ToDictionary(p => p.Project.Code, p => p.Organization.Name, StringComparer.Ordinal);
        turn.Say("Ranking", ("quarter", quarter), ("count", cards.Count), ("average", cards.Count == 0 ? null : Math.Round(cards.Average(c => c.Total), 1, MidpointRounding.AwayFromZero)),
            ("lines", cards.OrderBy(c => c.Rank).Take(LinesAtMost).Select(c => Statement.Of("Ranking.Line", ("rank", c.Rank), ("org", names[c.Code]), ("total", c.Total), ("grade", c.Grade))).ToList()),
            ("more", cards.Count > LinesAtMost ? cards.Count - LinesAtMost : null), ("demo", all.Select(turn.DemoMark).FirstOrDefault(d => d is not null)));
    }

    private static void One(TurnContext turn, Data.ProjectHeading heading, IReadOnlyList<QuarterScoreCard> cards, Quarter quarter)
    {
        var project = turn.Programme.SnapshotOf(heading.Id)!;
        if (!turn.MaySeeInside(project))
        {
            turn.Refuse("query-ranking", heading.Code, new Statement("Refused.NotYours"));
            return;
        }

        if (cards.FirstOrDefault(c => c.Code == heading.Code) is not { } card) turn.Say("Ranking.NotScored", ("project", heading.Name), ("quarter", quarter));
        else turn.Say("Ranking.One", ("project", heading.Name), ("quarter", quarter), ("total", card.Total), ("grade", card.Grade), ("rank", card.Rank), ("count", cards.Count), ("progress", card.Progress), ("milestones", card.Milestones), ("reports", card.Reports), ("issues", card.Issues), ("personal", card.Personal), ("demo", turn.DemoMark(project)));
    }

    /// <summary>The quarter asked for, else the last one that is over; a year that the books do not hold is said to be unknown.</summary>
    private static Quarter? Asked(TurnContext turn)
    {
        foreach (var text in turn.Said.Slots.Periods)
        {
            if (Quarter.TryParse(text, out var quarter)) return quarter;
            if (Period.TryParse(text, out var month)) return new Quarter(month.Year, month.Quarter);
            if (int.TryParse(text, out var year) && year != turn.Today.Year)
            {
                turn.Say("Ranking.NoSuchYear", ("year", year));
                return null;
            }
        }

        var now = Quarter.Of(turn.Today);
        return Quarter.Of(now.FirstDay.AddDays(-1));
    }
}
