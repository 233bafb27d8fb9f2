using System.Threading.Channels;

namespace PartyProjects.Data;

/// <summary>
/// The one door to what is remembered. Reading is from memory; writing is by acts that one writer runs in groups of up to 256: each act under its own
/// savepoint, one durable commit a group, and only then do the callers go on. Other processes may write the same database: a revision counter tells.
/// </summary>
public sealed class ProgrammeStore : IAsyncDisposable
{
    private const int LargestGroup = 256;

    /// <summary>How stale <see cref="Current"/> may be with respect to another process. Own writes are seen at once; acts always decide on the newest state.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    private readonly Database database;
    private readonly TimeProvider programmeTime;
    private readonly TimeProvider realTime;
    private readonly SnapshotCache cache;
    private readonly Channel<Pending> queue = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Thread writer;
    private readonly Lock refreshing = new();
    private volatile Programme current;
    private long lookedAt;
    private Connection? connection;

    private ProgrammeStore(Database database, ShippedRules shipped, TimeProvider programmeTime, TimeProvider realTime)
    {
        this.database = database;
        this.programmeTime = programmeTime;
        this.realTime = realTime;
        cache = new SnapshotCache(database);
        current = database.Read(c => ProgrammeReader.All(c, cache, shipped));
        lookedAt = realTime.GetTimestamp();
        writer = new Thread(Write) { IsBackground = true, Name = "programme writer" };
        writer.Start();
    }

    /// <summary>Migrates and loads. Throws <see cref="DatabaseUnusable"/> when the database is damaged, newer or out of reach.</summary>
    public static ProgrammeStore Open(Database database, ShippedRules shipped, TimeProvider programmeTime, TimeProvider realTime)
    {
        Migrator.Migrate(database);
        return new ProgrammeStore(database, shipped, programmeTime, realTime);
    }

    /// <summary>The programme as a database holds it, read once; nothing is migrated, written or kept open.</summary>
    public static Programme Look(Database database) => database.Read(c => ProgrammeReader.All(c, new SnapshotCache(database), ShippedRules.None));

    public Database Database => database;

    /// <summary>Programme time now, China local.</summary>
    public DateTime Now => Stored.Local(programmeTime.GetUtcNow());

    /// <summary>The newest programme, from memory.</summary>
    public Programme Current
    {
        get
        {
            if (realTime.GetElapsedTime(Volatile.Read(ref lookedAt)) >= LookAgain && refreshing.TryEnter())
            {
                try
                {
                    Volatile.Write(ref lookedAt, realTime.GetTimestamp());
                    Publish(database.Read(c => ProgrammeReader.Newer(c, current, cache)));
                }
                finally
                {
                    refreshing.Exit();
                }
            }

            return current;
        }
    }

    /// <summary>
    /// Queues an act; completes when its group is on disk. What the act throws comes back to this caller alone. A cancellation is heeded until the act begins.
    /// The act must not wait for anything and must not keep the session.
    /// </summary>
    public Task<T> WriteAsync<T>(Func<WriteSession, T> act, CancellationToken cancellation = default)
    {
        var pending = new Pending<T>(act, cancellation);
        if (!queue.Writer.TryWrite(pending)) throw new ObjectDisposedException(nameof(ProgrammeStore));
        return pending.Task;
    }

    /// <inheritdoc cref="WriteAsync{T}"/>
    public Task WriteAsync(Action<WriteSession> act, CancellationToken cancellation = default) => WriteAsync(session =>
    {
        act(session);
        return true;
    }, cancellation);

    private void Publish(Programme newer)
    {
        Programme before;
        do
        {
            before = current;
            if (newer.Revision <= before.Revision) return;
        }
        while (Interlocked.CompareExchange(ref current, newer, before) != before);
    }

    private void Write()
    {
        var group = new List<Pending>(LargestGroup);
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (group.Count < LargestGroup && queue.Reader.TryRead(out var pending)) group.Add(pending);
            WriteGroup(group);
            group.Clear();
        }
    }

    private void WriteGroup(List<Pending> group)
    {
        try
        {
            connection ??= database.OpenWriter();
            connection.BeginWrite();
            var programme = ProgrammeReader.Newer(connection, current, cache);
            var session = new WriteSession(connection, programme.Within(connection), Now, realTime.GetUtcNow());
            foreach (var pending in group) Run(pending, session, connection);
            var revision = StoreRevision(session, programme.Revision);
            session.StoreAuditHead();
            connection.Commit();
            if (revision > current.Revision) Publish(session.Programme.Committed(revision));
        }
        catch (Exception e)
        {
            // The whole group is lost (disk full, connection gone): nobody is told that it was saved, and the next group starts afresh.
            connection?.Dispose();
            connection = null;
            foreach (var pending in group) pending.Fail(e);
            return;
        }

        foreach (var pending in group) pending.Complete();
    }

    private static void Run(Pending pending, WriteSession session, Connection connection)
    {
        if (!pending.Begins()) return;
        var mark = session.Here();
        session.Acting = Actor.System;
        connection.Execute("savepoint act");
        try
        {
            pending.Act(session);
            connection.Execute("release savepoint act");
        }
        catch (Exception e)
        {
            connection.Execute("rollback to savepoint act");
            connection.Execute("release savepoint act");
            session.Back(mark);
            pending.Threw(e);
        }
    }

    private static long StoreRevision(WriteSession session, long revision)
    {
        if (session.Touched.Count == 0) return revision;
        revision++;
        session.Connection.Execute("update revision set value = $1 where id = 1", revision);
        foreach (var (kind, target) in session.Touched) session.Connection.Execute("insert into change (revision, kind, target) values ($1, $2, $3)", revision, kind, target);
        // A process that was asleep for longer than this many revisions reads everything again.
        if (revision % 1_000 == 0) session.Connection.Execute("delete from change where revision <= $1", revision - 10_000);
        return revision;
    }

    public async ValueTask DisposeAsync()
    {
        if (!queue.Writer.TryComplete()) return;
        await Task.Run(writer.Join);
        connection?.Dispose();
        database.Dispose();
    }

    private abstract class Pending
    {
        public abstract bool Begins();

        public abstract void Act(WriteSession session);

        public abstract void Threw(Exception e);

        /// <summary>The group is on disk.</summary>
        public abstract void Complete();

        /// <summary>The group was lost.</summary>
        public abstract void Fail(Exception e);
    }

    private sealed class Pending<T>(Func<WriteSession, T> act, CancellationToken cancellation) : Pending
    {
        private readonly TaskCompletionSource<T> source = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? result;
        private Exception? thrown;

        public Task<T> Task => source.Task;

        public override bool Begins()
        {
            if (cancellation.IsCancellationRequested) source.TrySetCanceled(cancellation);
            return !source.Task.IsCompleted;
        }

        public override void Act(WriteSession session) => result = act(session);

        public override void Threw(Exception e) => thrown = e;

        public override void Complete()
        {
            if (thrown is not null) source.TrySetException(thrown);
            else source.TrySetResult(result!);
        }

        public override void Fail(Exception e) => source.TrySetException(thrown ?? e);
    }
}
