namespace PartyProjects.Bot.Commands;

/// <summary><c>backup FILE</c>: a consistent copy of the SQLite database while it runs; on PostgreSQL it names pg_dump.</summary>
internal static class BackupCommand
{
    public static Task<int> RunAsync(CommandContext command)
    {
        if (command.Args.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal)) is not { } path) return Task.FromResult(command.Fail("Command.NeedsOption", ("option", "FILE"), ("example", "backup backup.db")));
        if (File.Exists(path)) return Task.FromResult(command.Fail("Backup.Exists", ("file", path)));
        return OpenBooks.RunAsync(command, books =>
        {
            if (books.Store.Database.Kind != Data.DatabaseKind.Sqlite) return Task.FromResult(command.Fail("Backup.Postgres"));
            books.Store.Database.BackUp(Path.GetFullPath(path));
            command.Error.WriteLine(command.Wording.Say("Backup.Done", ("file", Path.GetFullPath(path))));
            return Task.FromResult(0);
        }, readOnly: true);
    }
}
