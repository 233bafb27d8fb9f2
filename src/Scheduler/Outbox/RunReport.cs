using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Scheduler.Nudges;

namespace PartyProjects.Scheduler.Outbox;

/// <summary>After each batch 组织部 reads what became of it: planned, sent, left out by reason, failed, unreachable, unknown; and which slots were missed.</summary>
public sealed class RunReport(ProgrammeStore store, Speak speak)
{
    private const string Rule = "E90";

    private readonly RunRepository runs = new(store);

    /// <summary>Closes every planned run whose messages have all ended, and reports it once. A slot that had nothing to say says nothing.</summary>
    public async Task CloseAsync(CancellationToken cancellation = default)
    {
        foreach (var run in runs.Open())
        {
            if (run.State != RunState.Planned || runs.FiguresOf(run.Id) is not { Open: 0 } figures) continue;
            var missed = runs.MissedBefore(run.Id, most: 500);
            await store.WriteAsync(session =>
            {
                if (!RunRepository.Close(session, run.Id) || (figures.Planned == 0 && missed.Count == 0)) return;
                var text = speak(Of(run, figures, missed));
                foreach (var person in session.Programme.Holders(Role.OrgDept, session.Today))
                {
                    session.TellAtOnce(new EventNotice { Rule = Rule, Target = run.Id, PersonId = person.Id, Text = text, Kind = MessageKind.Report });
                }
            }, cancellation);
        }
    }

    /// <summary>The report of one run, as it stands now; also the answer to 催办发出去没有.</summary>
    public static Statement Of(RunRow run, RunFigures figures, IReadOnlyList<RunRow> missed) => Statement.Of("Nudge.RunReport",
        ("day", run.SlotOn), ("slot", run.Slot), ("planned", figures.Planned), ("sent", figures.Sent),
        ("leftOut", run.LeftOut.OrderBy(l => l.Key, StringComparer.Ordinal).Select(l => Statement.Of("Nudge.LeftOut", ("reason", Enum.Parse<LeftOutReason>(l.Key)), ("count", l.Value))).ToList()),
        ("dropped", figures.Dropped > 0 ? figures.Dropped : null), ("failed", figures.Failed > 0 ? figures.Failed : null), ("unknown", figures.Unknown > 0 ? figures.Unknown : null),
        ("open", figures.Open > 0 ? figures.Open : null), ("missed", missed.Count > 0 ? missed.Count : null), ("firstMissed", missed.Count > 0 ? missed[0].SlotOn : null));
}
