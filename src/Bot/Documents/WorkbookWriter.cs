using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PartyProjects.Bot.Pictures;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Documents;

/// <summary>Writes tables as .xlsx: filters, frozen head that repeats on every printed page, lights coloured by condition, A3 landscape fitted to its width.</summary>
public sealed class WorkbookWriter(Say say)
{
    private const uint PaperA3 = 8;
    private const double LineHeight = 15;
    private const double UnitsPerCharacter = 2.05;

    /// <summary>No program shows a higher row.</summary>
    private const double TallestRow = 409;
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>The file's bytes.</summary>
    public byte[] Write(string title, params IReadOnlyList<Sheet> sheets)
    {
        using var stream = new MemoryStream();
        using (var file = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            file.PackageProperties.Title = title;
            var book = file.AddWorkbookPart();
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = WorkbookStyles.Create(say.Of("WorkbookFont"));
            var list = new Sheets();
            var names = new DefinedNames();
            for (var i = 0; i < sheets.Count; i++)
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Worksheet(sheets[i]);
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)i + 1, Name = sheets[i].Name });
                var head = HeadRow(sheets[i]);
                var quoted = "'" + sheets[i].Name.Replace("'", "''", StringComparison.Ordinal) + "'";
                names.Append(new DefinedName(string.Create(CultureInfo.InvariantCulture, $"{quoted}!$A${head}:${Letter(sheets[i].Columns.Count)}${head + (uint)sheets[i].Rows.Count}")) { Name = "_xlnm._FilterDatabase", LocalSheetId = (uint)i, Hidden = true });
                names.Append(new DefinedName(string.Create(CultureInfo.InvariantCulture, $"{quoted}!${head}:${head}")) { Name = "_xlnm.Print_Titles", LocalSheetId = (uint)i });
            }

            book.Workbook = new Workbook(list, names);
        }

        return stream.ToArray();
    }

    private static uint HeadRow(Sheet sheet) => sheet.Caption is null ? 1u : 2u;

    private Worksheet Worksheet(Sheet sheet)
    {
        var head = HeadRow(sheet);
        var lastColumn = Letter(sheet.Columns.Count);
        var lastRow = head + (uint)sheet.Rows.Count;
        var data = new SheetData();
        if (sheet.Caption is { } caption) data.Append(Row(1, [Cell("A1", caption, WorkbookStyles.Caption)]));
        data.Append(Row(head, sheet.Columns.Select((c, i) => Cell(Reference(i, head), c.Head, WorkbookStyles.Head)), height: 34));
        for (var r = 0; r < sheet.Rows.Count; r++)
        {
            var number = head + 1 + (uint)r;
            var row = sheet.Rows[r];
            var cells = row.Cells.Select((value, i) => Cell(Reference(i, number), value, row.Heading ? WorkbookStyles.Group : StyleOf(sheet.Columns[i].Kind)));
            data.Append(Row(number, cells, HeightOf(row, sheet.Columns), row.Level));
        }

        var worksheet = new Worksheet(
            new SheetProperties(new OutlineProperties { SummaryBelow = false }, new PageSetupProperties { FitToPage = true }),
            new SheetDimension { Reference = $"A1:{lastColumn}{lastRow}" },
            new SheetViews(new SheetView(
                new Pane { TopLeftCell = $"C{head + 1}", HorizontalSplit = 2, VerticalSplit = head, ActivePane = PaneValues.BottomRight, State = PaneStateValues.Frozen },
                new Selection { Pane = PaneValues.BottomRight })
            { WorkbookViewId = 0 }),
            new SheetFormatProperties { DefaultRowHeight = LineHeight + 4, OutlineLevelRow = (byte)(sheet.Rows.Any(r => r.Level > 0) ? 1 : 0) },
            new Columns(sheet.Columns.Select((c, i) => new DocumentFormat.OpenXml.Spreadsheet.Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = c.Width, CustomWidth = true })),
            data,
            new AutoFilter { Reference = $"A{head}:{lastColumn}{lastRow}" });
        foreach (var rules in LightRules(sheet, head, lastRow)) worksheet.Append(rules);
        worksheet.Append(
            new PageMargins { Left = 0.4, Right = 0.4, Top = 0.5, Bottom = 0.5, Header = 0.2, Footer = 0.2 },
            new PageSetup { PaperSize = PaperA3, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 },
            new HeaderFooter(new OddFooter("&C&P / &N")));
        return worksheet;
    }

    private IEnumerable<ConditionalFormatting> LightRules(Sheet sheet, uint head, uint lastRow)
    {
        if (lastRow == head) yield break;
        var priority = 1;
        for (var i = 0; i < sheet.Columns.Count; i++)
        {
            if (sheet.Columns[i].Kind != ColumnKind.Light) continue;
            var first = Reference(i, head + 1);
            var area = new ConditionalFormatting { SequenceOfReferences = new ListValue<StringValue> { InnerText = $"{first}:{Reference(i, lastRow)}" } };
            foreach (var (light, style) in new[] { (Light.Green, WorkbookStyles.GreenLight), (Light.Yellow, WorkbookStyles.YellowLight), (Light.Red, WorkbookStyles.RedLight), (Light.Blue, WorkbookStyles.BlueLight) })
            {
                var word = say.Mark(light);
                area.Append(new ConditionalFormattingRule(new Formula($"NOT(ISERROR(SEARCH(\"{word}\",{first})))"))
                {
                    Type = ConditionalFormatValues.ContainsText, Operator = ConditionalFormattingOperatorValues.ContainsText, Text = word, FormatId = style, Priority = priority++,
                });
            }

            yield return area;
        }
    }

    /// <summary>Programs that open a file do not measure wrapped text: the height is given. A Chinese character is about two units of column width.</summary>
    private static double HeightOf(SheetRow row, IReadOnlyList<Column> columns)
    {
        var lines = row.Cells.Select((cell, i) => cell is string text ? text.Split('\n').Sum(part => Math.Max(1, Math.Ceiling(TextWidth.Of(part, UnitsPerCharacter) / columns[i].Width))) : 1);
        return Math.Min(TallestRow, (LineHeight * lines.DefaultIfEmpty(1).Max()) + 4);
    }

    private static Row Row(uint number, IEnumerable<Cell> cells, double? height = null, int level = 0)
    {
        var row = new Row(cells) { RowIndex = number };
        if (height is not null)
        {
            row.Height = height;
            row.CustomHeight = true;
        }

        if (level > 0) row.OutlineLevel = (byte)level;
        return row;
    }

    private static Cell Cell(string reference, object? value, uint style) => value switch
    {
        null => new Cell { CellReference = reference, StyleIndex = style },
        decimal number => new Cell(new CellValue(number)) { CellReference = reference, StyleIndex = style },
        int number => new Cell(new CellValue(number)) { CellReference = reference, StyleIndex = style },
        DateOnly day => new Cell(new CellValue(day.DayNumber - DayZero.DayNumber)) { CellReference = reference, StyleIndex = style },
        _ => new Cell(new InlineString(new Text(Clean(value.ToString()!)) { Space = SpaceProcessingModeValues.Preserve })) { CellReference = reference, StyleIndex = style, DataType = CellValues.InlineString },
    };

    /// <summary>XML has no place for other control characters; a cell holds 32,767 characters.</summary>
    private static string Clean(string text)
    {
        var kept = text.Any(c => char.IsControl(c) && c is not '\n' and not '\t') ? string.Concat(text.Where(c => !char.IsControl(c) || c is '\n' or '\t')) : text;
        return kept.Length > 32_767 ? kept[..32_767] : kept;
    }

    private static uint StyleOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Whole => WorkbookStyles.Whole,
        ColumnKind.Decimal => WorkbookStyles.Decimal,
        ColumnKind.Date => WorkbookStyles.Date,
        ColumnKind.Light => WorkbookStyles.Centred,
        _ => WorkbookStyles.Text,
    };

    private static string Reference(int column, uint row) => Letter(column + 1) + row.ToString(CultureInfo.InvariantCulture);

    private static string Letter(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Letter((column - 1) / 26) + (char)('A' + ((column - 1) % 26));
}
