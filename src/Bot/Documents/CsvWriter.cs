using System.Globalization;
using System.Text;

namespace PartyProjects.Bot.Documents;

/// <summary>CSV (RFC 4180) in UTF-8 with BOM, as office programs expect it; a text that a program could take for a formula gets a leading '.</summary>
public static class CsvWriter
{
    private static readonly byte[] Bom = [0xEF, 0xBB, 0xBF];

    public static byte[] Write(Sheet sheet)
    {
        var csv = new StringBuilder();
        csv.AppendJoin(',', sheet.Columns.Select(c => Quote(c.Head))).Append("\r\n");
        foreach (var row in sheet.Rows.Where(r => !r.Heading)) csv.AppendJoin(',', row.Cells.Select(Cell)).Append("\r\n");
        return [.. Bom, .. Encoding.UTF8.GetBytes(csv.ToString())];
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        int number => number.ToString(CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Quote(Harmless(value.ToString()!)),
    };

    private static string Harmless(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;

    private static string Quote(string text) => text.AsSpan().ContainsAny(",\"\r\n") ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : text;
}
