namespace PartyProjects.Data;

/// <summary>One message as its reader may ask after it: when it was due, what became of it, and the rules it carried.</summary>
public sealed record ToldMessage(string Id, DateTime DueAt, DateTime? SettledAt, MessageState State, string Text, IReadOnlyList<string> Rules);

/// <summary>"为什么催我", "昨天那条发出去没有": answered from the outbox.</summary>
public sealed partial class WriteSession
{
    /// <summary>Messages to a person, newest first; of one day where it is given.</summary>
    public IReadOnlyList<ToldMessage> MessagesTo(string personId, DateOnly? day, int most)
    {
        var rows = connection.Rows("""
            select id, due_at, settled_at, state, text from message
            where person_id = $1 and ($2 = '' or slot_on = $2) order by due_at desc, id limit $3
            """,
            r => (Id: r.GetString(0), Due: r.Moment(1), Settled: r.MomentOrNull(2), State: r.Name<MessageState>(3), Text: r.TextOrNull(4) ?? ""), personId, day is { } d ? Stored.Text(d) : "", most);
        return [.. rows.Select(m => new ToldMessage(m.Id, m.Due, m.Settled, m.State, m.Text, connection.Rows("select distinct rule from notice where message_id = $1 order by rule", r => r.GetString(0), m.Id)))];
    }
}
