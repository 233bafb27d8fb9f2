using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>Planning is under lease, Planned waits for its deliveries, Done is reported; Missed never ran.</summary>
public enum RunState { Planning, Planned, Done, Missed }

/// <summary>One slot's run and what became of it.</summary>
public sealed record RunRow
{
    /// <summary>yyyyMMdd-HHmm of the slot.</summary>
    public required string Id { get; init; }
    public required DateOnly SlotOn { get; init; }
    public required string Slot { get; init; }
    public required RunState State { get; init; }
    public required DateTime StartedAt { get; init; }
    public DateTime? FinishedAt { get; init; }
    public required int Planned { get; init; }

    /// <summary>Notices left out, by reason.</summary>
    public required IReadOnlyDictionary<string, int> LeftOut { get; init; }
    public string? Reason { get; init; }
}

/// <summary>What became of a run's messages.</summary>
public sealed record RunFigures(int Planned, int Sent, int Dropped, int Failed, int Unknown, int Open);

/// <summary>The run log: every slot has its row, or was missed.</summary>
public sealed class RunRepository(ProgrammeStore store)
{
    private const string Select = "select id, slot_on, slot, state, started_at, finished_at, planned, left_out, reason from run_log";

    /// <summary>True when this node is to plan the slot: nobody has, or the one who began is gone. One conditional write.</summary>
    public Task<bool> ClaimAsync(string id, DateOnly day, string slot, string node, TimeSpan lease, CancellationToken cancellation = default) => store.WriteAsync(session =>
        session.Connection.Execute("""
            insert into run_log (id, slot_on, slot, state, node, lease_until, started_at, planned) values ($1, $2, $3, 'Planning', $4, $5, $6, 0)
            on conflict (id) do update set node = excluded.node, lease_until = excluded.lease_until
            where run_log.state = 'Planning' and run_log.lease_until < $7
            """, id, day, slot, node, session.RealNow + lease, session.Now, session.RealNow) == 1, cancellation);

    /// <summary>The programme begins to run here: nothing that names an earlier slot is told.</summary>
    public Task BeginAsync(string id, DateTime moment, CancellationToken cancellation = default) => store.WriteAsync(session =>
        session.Connection.Execute("""
            insert into run_log (id, slot_on, slot, state, started_at, planned, reason) select $1, $2, $3, 'Done', $4, 0, 'Begun' where not exists (select 1 from run_log)
            """, id, DateOnly.FromDateTime(moment), moment.ToString("HH:mm", CultureInfo.InvariantCulture), moment), cancellation);

    /// <summary>True while a node plans the slot, or died doing so.</summary>
    public bool IsPlanning(string id) => store.Database.Read(c => c.Scalar("select 1 from run_log where id = $1 and state = 'Planning'", id)) is not null;

    /// <summary>Slots missed since the last one that ran, oldest first, at most so many of the newest.</summary>
    public IReadOnlyList<RunRow> MissedBefore(string id, int most) => store.Database.Read(c => c.Rows(
        Select + " where state = 'Missed' and id < $1 and id > coalesce((select max(id) from run_log where state in ('Planned', 'Done') and id < $2), '') order by id desc limit $3", RunOf, id, id, most)
        .OrderBy(r => r.Id, StringComparer.Ordinal).ToList());

    /// <summary>Planning goes on: the lease is moved while it lasts.</summary>
    public static void Renew(WriteSession session, string id, string node, TimeSpan lease) =>
        session.Connection.Execute("update run_log set lease_until = $3 where id = $1 and node = $2 and state = 'Planning'", id, node, session.RealNow + lease);

    public Task PlannedAsync(string id, int planned, IReadOnlyDictionary<string, int> leftOut, CancellationToken cancellation = default) => store.WriteAsync(session =>
        session.Connection.Execute("update run_log set state = 'Planned', planned = $2, left_out = $3, planned_at = $4, lease_until = null where id = $1 and state = 'Planning'",
            id, planned, JsonSerializer.Serialize(leftOut), session.Now), cancellation);

    /// <summary>A slot that nobody ran: booked once, so that it is an event and no gap.</summary>
    public Task<bool> MissedAsync(string id, DateOnly day, string slot, string reason, CancellationToken cancellation = default) => store.WriteAsync(session =>
        session.Connection.Execute("insert into run_log (id, slot_on, slot, state, started_at, planned, reason) values ($1, $2, $3, 'Missed', $4, 0, $5) on conflict (id) do nothing",
            id, day, slot, session.Now, reason) == 1, cancellation);

    /// <summary>True for the one caller that closes the run; it reports.</summary>
    public static bool Close(WriteSession session, string id) =>
        session.Connection.Execute("update run_log set state = 'Done', finished_at = $2 where id = $1 and state = 'Planned'", id, session.Now) == 1;

    public IReadOnlyList<RunRow> Open() => store.Database.Read(c => c.Rows(Select + " where state in ('Planning', 'Planned') order by id", RunOf));

    public RunRow? Find(string id) => store.Database.Read(c => c.Row(Select + " where id = $1", RunOf, id));

    public IReadOnlyList<RunRow> On(DateOnly day) => store.Database.Read(c => c.Rows(Select + " where slot_on = $1 order by id", RunOf, day));

    /// <summary>The newest runs first, for the run log's page.</summary>
    public IReadOnlyList<RunRow> Latest(int most) => store.Database.Read(c => c.Rows(Select + " order by id desc limit $1", RunOf, most));

    /// <summary>Since when this programme runs: its first slot; null before it.</summary>
    public RunRow? First() => store.Database.Read(c => c.Row(Select + " order by id limit 1", RunOf));

    public IReadOnlySet<string> IdsSince(DateOnly day) => store.Database.Read(c => c.Rows("select id from run_log where slot_on >= $1", r => r.GetString(0), day)).ToHashSet(StringComparer.Ordinal);

    public RunFigures FiguresOf(string id) => store.Database.Read(c =>
    {
        var byState = c.Rows("select state, count(*) from message where run_id = $1 group by state", r => (State: r.Name<MessageState>(0), Count: Convert.ToInt32(r.GetValue(1), CultureInfo.InvariantCulture)), id)
            .ToDictionary(x => x.State, x => x.Count);
        int Of(MessageState state) => byState.GetValueOrDefault(state);
        return new RunFigures(byState.Values.Sum(), Of(MessageState.Sent), Of(MessageState.Dropped) + Of(MessageState.Dissolved), Of(MessageState.Failed), Of(MessageState.Unknown), Of(MessageState.Planned));
    });

    /// <summary>"我们打扰了大家几次": messages sent in a span of days, and to how many people.</summary>
    public (int Messages, int People) BurdenOf(DateOnly from, DateOnly to) => store.Database.Read(c => c.Row(
        "select count(*), count(distinct person_id) from message where slot_on >= $1 and slot_on <= $2 and state = 'Sent' and kind <> 'Reminder'",
        r => (Convert.ToInt32(r.GetValue(0), CultureInfo.InvariantCulture), Convert.ToInt32(r.GetValue(1), CultureInfo.InvariantCulture)), from, to));

    private static RunRow RunOf(DbDataReader r) => new()
    {
        Id = r.GetString(0), SlotOn = r.Day(1), Slot = r.GetString(2), State = r.Name<RunState>(3), StartedAt = r.Moment(4), FinishedAt = r.MomentOrNull(5), Planned = r.GetInt32(6),
        LeftOut = r.TextOrNull(7) is { } json ? JsonSerializer.Deserialize<Dictionary<string, int>>(json)! : new Dictionary<string, int>(StringComparer.Ordinal), Reason = r.TextOrNull(8),
    };
}
