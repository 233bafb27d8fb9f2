using System.Collections.Immutable;

namespace PartyProjects.Data;

/// <summary>Things by id, immutable, with one settled order that is only worked out when asked for and again when it may have changed.</summary>
internal sealed class Register<T>
{
    private readonly ImmutableDictionary<string, T> items;
    private readonly Func<T, string> idOf;
    private readonly Comparison<T> order;
    private readonly Lazy<string[]> sorted;

    public Register(Func<T, string> idOf, Comparison<T> order, IEnumerable<T> all)
        : this(idOf, order, all.ToImmutableDictionary(idOf, StringComparer.Ordinal), null)
    {
    }

    private Register(Func<T, string> idOf, Comparison<T> order, ImmutableDictionary<string, T> items, Lazy<string[]>? sorted)
    {
        this.idOf = idOf;
        this.order = order;
        this.items = items;
        this.sorted = sorted ?? new Lazy<string[]>(Sort);
    }

    public int Count => items.Count;

    public T? Find(string? id) => id is not null && items.TryGetValue(id, out var item) ? item : default;

    public IEnumerable<T> InOrder()
    {
        foreach (var id in sorted.Value) yield return items[id];
    }

    public Register<T> With(T item)
    {
        var id = idOf(item);
        var keepsOrder = items.TryGetValue(id, out var before) && order(before, item) == 0;
        return new Register<T>(idOf, order, items.SetItem(id, item), keepsOrder ? sorted : null);
    }

    /// <summary>The same kind of register with other things in it.</summary>
    public Register<T> Of(IEnumerable<T> all) => new(idOf, order, all);

    public Register<T> Without(string id) => items.ContainsKey(id) ? new Register<T>(idOf, order, items.Remove(id), null) : this;

    private string[] Sort()
    {
        var all = items.Values.ToArray();
        Array.Sort(all, (a, b) => order(a, b) is var c and not 0 ? c : string.CompareOrdinal(idOf(a), idOf(b)));
        return Array.ConvertAll(all, x => idOf(x));
    }
}

/// <summary>Which ids belong to a key, immutable: projects of an organisation, people of an organisation, children of an organisation.</summary>
internal sealed class Grouping
{
    public static readonly Grouping None = new(ImmutableDictionary.Create<string, ImmutableSortedSet<string>>(StringComparer.Ordinal));

    private static readonly ImmutableSortedSet<string> NoIds = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);
    private readonly ImmutableDictionary<string, ImmutableSortedSet<string>> ids;

    private Grouping(ImmutableDictionary<string, ImmutableSortedSet<string>> ids) => this.ids = ids;

    public static Grouping Of(IEnumerable<(string? Key, string Id)> pairs) => new(pairs.Where(p => p.Key is not null)
        .GroupBy(p => p.Key!, p => p.Id, StringComparer.Ordinal)
        .ToImmutableDictionary(g => g.Key, g => g.ToImmutableSortedSet(StringComparer.Ordinal), StringComparer.Ordinal));

    public ImmutableSortedSet<string> this[string key] => ids.GetValueOrDefault(key, NoIds);

    public Grouping Moved(string? from, string? to, string id)
    {
        if (from == to && (to is null || this[to].Contains(id))) return this;
        var next = ids;
        if (from is not null) next = next.SetItem(from, this[from].Remove(id));
        if (to is not null) next = next.SetItem(to, next.GetValueOrDefault(to, NoIds).Add(id));
        return new Grouping(next);
    }
}
