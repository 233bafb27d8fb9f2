using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Documents;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Intents;

/// <summary>导出台账: the workbook of one's own, or of everything for the district (domain.md section 3, export ledger).</summary>
public sealed class ExportLedger : IIntent
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public string Id => "export-ledger";

    public void Answer(TurnContext turn)
    {
        var reach = turn.Speaker is null || turn.Message.IsGroup ? Reach.None : Permission.Of(ProgrammeAction.ExportLedger, turn.Roles);
        if (reach == Reach.None)
        {
            turn.Refuse(Id, null, new Statement("Refused.NotYours"));
            return;
        }

        Say say = turn.Words.Say;
        var (today, settings, calendar, programme) = (turn.Today, turn.Settings, turn.Calendar, turn.Programme);
        var organization = turn.Speaker!.OrganizationId;
        var projects = (reach == Reach.All ? programme.Snapshots(today.Year) : programme.SubtreeOf(organization).SelectMany(o => programme.SnapshotsOf(o.Id, today.Year))).ToList();
        var locked = Quarter.Of(Quarter.Of(today.AddDays(1)).FirstDay.AddDays(-1));
        turn.Say(new Reply(say.Of("ExportLedger", ("count", projects.Count), ("date", today)))
        {
            Later = () =>
            {
                var lines = projects.Select(p => LedgerLine.Of(p, today, locked.Year == today.Year ? QuarterScore.Of(p, locked, settings, calendar)?.Total : null, settings, calendar)).OfType<LedgerLine>().ToList();
                var sheets = new Ledger(say).Sheets(lines, today, calendar, p => programme.Organization(p.Organization.ParentId)?.Name ?? "");
                return [new ReplyFile("ledger.xlsx", Xlsx, new WorkbookWriter(say).Write(say.Of("DocLedger"), sheets))];
            },
        });
    }
}
