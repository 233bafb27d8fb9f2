using System.Reflection;
using Microsoft.Data.Sqlite;
using Npgsql;
using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>Brings the database to this program's schema: the numbered files of <c>Migrations/</c>, each once, several nodes at a time being safe.</summary>
public static class Migrator
{
    /// <summary>Above this a file is not read through before it is opened; PostgreSQL checks itself.</summary>
    private const long LargestCheckedFile = 256L * 1024 * 1024;

    /// <summary>Names of the files in order, e.g. 0001_programme.</summary>
    private static readonly IReadOnlyList<string> Files = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(n => n.EndsWith(".sql", StringComparison.Ordinal))
        .Select(n => n.Split('.')[^2])
        .Order(StringComparer.Ordinal)];

    /// <summary>Throws <see cref="DatabaseUnusable"/> when the file is damaged, is something else, or was written by a newer program; then nothing was touched.</summary>
    public static void Migrate(Database database)
    {
        if (database.Kind == DatabaseKind.Sqlite) CheckFile(database.Name);
        using var connection = Opened(database);
        if (Files.All(Applied(connection).Contains)) return;

        connection.BeginWrite();
        connection.Execute("create table if not exists schema_version (name text primary key)");
        // Asked again under the lock: another node may have come first.
        var applied = Applied(connection);
        foreach (var file in Files.Where(f => !applied.Contains(f)))
        {
            connection.Execute(Text(file));
            connection.Execute("insert into schema_version (name) values ($1)", file);
        }

        connection.Commit();
    }

    private static Connection Opened(Database database)
    {
        try
        {
            var connection = database.OpenWriter();
            Refuse(database.Name, Applied(connection));
            return connection;
        }
        catch (NpgsqlException e)
        {
            throw new DatabaseUnusable(Statement.Of("DatabaseUnreachable", ("name", database.Name), ("reason", e.Message)), e);
        }
        catch (Exception e) when (e is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DatabaseUnusable(Statement.Of("DatabaseUnreachable", ("name", database.Name), ("reason", e.Message)), e);
        }
    }

    /// <summary>Looks at an existing file without writing to it: is it ours, whole, and not newer than this program?</summary>
    private static void CheckFile(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length == 0) return;
        var damaged = Statement.Of("DatabaseDamaged", ("name", path));
        if (!StartsLikeSqlite(path)) throw new DatabaseUnusable(damaged);

        // Without a write-ahead log the file is complete in itself and may be read as unchangeable, which leaves no file beside it.
        var log = new FileInfo(path + "-wal");
        var source = log is { Exists: true, Length: > 0 } ? path : new Uri(path).AbsoluteUri + "?immutable=1";
        try
        {
            using var plain = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            plain.Open();
            using var connection = new Connection(plain, DatabaseKind.Sqlite);
            if (file.Length <= LargestCheckedFile && connection.Scalar("pragma quick_check(1)") is not "ok") throw new DatabaseUnusable(damaged);
            if (!HasVersion(connection) && Convert.ToInt64(connection.Scalar("select count(*) from sqlite_master")) > 0)
                throw new DatabaseUnusable(Statement.Of("DatabaseOfAnother", ("name", path)));
            Refuse(path, Applied(connection));
        }
        catch (SqliteException e)
        {
            throw new DatabaseUnusable(damaged, e);
        }
    }

    private static bool StartsLikeSqlite(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Span<byte> start = stackalloc byte[16];
        return stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual("SQLite format 3\0"u8);
    }

    private static void Refuse(string name, HashSet<string> applied)
    {
        if (applied.FirstOrDefault(a => !Files.Contains(a)) is { } newer)
            throw new DatabaseUnusable(Statement.Of("DatabaseNewer", ("name", name), ("version", newer), ("known", Files[^1])));
    }

    private static HashSet<string> Applied(Connection connection) =>
        HasVersion(connection) ? connection.Rows("select name from schema_version", r => r.GetString(0)).ToHashSet(StringComparer.Ordinal) : [];

    private static bool HasVersion(Connection connection) => connection.Kind == DatabaseKind.Sqlite
        ? connection.Scalar("select name from sqlite_master where name = 'schema_version'") is not null
        : connection.Scalar("select to_regclass('schema_version')::text") is not null;

    private static string Text(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{typeof(Migrator).Namespace}.Migrations.{name}.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
