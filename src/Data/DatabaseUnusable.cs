using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>The database cannot be used as it is; nothing in it was touched. <see cref="Why"/> is the one sentence for the operator.</summary>
public sealed class DatabaseUnusable(Statement why, Exception? inner = null) : Exception(why.Key, inner)
{
    public Statement Why { get; } = why;
}
