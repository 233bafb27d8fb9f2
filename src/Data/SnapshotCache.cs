using System.Collections.Concurrent;
using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>Snapshots of committed projects, bounded: about 15 KB each, so at most some 30 MB. Shared by all revisions; a newer version replaces an older one.</summary>
internal sealed class SnapshotCache(Database database)
{
    public const int Batch = 250;
    private const int Capacity = 2_000;

    private readonly ConcurrentDictionary<string, ProjectSnapshot> kept = new(StringComparer.Ordinal);

    /// <summary>The snapshot, at least as new as the heading. <paramref name="source"/>: the running group's own connection, whose rows are not yet everyone's.</summary>
    public ProjectSnapshot? Get(ProjectHeading heading, Connection? source)
    {
        if (kept.TryGetValue(heading.Id, out var snapshot) && snapshot.Project.Version >= heading.Version) return snapshot;
        if (source is not null) return SnapshotReader.Of(source, [heading.Id]).FirstOrDefault();
        snapshot = database.Read(c => SnapshotReader.Of(c, [heading.Id])).FirstOrDefault();
        if (snapshot is not null) Put(snapshot);
        return snapshot;
    }

    /// <summary>Many at once, the missing ones read set by set.</summary>
    public Dictionary<string, ProjectSnapshot> Get(IReadOnlyCollection<ProjectHeading> headings)
    {
        var found = new Dictionary<string, ProjectSnapshot>(headings.Count, StringComparer.Ordinal);
        var missing = new List<string>();
        foreach (var heading in headings)
        {
            if (kept.TryGetValue(heading.Id, out var snapshot) && snapshot.Project.Version >= heading.Version) found[heading.Id] = snapshot;
            else missing.Add(heading.Id);
        }

        if (missing.Count == 0) return found;
        var loaded = database.Read(c => SnapshotReader.Of(c, missing));
        foreach (var snapshot in loaded)
        {
            found[snapshot.Project.Id] = snapshot;
            if (kept.Count < Capacity) Put(snapshot);
        }

        return found;
    }

    public void Put(ProjectSnapshot snapshot)
    {
        // Full: any one makes room. Which one does not matter much, and keeping an order would cost every reader.
        if (kept.Count >= Capacity && !kept.ContainsKey(snapshot.Project.Id))
        {
            foreach (var victim in kept)
            {
                kept.TryRemove(victim);
                break;
            }
        }

        kept.AddOrUpdate(snapshot.Project.Id, snapshot, (_, old) => old.Project.Version > snapshot.Project.Version ? old : snapshot);
    }

    /// <summary>Asks what is committed, past the cache.</summary>
    public T Read<T>(Func<Connection, T> ask) => database.Read(ask);

    public void Forget(string projectId) => kept.TryRemove(projectId, out _);

    public void Clear() => kept.Clear();
}
