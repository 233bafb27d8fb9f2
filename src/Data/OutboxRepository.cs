using System.Data.Common;
using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>What is on its way: claimed with a lease by one conditional UPDATE, settled in batches. Any number of nodes may do both.</summary>
public sealed class OutboxRepository(ProgrammeStore store)
{
    internal const string SelectNotice = "select key, rule, target, person_id, day, unit_id, project_id, project_version, text, message_id, state, reason from notice";
    private const string SelectMessage = "select id, run_id, person_id, slot_on, slot, kind, text, buttons, state, reason, due_at from message";

    /// <summary>Leases what is due, oldest first, to this owner; what another owner's lease still covers is left, what it no longer covers is taken over.</summary>
    /// <param name="owner">This process.</param>
    /// <param name="now">Programme time, China local.</param>
    /// <param name="lease">How long the owner has, in real time.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Heeded until it begins.</param>
    public Task<IReadOnlyList<ClaimedDelivery>> ClaimAsync(string owner, DateTime now, TimeSpan lease, int most, CancellationToken cancellation = default) => store.WriteAsync(session =>
    {
        var connection = session.Connection;
        var rows = connection.Rows("""
            update delivery set state = 'Claimed', lease_owner = $1, lease_until = $2, attempt = attempt + 1, reason = case when state = 'Claimed' then 'TakenOver' else reason end
            where id in (
                select id from delivery
                where state in ('Waiting', 'Claimed') and due_at <= $3 and (lease_until is null or lease_until < $4)
                  and not exists (select 1 from channel_pause p where p.channel = delivery.channel and p.account = delivery.account and (p.until_at is null or p.until_at > $5))
                order by due_at limit $6)
              and (lease_until is null or lease_until < $7)
            returning id, message_id, channel, account, recipient_id, attempt, reason
            """,
            r => (Id: r.GetString(0), Message: r.GetString(1), Channel: r.GetString(2), Account: r.GetString(3), Recipient: r.GetString(4), Attempt: r.GetInt32(5), Reason: r.TextOrNull(6)),
            owner, session.RealNow + lease, now, session.RealNow, now, most, session.RealNow);
        return (IReadOnlyList<ClaimedDelivery>)rows.ConvertAll(row => new ClaimedDelivery
        {
            Id = row.Id,
            Channel = row.Channel,
            Account = row.Account,
            RecipientId = row.Recipient,
            Attempt = row.Attempt,
            TakenOver = row.Reason == "TakenOver",
            Reference = ReferenceOf(session, row.Channel, row.Account, row.Recipient),
            Message = connection.Row(SelectMessage + " where id = $1", MessageOf, row.Message)!,
            Notices = connection.Rows(SelectNotice + " where message_id = $1", NoticeOf, row.Message),
        });
    }, cancellation);

    private static string? ReferenceOf(WriteSession session, string channel, string account, string recipientId)
    {
        if (!session.Programme.Identities.TryGetValue(ChannelIdentity.KeyOf(channel, account, recipientId), out var identity) || identity.ConversationId is null) return null;
        return session.Connection.Row("select reference from conversation_reference where channel = $1 and account = $2 and conversation_id = $3", r => r.TextOrNull(0), channel, account, identity.ConversationId);
    }

    /// <summary>Books how deliveries ended; a delivery that another node took over meanwhile is left as that node finds it.</summary>
    public Task SettleAsync(IReadOnlyList<SettledDelivery> settled, string owner, CancellationToken cancellation = default) => store.WriteAsync(session =>
    {
        foreach (var one in settled) Settle(session, one, owner);
    }, cancellation);

    private static void Settle(WriteSession session, SettledDelivery settled, string owner)
    {
        var (connection, delivery) = (session.Connection, settled.Delivery);
        var mine = connection.Execute("""
            update delivery set state = $1, receipt = $2, text_sent = $3, reason = $4, due_at = $5, attempt = attempt - $6, lease_owner = null, lease_until = null, settled_at = $7
            where id = $8 and state = 'Claimed' and lease_owner = $9
            """,
            settled.State, settled.Receipt, settled.TextSent, settled.Reason, settled.TryAgainAt ?? delivery.Message.DueAt, settled.CountsAsAttempt ? 0 : 1,
            settled.State == DeliveryState.Waiting ? null : Stored.Text(session.Now), delivery.Id, owner);
        if (mine == 0) return;
        foreach (var key in settled.NoLongerTrue) connection.Execute("update notice set state = 'Dropped', reason = 'NoLongerTrue', settled_at = $2 where key = $1", key, session.Now);
        if (settled.StopAddress) session.StopAddress(delivery.Channel, delivery.Account, delivery.RecipientId, settled.Reason ?? "");
        if (settled.State == DeliveryState.Waiting) return;
        if (settled.State == DeliveryState.GaveUp && NextAddress(session, delivery)) return;
        if (settled.Dissolve) connection.Execute("delete from notice where message_id = $1 and state = 'Booked'", delivery.Message.Id);
        var state = settled switch
        {
            { Dissolve: true } => MessageState.Dissolved,
            { State: DeliveryState.Sent } => MessageState.Sent,
            { State: DeliveryState.Unknown } => MessageState.Unknown,
            { State: DeliveryState.Dropped } => MessageState.Dropped,
            _ => MessageState.Failed,
        };
        connection.Execute("update message set state = $2, reason = $3, settled_at = $4 where id = $1", delivery.Message.Id, state, settled.Reason, session.Now);
    }

    /// <summary>Falls to the person's next channel when one is given up (channels.md 0.4).</summary>
    private static bool NextAddress(WriteSession session, ClaimedDelivery given)
    {
        var tried = session.Connection.Rows("select channel, account, recipient_id from delivery where message_id = $1", r => ChannelIdentity.KeyOf(r.GetString(0), r.GetString(1), r.GetString(2)), given.Message.Id);
        if (session.Programme.AddressesToWrite(given.Message.PersonId).FirstOrDefault(a => !tried.Contains(a.Key)) is not { } next) return false;
        session.AddDelivery(given.Message.Id, tried.Count + 1, next, session.Now);
        return true;
    }

    /// <summary>The brake: nothing more of this channel until then (programme time), or until an administrator lets it go.</summary>
    public Task PauseAsync(string channel, string account, DateTime? until, string reason) => store.WriteAsync(session => session.Connection.Execute("""
        insert into channel_pause (channel, account, until_at, reason, since) values ($1, $2, $3, $4, $5)
        on conflict (channel, account) do update set until_at = excluded.until_at, reason = excluded.reason
        """, channel, account, until is { } at ? Stored.Text(at) : null, reason, session.Now));

    /// <summary>An administrator lets a stopped channel go again.</summary>
    public Task ReleaseAsync(string channel, string account) =>
        store.WriteAsync(session => session.Connection.Execute("delete from channel_pause where channel = $1 and account = $2", channel, account));

    /// <summary>Channels that stand still now, and why.</summary>
    public IReadOnlyList<(string Channel, string Account, DateTime? Until, string Reason)> Paused(DateTime now) => store.Database.Read(c => c.Rows(
        "select channel, account, until_at, reason from channel_pause where until_at is null or until_at > $1", r => (r.GetString(0), r.GetString(1), r.MomentOrNull(2), r.GetString(3)), now));

    /// <summary>"昨天那条发出去没有": a person's messages of a day, as sent or with the reason why not; oldest first.</summary>
    public IReadOnlyList<(MessageRow Message, string? TextSent, DateTime? SettledAt, string? Channel, string? Receipt)> MessagesOf(string personId, DateOnly day) => store.Database.Read(c =>
        c.Rows("""
            select m.id, m.run_id, m.person_id, m.slot_on, m.slot, m.kind, m.text, m.buttons, m.state, m.reason, m.due_at, d.text_sent, m.settled_at, d.channel, d.receipt
            from message m left join delivery d on d.message_id = m.id and d.state = 'Sent' where m.person_id = $1 and m.slot_on = $2 order by m.due_at, m.id
            """,
            r => (MessageOf(r), r.TextOrNull(11), r.MomentOrNull(12), r.TextOrNull(13), r.TextOrNull(14)), personId, day));

    /// <summary>Dead letters: given up or unknown, with the reason; newest first.</summary>
    public IReadOnlyList<MessageRow> DeadLetters(int most) => store.Database.Read(c =>
        c.Rows(SelectMessage + " where state in ('Failed', 'Unknown') order by due_at desc, id limit $1", MessageOf, most));

    /// <summary>When the earliest waiting delivery is due, programme time; null when none waits.</summary>
    public DateTime? NextDue() => store.Database.Read(c => c.Row("select min(due_at) from delivery where state in ('Waiting', 'Claimed')", r => r.MomentOrNull(0)));

    internal static NoticeRow NoticeOf(DbDataReader r) => new()
    {
        Key = r.GetString(0), Rule = r.GetString(1), Target = r.GetString(2), PersonId = r.GetString(3), Day = r.Day(4), UnitId = r.TextOrNull(5), ProjectId = r.TextOrNull(6),
        ProjectVersion = r.IntOrNull(7), Text = r.GetString(8), MessageId = r.TextOrNull(9), State = r.Name<NoticeState>(10), Reason = r.TextOrNull(11),
    };

    private static MessageRow MessageOf(DbDataReader r) => new()
    {
        Id = r.GetString(0), RunId = r.TextOrNull(1), PersonId = r.GetString(2), SlotOn = r.Day(3), Slot = r.TextOrNull(4), Kind = r.Name<MessageKind>(5), Text = r.GetString(6),
        Buttons = r.Lines(7), State = r.Name<MessageState>(8), Reason = r.TextOrNull(9), DueAt = r.Moment(10),
    };
}
