using System.Data.Common;

namespace PartyProjects.Data;

/// <summary>What <c>audit verify</c> found. <c>FirstBad</c> is the number of the first entry that is changed, missing or out of place; null when the chain holds.</summary>
public sealed record AuditVerdict(long Entries, string LastHash, long? FirstBad, AuditFault? Fault);

public enum AuditFault { Changed, Missing, OutOfPlace, TailMissing }

/// <summary>The audit: appended to by the one writer, walked by whoever doubts it.</summary>
public sealed class AuditChain(Database database)
{
    private const string Columns = "select seq, at, actor, role, on_behalf_of, action, target, before, after, channel, message_id, previous_hash, hash from audit";

    /// <summary>Walks the whole chain, streaming, and names the first entry that does not hold.</summary>
    public AuditVerdict Verify() => database.Read(connection =>
    {
        long count = 0;
        var last = (Seq: 0L, Hash: "");
        (long Seq, AuditFault Fault)? bad = null;
        connection.Each(Columns + " order by seq", row =>
        {
            count++;
            if (bad is not null) return;
            var entry = EntryOf(row);
            if (entry.Seq != last.Seq + 1) bad = (last.Seq + 1, AuditFault.Missing);
            else if (entry.HashOfFields() != entry.Hash) bad = (entry.Seq, AuditFault.Changed);
            else if (entry.PreviousHash != last.Hash) bad = (entry.Seq, AuditFault.OutOfPlace);
            last = (entry.Seq, entry.Hash);
        });
        var head = connection.Row("select seq, hash from audit_head where id = 1", r => (Seq: r.GetInt64(0), Hash: r.GetString(1)));
        if (bad is null && head != last) bad = (Math.Min(head.Seq, last.Seq) + (head.Seq == last.Seq ? 0 : 1), head.Seq > last.Seq ? AuditFault.TailMissing : AuditFault.OutOfPlace);
        return new AuditVerdict(count, last.Hash, bad?.Seq, bad?.Fault);
    });

    /// <summary>Newest first. <paramref name="target"/> null: of everything.</summary>
    public IReadOnlyList<AuditEntry> Latest(int count, string? target = null) => database.Read(connection => target is null
        ? connection.Rows(Columns + " order by seq desc limit $1", EntryOf, count)
        : connection.Rows(Columns + " where target = $2 order by seq desc limit $1", EntryOf, count, target));

    internal static AuditEntry EntryOf(DbDataReader r) => new()
    {
        Seq = r.GetInt64(0), At = r.Moment(1), Actor = r.GetString(2), Role = r.GetString(3), OnBehalfOf = r.TextOrNull(4), Action = r.GetString(5), Target = r.TextOrNull(6),
        Before = r.TextOrNull(7), After = r.TextOrNull(8), Channel = r.GetString(9), MessageId = r.TextOrNull(10), PreviousHash = r.GetString(11), Hash = r.GetString(12),
    };
}
