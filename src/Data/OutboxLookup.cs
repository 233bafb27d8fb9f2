namespace PartyProjects.Data;

/// <summary>One try to bring a message to an address. Moments are programme time, China local.</summary>
public sealed record DeliveryEntry(string Channel, DeliveryState State, int Attempt, DateTime DueAt, DateTime? SettledAt, string? Receipt, string? Reason, string? TextSent);

/// <summary>A message with everything that was tried to deliver it.</summary>
public sealed record OutboxEntry(string Id, string PersonId, string? Slot, MessageKind Kind, string Text, MessageState State, string? Reason, DateTime DueAt, IReadOnlyList<DeliveryEntry> Deliveries);

/// <summary>"What exactly did we send, when, and did it arrive?", for the outbox page.</summary>
public sealed class OutboxLookup(Database database)
{
    /// <summary>Newest first.</summary>
    public IReadOnlyList<OutboxEntry> Latest(int most) => database.Read(c =>
    {
        var messages = c.Rows(
            "select id, person_id, slot, kind, text, state, reason, due_at from message order by due_at desc, id limit $1",
            r => new OutboxEntry(r.GetString(0), r.GetString(1), r.TextOrNull(2), r.Name<MessageKind>(3), r.GetString(4), r.Name<MessageState>(5), r.TextOrNull(6), r.Moment(7), []),
            most);
        return (IReadOnlyList<OutboxEntry>)messages.ConvertAll(m => m with
        {
            Deliveries = c.Rows(
                "select channel, state, attempt, due_at, settled_at, receipt, reason, text_sent from delivery where message_id = $1 order by due_at, id",
                r => new DeliveryEntry(r.GetString(0), r.Name<DeliveryState>(1), r.GetInt32(2), r.Moment(3), r.MomentOrNull(4), r.TextOrNull(5), r.TextOrNull(6), r.TextOrNull(7)),
                m.Id),
        });
    });
}

/// <summary>Sending again what was given up.</summary>
public sealed partial class WriteSession
{
    /// <summary>
    /// Sends a failed message again, to the address its person verified last, under an idempotency key of its own. False when it did not fail,
    /// is gone, or nobody can be reached; a message whose fate is unknown may arrive twice, and that is the administrator's choice.
    /// </summary>
    public bool SendAgain(string messageId)
    {
        var found = connection.Row("select person_id, state from message where id = $1", r => (Person: r.GetString(0), State: r.Name<MessageState>(1)), messageId);
        if (found.Person is null || found.State is not (MessageState.Failed or MessageState.Unknown)) return false;
        if (Programme.AddressesOf(found.Person).FirstOrDefault(a => a.Stopped is null) is not { } address) return false;
        var tried = Convert.ToInt32(connection.Scalar("select count(*) from delivery where message_id = $1", messageId));
        connection.Execute("update message set state = 'Planned', reason = null, settled_at = null where id = $1", messageId);
        AddDelivery(messageId, tried + 1, address, Now);
        Audit("message.sendAgain", messageId, found.State, MessageState.Planned);
        return true;
    }
}
