using PartyProjects.Data;
using PartyProjects.Data.DataFiles;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Commands;

/// <summary>
/// <c>import FILE</c>: a data file (.json, the demo's schema), a published year of holidays (.json), or a roster (.xlsx); <c>import --template FILE</c> writes an empty roster.
/// A wrong value is named with its place, and nothing of the file is stored.
/// </summary>
internal static class ImportCommand
{
    public static async Task<int> RunAsync(CommandContext command)
    {
        if (command.Option("--template") is { } template) return RosterWorkbook.WriteTemplate(command, template);
        if (command.Args.FirstOrDefault(a => !a.StartsWith("--", StringComparison.Ordinal)) is not { } path) return command.Fail("Command.NeedsOption", ("option", "FILE"), ("example", "import roster.xlsx"));
        if (!File.Exists(path)) return command.Fail("Command.NoFile", ("file", path));
        return await OpenBooks.RunAsync(command, async books =>
        {
            if (path.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) return await RosterWorkbook.ImportAsync(command, books, path);
            var json = await File.ReadAllTextAsync(path);
            if (IsHolidays(json)) return await HolidaysAsync(command, books, json, path);
            var file = DataFile.Read(json);
            if (Clash(books.Store.Current, file) is { } clash) return OpenBooks.Fail(command, clash);
            var offices = OfficeFile.Read(Books.Shipped("Demo/offices.json"));
            var aliases = AliasFile.Read(Books.Shipped("Demo/wuhua-2017.json"));
            await books.Store.WriteAsync(session =>
            {
                session.Acting = Actor.CommandLine;
                session.Load(file, offices, aliases, DateTime.MaxValue);
            });
            await command.Error.WriteLineAsync(command.Wording.Say("Import.Done", ("projects", file.Projects.Count + file.Placeholders.Count + file.LowerLevel.Count)));
            return 0;
        });
    }

    private static bool IsHolidays(string json) => json.Contains("\"workdays\"", StringComparison.Ordinal) && !json.Contains("\"projects\"", StringComparison.Ordinal);

    private static async Task<int> HolidaysAsync(CommandContext command, Books books, string json, string path)
    {
        var years = HolidayFile.Read(json);
        await books.Store.WriteAsync(session =>
        {
            session.Acting = Actor.CommandLine;
            foreach (var year in years) session.StoreCalendarYear(year, Path.GetFileName(path));
        });
        await command.Error.WriteLineAsync(command.Wording.Say("Import.Holidays", ("years", years.Select(y => y.Year).ToList())));
        return 0;
    }

    /// <summary>A project code that is in the books already, or twice in the file.</summary>
    private static Statement? Clash(Programme programme, DataFile file)
    {
        var known = programme.Projects.Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
        foreach (var code in file.Projects.Concat(file.Placeholders).Concat(file.LowerLevel.Select(l => l.Snapshot)).Select(p => p.Project.Code))
        {
            if (!known.Add(code)) return Statement.Of("Import.CodeTwice", ("code", code));
        }

        return null;
    }
}
