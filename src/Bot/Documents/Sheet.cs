namespace PartyProjects.Bot.Documents;

/// <summary>How a column is shown. Light colours the cell by its word.</summary>
public enum ColumnKind { Text, LongText, Whole, Decimal, Date, Light }

/// <summary>A column: its head, its width in characters and how its cells are shown.</summary>
public sealed record Column(string Head, double Width, ColumnKind Kind = ColumnKind.Text);

/// <summary>One row. <c>Level</c> 1 stands under the heading row before it (a group that can be folded).</summary>
public sealed record SheetRow(IReadOnlyList<object?> Cells, int Level = 0, bool Heading = false);

/// <summary>A table as data: written as a sheet of a workbook or as CSV. Cells are string, int, decimal, DateOnly or null.</summary>
public sealed record Sheet(string Name, IReadOnlyList<Column> Columns, IReadOnlyList<SheetRow> Rows)
{
    /// <summary>Stands above the table, e.g. 演示数据 and the as-of day.</summary>
    public string? Caption { get; init; }
}
