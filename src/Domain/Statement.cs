using System.Collections.Frozen;

namespace PartyProjects.Domain;

/// <summary>Something to be said, not yet words: the key of a heading in wording.md and the facts its placeholders name.</summary>
/// <param name="Key">Heading in wording.md; named like what speaks.</param>
/// <param name="Facts">Values by placeholder: string, number, DateOnly, DateTime (China local), Light, Stage or a list of Statements.</param>
public sealed record Statement(string Key, IReadOnlyDictionary<string, object?> Facts)
{
    private static readonly FrozenDictionary<string, object?> NoFacts = FrozenDictionary<string, object?>.Empty;

    /// <summary>A sentence without placeholders.</summary>
    public Statement(string key) : this(key, NoFacts)
    {
    }

    /// <summary>Builds a statement from pairs: <c>Statement.Of("ReportLate", ("period", p), ("days", 3))</c>.</summary>
    public static Statement Of(string key, params ReadOnlySpan<(string Name, object? Value)> facts)
    {
        var all = new Dictionary<string, object?>(facts.Length, StringComparer.Ordinal);
        foreach (var (name, value) in facts) all[name] = value;
        return new Statement(key, all);
    }
}
