using PartyProjects.Domain;

namespace PartyProjects.Data.DataFiles;

/// <summary>A data file that cannot be read: where, and what to write instead, as a statement for wording.md.</summary>
public sealed class DataFileError(Statement why, Exception? inner = null) : Exception(why.Key, inner)
{
    public Statement Why { get; } = why;
}
