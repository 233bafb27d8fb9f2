using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PartyProjects.Data;

public enum DatabaseKind { Sqlite, Postgres }

/// <summary>Opens connections and knows which database it is. SQLite runs in WAL with synchronous FULL: what is committed survives kill -9 and power loss.</summary>
public sealed class Database : IDisposable
{
    private const int BusyMilliseconds = 15_000;
    private const int IdleReaders = 8;

    private readonly string connectionString;
    private readonly ConcurrentBag<Connection> readers = [];

    private Database(DatabaseKind kind, string name, string connectionString)
    {
        Kind = kind;
        Name = name;
        this.connectionString = connectionString;
    }

    public DatabaseKind Kind { get; }

    /// <summary>What an operator knows it by: the full path of the file, or host/database. Never a password.</summary>
    public string Name { get; }

    /// <summary>A file; its folder is made when it is missing. Nothing is opened yet.</summary>
    public static Database Sqlite(string path)
    {
        var full = Path.GetFullPath(path);
        var settings = new SqliteConnectionStringBuilder { DataSource = full, Pooling = false };
        return new Database(DatabaseKind.Sqlite, full, settings.ConnectionString);
    }

    /// <summary>A server, by Npgsql connection string.</summary>
    public static Database Postgres(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 200, AutoPrepareMinUsages = 2, IncludeErrorDetail = true };
        return new Database(DatabaseKind.Postgres, $"{settings.Host}/{settings.Database}", settings.ConnectionString);
    }

    /// <summary>A connection of one's own that writes durably; the caller disposes it.</summary>
    internal Connection OpenWriter()
    {
        if (Kind == DatabaseKind.Postgres) return new Connection(Opened(new NpgsqlConnection(connectionString)), Kind);
        Directory.CreateDirectory(Path.GetDirectoryName(Name)!);
        var connection = new Connection(Opened(new SqliteConnection(connectionString)), Kind);
        connection.Execute($"pragma busy_timeout = {BusyMilliseconds}");
        connection.Execute("pragma journal_mode = wal");
        connection.Execute("pragma foreign_keys = on");
        connection.Execute("pragma synchronous = full");
        if (Convert.ToInt32(connection.Scalar("pragma synchronous")) != 2)
        {
            connection.Dispose();
            throw new InvalidOperationException("synchronous = FULL did not take hold on a write connection");
        }

        return connection;
    }

    /// <summary>Asks inside one read transaction, so that what is read belongs together; connections are kept with their prepared statements.</summary>
    internal T Read<T>(Func<Connection, T> ask)
    {
        if (!readers.TryTake(out var reader)) reader = OpenReader();
        try
        {
            reader.BeginRead();
            var answer = ask(reader);
            reader.Commit();
            if (readers.Count < IdleReaders) readers.Add(reader);
            else reader.Dispose();
            return answer;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    /// <summary>A consistent copy into a new file, beside whoever is writing. SQLite only.</summary>
    public void BackUp(string path)
    {
        using var connection = OpenWriter();
        connection.Execute("vacuum into $1", path);
    }

    /// <summary>A plain ADO.NET connection for reading (Dapper); the caller disposes it.</summary>
    internal DbConnection OpenPlain() => OpenReader().Plain;

    private Connection OpenReader()
    {
        if (Kind == DatabaseKind.Postgres) return new Connection(Opened(new NpgsqlConnection(connectionString)), Kind);
        var connection = new Connection(Opened(new SqliteConnection(connectionString)), Kind);
        connection.Execute($"pragma busy_timeout = {BusyMilliseconds}");
        connection.Execute("pragma query_only = on");
        return connection;
    }

    private static DbConnection Opened(DbConnection connection)
    {
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        while (readers.TryTake(out var reader)) reader.Dispose();
    }
}
