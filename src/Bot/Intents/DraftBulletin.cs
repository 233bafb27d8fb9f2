using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Documents;
using PartyProjects.Bot.Understanding;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Intents;

/// <summary>起草督查通报: the quarter's draft out of its figures, stored as an edition that waits for the signature (domain.md section 11, N18).</summary>
public sealed class DraftBulletin : IIntent
{
    public string Id => "draft-bulletin";

    public void Answer(TurnContext turn)
    {
        if (turn.Message.IsGroup || Permission.Of(ProgrammeAction.EnterDecision, turn.Roles) == Reach.None)
        {
            turn.Refuse(Id, null, Statement.Of("Refused.OtherOffice", ("office", Role.OrgDept)));
            return;
        }

        var quarter = QuarterBulletin.Asked(turn);
        if (quarter.LastDay >= turn.Today)
        {
            turn.Say("Bulletin.NotYet", ("quarter", quarter), ("lock", quarter.LastDay));
            return;
        }

        var before = turn.Session.BulletinOf(quarter);
        var correction = turn.Words.IsAmong("Bulletin.CorrectAsked", turn.Said.Normalized) ? turn.Said.Slots.Reason is [var reason, ..] ? reason : Particulars.Reason(turn.Said.Text) : null;
        if (before is { Signed: true } && correction is null)
        {
            turn.Say("Bulletin.AlreadySigned", ("quarter", quarter), ("number", before.Number), ("at", before.SignedAt), ("by", before.SignedBy));
            return;
        }

        var bulletin = new QuarterBulletin(turn, quarter);
        if (bulletin.Figures.Projects.Count == 0)
        {
            turn.Say("Bulletin.NoProjects", ("quarter", quarter));
            return;
        }

        // A draft made anew keeps the note of the correction that it is.
        var note = before is null ? null : correction ?? before.CorrectionNote;
        var text = bulletin.Write(note, draft: true);
        var edition = turn.Session.StoreBulletin(quarter, text.Title, OfficialTextWriter.Write(text), bulletin.FiguresJson(), note);
        var figures = bulletin.Figures;
        Statement summary = Statement.Of("Bulletin.Drafted",
            ("title", text.Title), ("edition", edition > 1 ? edition : null), ("note", note), ("lock", quarter.LastDay), ("count", figures.Projects.Count), ("plan", figures.AveragePlan), ("actual", figures.AverageActual),
            ("green", figures.Count(Light.Green)), ("yellow", figures.Count(Light.Yellow)), ("red", figures.Count(Light.Red)),
            ("due", figures.NodesDue), ("onTime", figures.NodesOnTime), ("late", figures.NodesLate), ("open", figures.NodesOpen),
            ("reports", figures.ReportsDue), ("reportsLate", figures.Count(ReportTimeliness.Late)), ("reportsMissing", figures.Count(ReportTimeliness.Missing)), ("score", figures.AverageScore),
            ("named", Orgs(bulletin)), ("demo", figures.Projects.Select(p => turn.DemoMark(p.Project)).FirstOrDefault(d => d is not null)));
        Say say = turn.Words.Say;
        turn.About(Id, null, quarter.ToString());
        turn.Say(new Reply(say(summary)) { Buttons = [Sign(turn)], Later = () => [QuarterBulletin.File(text, say)] });
    }

    private static ReplyButton Sign(TurnContext turn)
    {
        var words = turn.Words.Say(new Statement("Button.SignBulletin"));
        return new ReplyButton(words, words);
    }

    internal static IReadOnlyList<string>? Orgs(QuarterBulletin bulletin) => bulletin.Named().Select(n => n.Project.Project.Organization.Name).ToList() is { Count: > 0 } names ? names : null;
}
