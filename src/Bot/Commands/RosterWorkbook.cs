using MiniExcelLibs;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Commands;

/// <summary>The roster of an installation of one's own: units and offices in one sheet. A bad row is named with sheet, row, column and what to write; then nothing is stored.</summary>
internal static class RosterWorkbook
{
    private const int LongestName = 40;

    private sealed record Row(int Line, string Org, string Type, string Parent, string Role, string Title);

    public static int WriteTemplate(CommandContext command, string path)
    {
        var columns = Columns(command);
        var example = command.Wording.Say(new Statement("Roster.Example")).Split('\n').Select(line => line.Split('|', StringSplitOptions.TrimEntries));
        MiniExcel.SaveAs(path, example.Select(cells => columns.Zip(cells).ToDictionary(c => c.First, c => (object)c.Second)), sheetName: Sheet(command), overwriteFile: true);
        command.Error.WriteLine(command.Wording.Say("Roster.TemplateWritten", ("file", Path.GetFullPath(path))));
        return 0;
    }

    public static async Task<int> ImportAsync(CommandContext command, Books books, string path)
    {
        List<Row> rows;
        try
        {
            rows = Read(command, path);
        }
        catch (Exception e) when (e is InvalidDataException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return command.Fail("Roster.NotAWorkbook", ("file", path));
        }

        var faults = Faults(command, books.Store.Current, rows).ToList();
        if (rows.Count == 0) faults.Add(new Statement("Roster.Empty"));
        if (faults.Count > 0)
        {
            foreach (var fault in faults) await command.Error.WriteLineAsync(command.Wording.Say(fault));
            await command.Error.WriteLineAsync(command.Wording.Say(new Statement("Roster.NothingStored")));
            return 1;
        }

        await books.Store.WriteAsync(session =>
        {
            session.Acting = Actor.CommandLine;
            Store(command, session, rows);
        });
        await command.Error.WriteLineAsync(command.Wording.Say("Roster.Done", ("rows", rows.Count)));
        return 0;
    }

    private static List<Row> Read(CommandContext command, string path)
    {
        var columns = Columns(command);
        return [.. MiniExcel.Query(path, useHeaderRow: true, sheetName: Sheet(command)).Cast<IDictionary<string, object?>>()
            .Select((cells, i) => (Line: i + 2, Cells: columns.Select(c => cells.TryGetValue(c, out var v) ? v?.ToString()?.Trim() ?? "" : "").ToArray()))
            .Where(r => r.Cells.Any(c => c.Length > 0))
            .Select(r => new Row(r.Line, r.Cells[0], r.Cells[1], r.Cells[2], r.Cells[3], r.Cells[4]))];
    }

    private static IEnumerable<Statement> Faults(CommandContext command, Programme programme, List<Row> rows)
    {
        var columns = Columns(command);
        var types = Words(command, "OrganizationTypeWords");
        var roles = Words(command, "RoleWords");
        var names = rows.Select(r => r.Org).ToHashSet(StringComparer.Ordinal);
        var titles = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            if (row.Org.Length is 0 or > LongestName) yield return Fault(row, 0, "Roster.OrgName");
            if (!types.Contains(row.Type)) yield return Fault(row, 1, "Roster.OneOf", types);
            if (row.Parent.Length > 0 && ((!names.Contains(row.Parent) && programme.Organization(row.Parent) is null) || row.Parent == row.Org)) yield return Fault(row, 2, "Roster.Parent");
            if (!roles.Contains(row.Role)) yield return Fault(row, 3, "Roster.OneOf", roles);
            if (row.Title.Length == 0) yield return Fault(row, 4, "Roster.Title");
            else if (!titles.Add(row.Title)) yield return Fault(row, 4, "Roster.TitleTwice");
        }

        Statement Fault(Row row, int column, string expected, string[]? choices = null) => Statement.Of("Roster.Fault",
            ("sheet", Sheet(command)), ("row", row.Line), ("column", columns[column]), ("expected", Statement.Of(expected, ("choices", choices?.ToList()), ("most", LongestName))));
    }

    private static void Store(CommandContext command, WriteSession session, List<Row> rows)
    {
        var types = Words(command, "OrganizationTypeWords");
        var roles = Words(command, "RoleWords");
        var order = session.Programme.Organizations.Count();
        foreach (var unit in rows.DistinctBy(r => r.Org))
        {
            if (session.Programme.Organization(unit.Org) is not null) continue;
            session.StoreOrganization(new Organization { Id = unit.Org, Name = unit.Org, Type = (OrganizationType)Array.IndexOf(types, unit.Type), ParentId = unit.Parent.Length > 0 ? unit.Parent : null, DisplayOrder = ++order });
        }

        foreach (var row in rows)
        {
            session.StorePerson(new Person { Id = session.Programme.Person(row.Title)?.Id ?? row.Title, Title = row.Title, OrganizationId = row.Org, Roles = [(Role)Array.IndexOf(roles, row.Role)] });
        }
    }

    private static string[] Columns(CommandContext command) => Words(command, "Roster.Columns");

    private static string Sheet(CommandContext command) => command.Wording.Say(new Statement("Roster.Sheet"));

    private static string[] Words(CommandContext command, string key) => command.Wording.Say(new Statement(key)).Split('|', StringSplitOptions.TrimEntries);
}
