using PartyProjects.Scheduler.Outbox;
using Microsoft.Extensions.Logging;
using PartyProjects.Data;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Scheduler.Nudges;

/// <summary>
/// A planned slot becomes a run, notices and messages. The run log makes it once, whoever rings; planning goes unit by unit, each batch one durable commit,
/// and a node that died in the middle is taken over where it stopped. Slots that nobody ran are booked as missed, and what was still true goes out with this run.
/// </summary>
public sealed partial class SlotRun(ProgrammeStore store, NudgePlanner planner, Speak speak, NotifierNode node, TimeProvider programmeTime, ILogger<SlotRun> log)
{
    private const int UnitsACommit = 50;

    /// <summary>Real time a node has for one batch before another may take the slot over.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);

    /// <summary>So many missed slots are looked into one by one; of a longer outage the last ones.</summary>
    private const int MissedLookedInto = 20;

    private readonly RunRepository runs = new(store);

    /// <summary>Runs the slot that is due now, if nobody has; books the ones that were missed. Harmless to call at any time; the alarm clocks and the watchdog do.</summary>
    public async Task RunDueAsync(CancellationToken cancellation = default)
    {
        var now = programmeTime.LocalNow();
        if (runs.First() is not { } first)
        {
            var begin = now - Slot.Grace;
            await runs.BeginAsync(IdOf(begin), begin, cancellation);
            first = runs.First()!;
        }

        var booked = runs.IdsSince(first.SlotOn);
        foreach (var slot in Slot.Between(first.StartedAt, now, store.Current.Calendar.IsWorkday))
        {
            if (booked.Contains(IdOf(slot.Moment)) && !runs.IsPlanning(IdOf(slot.Moment))) continue;
            if (now - slot.Moment <= Slot.Grace || runs.IsPlanning(IdOf(slot.Moment))) await RunAsync(slot, cancellation);
            else if (await runs.MissedAsync(IdOf(slot.Moment), slot.Day, slot.Time, "Down", cancellation)) Missed(slot);
        }
    }

    /// <summary>Plans one slot; false when another node has it or it is done.</summary>
    public async Task<bool> RunAsync(Slot slot, CancellationToken cancellation = default)
    {
        var id = IdOf(slot.Moment);
        if (!await runs.ClaimAsync(id, slot.Day, slot.Time, node.Name, Lease, cancellation)) return false;
        var since = runs.First()!.StartedAt;
        var missed = runs.MissedBefore(id, MissedLookedInto).Select(m => new Slot(m.SlotOn, TimeOnly.ParseExact(m.Slot, "HH:mm", System.Globalization.CultureInfo.InvariantCulture))).ToList();
        var programme = store.Current;
        var view = new ProgrammeView(programme);
        var figures = new Figures();
        foreach (var units in view.Units(NudgePlanner.YearsOf(slot)).Chunk(UnitsACommit))
        {
            var due = units.SelectMany(unit => planner.DueOf(view, unit, slot, Broken)).ToList();
            var gone = GoneSince(programme, units, missed, due);
            await PlanAsync(id, slot, since, due, gone, figures, cancellation);
        }

        await PlanAsync(id, slot, since, [.. planner.DueOfDistrict(view, slot, Broken)], [], figures, cancellation);
        if (slot.IsMorning) figures.Messages += await store.WriteAsync(session => HandOver(session, slot, id), cancellation);
        await runs.PlannedAsync(id, figures.Messages, figures.LeftOut, cancellation);
        Planned(slot, figures.Messages, figures.LeftOut.Values.Sum());
        return true;
    }

    private Task PlanAsync(string id, Slot slot, DateTime since, List<Notice> due, List<Notice> gone, Figures figures, CancellationToken cancellation) => store.WriteAsync(session =>
    {
        RunRepository.Renew(session, id, node.Name, Lease);
        var plan = NudgePlanner.Merge(due, slot, new ToldInStore(session), session.Programme.SettingsOn(slot.Day).MaxPushPerDay, new Slot(DateOnly.FromDateTime(since), TimeOnly.FromDateTime(since)));
        foreach (var message in plan.Messages)
        {
            if (Store(session, id, message)) figures.Messages++;
        }

        foreach (var (notice, reason) in plan.LeftOut.Concat(gone.Where(n => !session.IsBooked(n.Key)).Select(n => new LeftOut(n, LeftOutReason.NoLongerTrue))))
        {
            figures.Count(reason);
            if (StateOf(reason) is { } state) session.Book(Row(notice, "", null) with { State = state, Reason = reason.ToString() });
        }
    }, cancellation);

    /// <summary>A message with its notices and, in the morning, the events that waited for it. False when the person has this slot's message already (a run taken over).</summary>
    private bool Store(WriteSession session, string runId, PlannedMessage message)
    {
        if (session.HasMessage(message.Id) || session.Programme.AddressToWrite(message.PersonId) is not { } address) return false;
        var texts = message.Notices.Select(n => speak(n.Statement)).ToList();
        var waiting = message.Slot.IsMorning ? session.WaitingOf(message.PersonId) : [];
        session.AddMessage(new MessageRow
        {
            Id = message.Id, RunId = runId, PersonId = message.PersonId, SlotOn = message.Slot.Day, Slot = message.Slot.Time, Kind = MessageKind.Slot, Text = TextOf(session, message, speak),
            Buttons = [.. message.Notices.SelectMany(n => n.Buttons).Select(b => speak(b)).Distinct(StringComparer.Ordinal)],
            DueAt = Spread.DueAt(message.Slot.Moment, address.Channel, message.PersonId),
        }, address);
        for (var i = 0; i < texts.Count; i++) session.Book(Row(message.Notices[i], texts[i], message.Id));
        foreach (var event_ in waiting) session.PutInto(message.Id, event_);
        return true;
    }

    /// <summary>The words of a message, with the events that waited for the morning; rehearsed and sent alike.</summary>
    internal static string TextOf(WriteSession session, PlannedMessage message, Speak speak) => MessageText.Of(
        [.. message.Notices.Select(n => speak(n.Statement)), .. message.Slot.IsMorning ? session.WaitingOf(message.PersonId).Select(w => w.Text) : []],
        message.Notices.Any(n => n.Project?.Project.Illustrative == true), speak);

    /// <summary>Events whose people have nothing else this morning.</summary>
    private int HandOver(WriteSession session, Slot slot, string runId)
    {
        var handed = 0;
        foreach (var personId in session.PeopleWithWaiting())
        {
            if (Store(session, runId, new PlannedMessage(personId, slot, []))) handed++;
        }

        return handed;
    }

    /// <summary>What missed slots would have said and is no longer true: dropped, with the reason on record.</summary>
    private List<Notice> GoneSince(Programme programme, Unit[] units, List<Slot> missed, List<Notice> due)
    {
        if (missed.Count == 0) return [];
        var still = due.Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
        return [.. from slot in missed
                   let then = new ProgrammeView(programme, slot.Moment)
                   from unit in units
                   let before = then.UnitOf(unit.Organization.Id, NudgePlanner.YearsOf(slot))
                   where before is not null
                   from notice in planner.DueOf(then, before, slot, Broken)
                   where notice.Named == slot && !still.Contains(notice.Key)
                   select notice];
    }

    private static NoticeRow Row(Notice notice, string text, string? messageId) => new()
    {
        Key = notice.Key, Rule = notice.Rule, Target = notice.Target, PersonId = notice.Recipient.AddresseeId, Day = notice.Named.Day, UnitId = notice.Recipient.OrganizationId,
        ProjectId = notice.Project?.Project.Id, ProjectVersion = notice.Project?.Project.Version, Text = text, MessageId = messageId,
    };

    /// <summary>Null: nothing is booked, the next slot asks again.</summary>
    private static NoticeState? StateOf(LeftOutReason reason) => reason switch
    {
        LeftOutReason.Superseded => NoticeState.Superseded,
        LeftOutReason.NoLongerTrue => NoticeState.Dropped,
        LeftOutReason.Unreachable => NoticeState.Unreachable,
        _ => null,
    };

    public static string IdOf(DateTime moment) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{moment:yyyyMMdd-HHmm}");

    private void Broken(BrokenRule broken) => BrokenRule(broken.Rule, broken.ProjectId, broken.Error);

    private sealed class Figures
    {
        public int Messages { get; set; }

        public Dictionary<string, int> LeftOut { get; } = new(StringComparer.Ordinal);

        public void Count(LeftOutReason reason) => LeftOut[reason.ToString()] = LeftOut.GetValueOrDefault(reason.ToString()) + 1;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "slot {Slot} planned: {Messages} messages, {LeftOut} notices left out")]
    private partial void Planned(Slot slot, int messages, int leftOut);

    [LoggerMessage(Level = LogLevel.Warning, Message = "slot {Slot} was missed")]
    private partial void Missed(Slot slot);

    [LoggerMessage(Level = LogLevel.Error, Message = "rule {Rule} broke on project {Project}")]
    private partial void BrokenRule(string rule, string? project, Exception error);
}

/// <summary>This process among others on the same database.</summary>
public sealed record NotifierNode(string Name);
