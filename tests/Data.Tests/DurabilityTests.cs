using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using PartyProjects.Data;

namespace PartyProjects.Tests.Data;

public sealed class DurabilityTests
{
    private const int Kills = 25;

    [Fact]
    public async Task What_was_acknowledged_is_there_after_kill_minus_nine_and_half_an_act_never_is()
    {
        await using var books = new Books();
        var random = new Random(20170920);
        var acknowledged = new HashSet<int>();
        var next = 1;
        for (var kill = 0; kill < Kills; kill++)
        {
            using var child = Process.Start(new ProcessStartInfo("dotnet", [typeof(KilledWriter).Assembly.Location, books.File, $"{next}"]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            // Killed a random number of acknowledgements after it has begun to write.
            for (var lines = random.Next(1, 400); lines > 0; lines--) Acknowledge(await child.StandardOutput.ReadLineAsync());
            child.Kill();
            while (await child.StandardOutput.ReadLineAsync() is { } line) Acknowledge(line);
            await child.WaitForExitAsync();
            next = acknowledged.Max() + 100_000;
        }

        await using var store = books.Open();
        using var connection = new SqliteConnection($"Data Source={books.File};Pooling=False");
        connection.Open();
        var claimed = Numbers(connection, "select message_id from inbound_message");
        Assert.Empty(acknowledged.Except(claimed));
        Assert.Equal(claimed, Numbers(connection, "select owner from dialogue"));
        Assert.Equal(claimed, Numbers(connection, "select target from audit"));
        Assert.Null(new AuditChain(store.Database).Verify().FirstBad);

        void Acknowledge(string? line)
        {
            // The last line may have been cut by the kill; a whole one is a number.
            if (int.TryParse(line, CultureInfo.InvariantCulture, out var n) && n >= next) acknowledged.Add(n);
        }
    }

    private static HashSet<int> Numbers(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var numbers = new HashSet<int>();
        while (reader.Read()) numbers.Add(int.Parse(reader.GetString(0), CultureInfo.InvariantCulture));
        return numbers;
    }

    [Theory]
    [InlineData(0, "DatabaseDamaged")]
    [InlineData(8192, "DatabaseDamaged")]
    public async Task A_damaged_file_is_refused_in_one_sentence_and_not_touched(int from, string why)
    {
        await using var books = new Books();
        await using (var store = books.Open())
        {
            await store.WriteAsync(s =>
            {
                for (var i = 0; i < 200; i++) s.StoreOrganization(Books.Unit($"第{i:000}街道", i));
            });
        }

        var bytes = await File.ReadAllBytesAsync(books.File);
        Array.Fill<byte>(bytes, 0x5A, from, 4096);
        await File.WriteAllBytesAsync(books.File, bytes);

        Assert.Equal(why, Assert.Throws<DatabaseUnusable>(() => books.Open()).Why.Key);
        Assert.Equal(bytes, await File.ReadAllBytesAsync(books.File));
        Assert.Equal([Path.GetFileName(books.File)], Directory.GetFiles(Path.GetDirectoryName(books.File)!).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("insert into schema_version (name) values ('9999_from_the_future')", "DatabaseNewer")]
    [InlineData("drop table schema_version", "DatabaseOfAnother")]
    public async Task A_newer_or_foreign_file_is_refused_and_not_touched(string sql, string why)
    {
        await using var books = new Books();
        await books.Open().DisposeAsync();
        using (var connection = new SqliteConnection($"Data Source={books.File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }

        var before = await File.ReadAllBytesAsync(books.File);

        Assert.Equal(why, Assert.Throws<DatabaseUnusable>(() => books.Open()).Why.Key);
        Assert.Equal(before, await File.ReadAllBytesAsync(books.File));
    }

    [SkippableTheory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Nodes_that_start_at_once_migrate_once(DatabaseKind kind)
    {
        await using var books = new Books(kind);
        var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ProgrammeStore.Open(books.Database(), ShippedRules.None, books.Clock, books.RealClock))));
        foreach (var node in nodes)
        {
            Assert.True(node.Current.IsEmpty);
            await node.DisposeAsync();
        }
    }
}
