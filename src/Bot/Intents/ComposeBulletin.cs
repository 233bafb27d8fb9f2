using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Documents;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Intents;

/// <summary>写材料: a 通报 is the quarter's draft; 简报, 经验, 信息 of one project is a draft for a person to edit (domain.md section 11).</summary>
public sealed class ComposeBulletin : IIntent
{
    public string Id => "compose-bulletin";

    public void Answer(TurnContext turn)
    {
        var named = ProjectChoice.Named(turn, turn.Said.Slots);
        var quarterly = named.Count == 0 && turn.SeesAll && turn.Said.Slots.Periods.Any(p => Quarter.TryParse(p, out _));
        if (turn.Words.IsAmong("Bulletin.IssueWords", turn.Said.Normalized) || quarterly)
        {
            turn.Hand("draft-bulletin");
            return;
        }

        var candidates = named.Count > 0 ? named : ProjectChoice.Own(turn);
        if (candidates is not [var one])
        {
            turn.Say(new Reply(turn.Words.Say("Briefing.WhichProject")) { Buttons = [.. candidates.Take(ChoicesAtMost).Select(c => new ReplyButton(c.Name, turn.Words.Say(Statement.Of("Briefing.Of", ("project", c.Name)))))] });
            return;
        }

        var project = turn.Programme.SnapshotOf(one.Id)!;
        if (turn.Message.IsGroup || !turn.MaySeeInside(project))
        {
            turn.Refuse(Id, one.Code, new Statement("Refused.NotYours"));
            return;
        }

        var reading = TrafficLight.At(project, turn.Today, turn.Settings, turn.Calendar);
        Say say = turn.Words.Say;
        var today = turn.Today;
        turn.About(Id, one.Id);
        turn.Say(new Reply(say(Statement.Of("Briefing.Drafted", ("org", project.Organization.Name), ("project", one.Name), ("date", today), ("nodes", project.Milestones.Count), ("done", project.Milestones.Count(m => m.DoneOn(today) is not null)), ("actual", reading.Actual), ("demo", turn.DemoMark(project)))))
        {
            Later = () => [QuarterBulletin.File(new Briefing(say).Write(project, today, reading), say)],
        });
    }

    private const int ChoicesAtMost = 6;
}
