using System.Text.Json;
using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>
/// One act inside the running group: reads <see cref="Programme"/> as it is at this moment, decides, and stores. Everything it stores it also puts into
/// <see cref="Programme"/>, so that the next act sees it; when the act throws, both are as before. Used on the writer's thread only, and only during the act.
/// </summary>
public sealed partial class WriteSession
{
    private readonly Connection connection;
    private (long Seq, string Hash)? auditHead;

    internal WriteSession(Connection connection, Programme programme, DateTime now, DateTimeOffset realNow)
    {
        this.connection = connection;
        Programme = programme;
        Now = now;
        RealNow = realNow;
    }

    public Programme Programme { get; private set; }

    /// <summary>Programme time, China local, the same for every act of a group, to the millisecond.</summary>
    public DateTime Now { get; }

    public DateOnly Today => DateOnly.FromDateTime(Now);

    /// <summary>Real time: expiry of codes, leases.</summary>
    public DateTimeOffset RealNow { get; }

    /// <summary>On whose account what follows is audited. Set it before storing anything a person asked for.</summary>
    public Actor Acting { get; set; } = Actor.System;

    /// <summary>For repositories of this project that keep their SQL where it is used.</summary>
    internal Connection Connection => connection;

    internal HashSet<(string Kind, string Target)> Touched { get; } = [];

    /// <summary>Everything an act may change in memory, to go back to when it throws.</summary>
    internal readonly record struct Mark(Programme Programme, (string, string)[] Touched, (long, string)? AuditHead);

    internal Mark Here() => new(Programme, Touched.Count == 0 ? [] : [.. Touched], auditHead);

    internal void Back(Mark mark)
    {
        Programme = mark.Programme;
        auditHead = mark.AuditHead;
        Touched.Clear();
        Touched.UnionWith(mark.Touched);
        Acting = Actor.System;
    }

    private void Touch(string kind, string target) => Touched.Add((kind, target));

    /// <summary>Appends to the audit under <see cref="Acting"/>. Store methods do it themselves; call it for refusals and for what is not stored through them.</summary>
    public void Audit(string action, string? target, object? before, object? after)
    {
        auditHead ??= connection.Row("select seq, hash from audit_head where id = 1", r => (r.GetInt64(0), r.GetString(1)));
        var entry = new AuditEntry
        {
            Seq = auditHead.Value.Seq + 1,
            At = Now,
            Actor = Acting.Title,
            Role = Acting.Role,
            OnBehalfOf = Acting.OnBehalfOf,
            Action = action,
            Target = target,
            Before = Words(before),
            After = Words(after),
            Channel = Acting.Channel,
            MessageId = Acting.MessageId,
            PreviousHash = auditHead.Value.Hash,
            Hash = "",
        };
        var hash = entry.HashOfFields();
        connection.Execute("""
            insert into audit (seq, at, actor, role, on_behalf_of, action, target, before, after, channel, message_id, previous_hash, hash)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """,
            entry.Seq, entry.At, entry.Actor, entry.Role, entry.OnBehalfOf, entry.Action, entry.Target, entry.Before, entry.After, entry.Channel, entry.MessageId, entry.PreviousHash, hash);
        auditHead = (entry.Seq, hash);
    }

    /// <summary>A refusal leaves nothing but its line in the audit.</summary>
    public void AuditRefusal(string action, string? target, Statement why) => Audit("refused." + action, target, null, why.Key);

    /// <summary>Once a group, after the last act.</summary>
    internal void StoreAuditHead()
    {
        if (auditHead is { } head) connection.Execute("update audit_head set seq = $1, hash = $2 where id = 1", head.Seq, head.Hash);
    }

    private static string? Words(object? value) => value switch
    {
        null => null,
        string text => text,
        Enum or DateOnly or int or decimal or bool => (string)Convert.ChangeType(Stored.Value(value is bool or int ? value.ToString() : value), typeof(string), System.Globalization.CultureInfo.InvariantCulture),
        _ => JsonSerializer.Serialize(value, value.GetType(), Stored.Json),
    };
}
