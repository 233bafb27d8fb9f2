using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using PartyProjects.Data;
using PartyProjects.Domain.Calendar;
using PartyProjects.Scheduler.Nudges;

namespace PartyProjects.Scheduler.Outbox;

/// <summary>
/// Claim, ask once more whether it is still true, send, settle. Claiming is one conditional UPDATE with a lease, so any number of nodes may deliver and a dead
/// one's messages are taken over; the idempotency key stays the same, so a channel that honours it never says anything twice.
/// </summary>
public sealed partial class OutboxDelivery(
    ProgrammeStore store, IMessageSender sender, StillTrue stillTrue, Pacing pacing, NotifierNode node, TimeProvider programmeTime, Func<double> chance, ILogger<OutboxDelivery> log)
{
    private const int ClaimedAtOnce = 500, Senders = 64, SettledAtOnce = 500;

    /// <summary>Real time a node has from claiming to settling.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Longer than this a message does not wait in a sender's hands for its turn; it goes back with a due time.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    private readonly OutboxRepository outbox = new(store);
    private readonly SemaphoreSlim one = new(1, 1);

    /// <summary>Delivers everything that is due now; returns how many deliveries were settled. One at a time in a process.</summary>
    public async Task<int> DeliverDueAsync(CancellationToken cancellation = default)
    {
        await one.WaitAsync(cancellation);
        try
        {
            return await DrainAsync(cancellation);
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<int> DrainAsync(CancellationToken cancellation)
    {
        var work = Channel.CreateBounded<ClaimedDelivery>(new BoundedChannelOptions(ClaimedAtOnce) { SingleWriter = true });
        var done = Channel.CreateBounded<SettledDelivery>(new BoundedChannelOptions(SettledAtOnce * 2) { SingleReader = true });
        var settling = SettleAllAsync(done.Reader);
        var sending = Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAllAsync(work.Reader, done.Writer, cancellation)));
        try
        {
            while (await outbox.ClaimAsync(node.Name, programmeTime.LocalNow(), Lease, ClaimedAtOnce, cancellation) is { Count: > 0 } claimed)
            {
                foreach (var delivery in claimed) await work.Writer.WriteAsync(delivery, cancellation);
            }
        }
        finally
        {
            work.Writer.Complete();
            await sending;
            done.Writer.Complete();
        }

        return await settling;
    }

    private async Task SendAllAsync(ChannelReader<ClaimedDelivery> work, ChannelWriter<SettledDelivery> done, CancellationToken cancellation)
    {
        await foreach (var delivery in work.ReadAllAsync(CancellationToken.None))
        {
            // Shutting down: what is not begun is left to its lease.
            if (!cancellation.IsCancellationRequested) await done.WriteAsync(await SendOneAsync(delivery, cancellation), CancellationToken.None);
        }
    }

    private async Task<int> SettleAllAsync(ChannelReader<SettledDelivery> done)
    {
        var count = 0;
        List<SettledDelivery> batch = new(SettledAtOnce);
        while (await done.WaitToReadAsync())
        {
            while (batch.Count < SettledAtOnce && done.TryRead(out var settled)) batch.Add(settled);
            await outbox.SettleAsync([.. batch], node.Name);
            count += batch.Count;
            batch.Clear();
        }

        return count;
    }

    /// <summary>The one catch of delivery: a message that breaks does not stop the others, and is shown as unknown.</summary>
    private async Task<SettledDelivery> SendOneAsync(ClaimedDelivery delivery, CancellationToken cancellation)
    {
        try
        {
            var now = programmeTime.LocalNow();
            if (WaitFor(delivery, now) is { } later) return later;
            var check = stillTrue.Check(delivery, now);
            if (check.Text is null) return new SettledDelivery(delivery, DeliveryState.Dropped) { Reason = nameof(LeftOutReason.NoLongerTrue), NoLongerTrue = check.NoLongerTrue };
            if (pacing.Take(delivery.Channel, delivery.Account, delivery.RecipientId) is var wait && wait > LongestWait) return Again(delivery, now + wait, "Pacing", counts: false);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, cancellation);
            var outcome = await sender.SendAsync(Outgoing(delivery, check.Text), cancellation);
            return await SettledAsync(delivery, outcome, check.NoLongerTrue, now);
        }
        catch (Exception e)
        {
            SendBroke(delivery.Id, delivery.Channel, e);
            return new SettledDelivery(delivery, DeliveryState.Unknown) { Reason = e.GetType().Name };
        }
    }

    /// <summary>Nothing is said in quiet hours, and a slot's message only on its day: what was not sent is planned again, if still true, and an event waits for the morning.</summary>
    private SettledDelivery? WaitFor(ClaimedDelivery delivery, DateTime now)
    {
        if (delivery.Message.Kind == MessageKind.Reminder) return null;
        var programme = store.Current;
        var settings = programme.SettingsOn(DateOnly.FromDateTime(now));
        var (day, time) = (DateOnly.FromDateTime(now), TimeOnly.FromDateTime(now));
        var quiet = !programme.Calendar.IsWorkday(day) || time < settings.QuietTo || time >= settings.QuietFrom;
        // Somebody may have it already: it keeps its key and is finished as it stands, never planned anew under another.
        if (delivery.Message.Kind == MessageKind.Slot && !delivery.TakenOver && (quiet || delivery.Message.SlotOn < day))
        {
            return new SettledDelivery(delivery, DeliveryState.Dropped) { Reason = "NotSentOnItsDay", Dissolve = true };
        }

        if (!quiet) return null;
        var morning = time < settings.QuietTo && programme.Calendar.IsWorkday(day) ? day : programme.Calendar.AddWorkdays(day, 1);
        return Again(delivery, Slot.Morning(morning).Moment, "QuietHours", counts: false);
    }

    private async Task<SettledDelivery> SettledAsync(ClaimedDelivery delivery, DeliveryOutcome outcome, IReadOnlyList<string> noLongerTrue, DateTime now)
    {
        switch (outcome)
        {
            case DeliveryOutcome.Sent sent:
                return new SettledDelivery(delivery, DeliveryState.Sent) { Receipt = sent.Receipt, TextSent = sent.Text, NoLongerTrue = noLongerTrue };
            case DeliveryOutcome.Retry { Scope: OutcomeScope.Bucket or OutcomeScope.Channel } slow:
                var until = now + slow.After;
                await outbox.PauseAsync(delivery.Channel, delivery.Account, until, slow.Reason);
                return Again(delivery, until, slow.Reason, counts: false);
            case DeliveryOutcome.Retry retry when delivery.Attempt >= BackOff.MostAttempts:
                return new SettledDelivery(delivery, DeliveryState.GaveUp) { Reason = retry.Reason };
            case DeliveryOutcome.Retry retry:
                return Again(delivery, now + BackOff.After(delivery.Attempt, retry.After, chance()), retry.Reason, counts: true);
            case DeliveryOutcome.GiveUp { Scope: OutcomeScope.Channel } stop:
                ChannelStopped(delivery.Channel, delivery.Account, stop.Reason);
                await outbox.PauseAsync(delivery.Channel, delivery.Account, null, stop.Reason);
                return Again(delivery, now, stop.Reason, counts: false);
            case DeliveryOutcome.GiveUp { Scope: OutcomeScope.Recipient } gone:
                return new SettledDelivery(delivery, DeliveryState.GaveUp) { Reason = gone.Reason, StopAddress = true };
            case DeliveryOutcome.GiveUp gone:
                return new SettledDelivery(delivery, DeliveryState.GaveUp) { Reason = gone.Reason };
            case DeliveryOutcome.Unknown unknown:
                return new SettledDelivery(delivery, DeliveryState.Unknown) { Reason = unknown.Reason };
            default:
                throw new InvalidOperationException($"no such outcome: {outcome.GetType().Name}");
        }
    }

    private static SettledDelivery Again(ClaimedDelivery delivery, DateTime at, string reason, bool counts) =>
        new(delivery, DeliveryState.Waiting) { TryAgainAt = at, Reason = reason, CountsAsAttempt = counts };

    private static OutgoingMessage Outgoing(ClaimedDelivery delivery, string text) => new()
    {
        Channel = delivery.Channel,
        Account = delivery.Account,
        RecipientId = delivery.RecipientId,
        Reference = delivery.Reference,
        Text = text,
        Buttons = [.. delivery.Message.Buttons.Select(b => (b, b))],
        IdempotencyKey = delivery.Id,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "delivery {Delivery} on {Channel} broke")]
    private partial void SendBroke(string delivery, string channel, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "channel {Channel} {Account} stands still: {Reason}")]
    private partial void ChannelStopped(string channel, string account, string reason);
}
