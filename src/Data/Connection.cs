using System.Data.Common;
using System.Globalization;

namespace PartyProjects.Data;

/// <summary>
/// A connection with its prepared statements: one SQL text with <c>$1, $2 …</c> for both databases, prepared once, values bound by position.
/// Not safe for two threads at once.
/// </summary>
internal sealed class Connection(DbConnection plain, DatabaseKind kind) : IDisposable
{
    private readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);

    public DbConnection Plain { get; } = plain;

    public DatabaseKind Kind { get; } = kind;

    /// <summary>Runs a statement; returns the number of rows it touched.</summary>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteNonQuery();

    /// <summary>The first column of the first row; null when there is none.</summary>
    public object? Scalar(string sql, params ReadOnlySpan<object?> values) => Bound(sql, values).ExecuteScalar() is { } v and not DBNull ? v : null;

    /// <summary>Every row, mapped. The same SQL text must not be asked again while its rows are being read.</summary>
    public List<T> Rows<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read()) rows.Add(map(reader));
        return rows;
    }

    /// <summary>The first row, mapped; default when there is none.</summary>
    public T? Row<T>(string sql, Func<DbDataReader, T> map, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        return reader.Read() ? map(reader) : default;
    }

    /// <summary>Hands every row to <paramref name="take"/> without keeping it.</summary>
    public void Each(string sql, Action<DbDataReader> take, params ReadOnlySpan<object?> values)
    {
        using var reader = Bound(sql, values).ExecuteReader();
        while (reader.Read()) take(reader);
    }

    /// <summary>What is read until the commit is one state, however many statements ask.</summary>
    public void BeginRead() => Execute(Kind == DatabaseKind.Postgres ? "begin isolation level repeatable read read only" : "begin");

    /// <summary>Takes the write lock at once, so that nothing read in the transaction can be overtaken by another process.</summary>
    public void BeginWrite()
    {
        if (Kind == DatabaseKind.Sqlite)
        {
            Execute("begin immediate");
            return;
        }

        Execute("begin");
        Execute("select pg_advisory_xact_lock(7110)");
    }

    public void Commit() => Execute("commit");

    public void Rollback() => Execute("rollback");

    private DbCommand Bound(string sql, ReadOnlySpan<object?> values)
    {
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = Plain.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                if (Kind == DatabaseKind.Sqlite) parameter.ParameterName = "$" + (i + 1).ToString(CultureInfo.InvariantCulture);
                command.Parameters.Add(parameter);
            }

            prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = Stored.Value(values[i]);
        }

        return command;
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        Plain.Dispose();
    }
}
