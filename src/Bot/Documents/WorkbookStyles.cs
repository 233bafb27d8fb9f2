using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace PartyProjects.Bot.Documents;

/// <summary>The cell styles of every workbook; the numbers are places in the lists below.</summary>
internal static class WorkbookStyles
{
    public const uint Text = 1;
    public const uint Head = 2;
    public const uint Whole = 3;
    public const uint Decimal = 4;
    public const uint Date = 5;
    public const uint Group = 6;
    public const uint Caption = 7;
    public const uint Centred = 8;

    /// <summary>Places of the conditional colours.</summary>
    public const uint GreenLight = 0;
    public const uint YellowLight = 1;
    public const uint RedLight = 2;
    public const uint BlueLight = 3;

    private const uint DateFormat = 164;
    private const uint DecimalFormat = 165;

    public static Stylesheet Create(string font) => new(
        new NumberingFormats(
            new NumberingFormat { NumberFormatId = DateFormat, FormatCode = "yyyy-mm-dd" },
            new NumberingFormat { NumberFormatId = DecimalFormat, FormatCode = "0.0" })
        { Count = 2 },
        new Fonts(Font(font, 11), Font(font, 11, bold: true, "FFFFFFFF"), Font(font, 11, bold: true), Font(font, 10, bold: true, "FF9B1C1C")) { Count = 4 },
        new Fills(
            new Fill(new PatternFill { PatternType = PatternValues.None }),
            new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
            Solid("FF9B1C1C"),
            Solid("FFEAEEF2")) { Count = 4 },
        new Borders(new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder()), Thin()) { Count = 2 },
        new CellStyleFormats(new CellFormat()) { Count = 1 },
        new CellFormats(
            new CellFormat(),
            Format(0, 0, 0, HorizontalAlignmentValues.Left),
            Format(1, 2, 0, HorizontalAlignmentValues.Center),
            Format(0, 0, 1, HorizontalAlignmentValues.Center),
            Format(0, 0, DecimalFormat, HorizontalAlignmentValues.Right),
            Format(0, 0, DateFormat, HorizontalAlignmentValues.Center),
            Format(2, 3, 0, HorizontalAlignmentValues.Left),
            new CellFormat { FontId = 3, ApplyFont = true },
            Format(0, 0, 0, HorizontalAlignmentValues.Center)) { Count = 9 },
        new CellStyles(new CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 },
        new DifferentialFormats(Colour("FFFFFFFF", "FF1A7F37"), Colour("FF1F2328", "FFFDD835"), Colour("FFFFFFFF", "FFC8102E"), Colour("FFFFFFFF", "FF0B57D0")) { Count = 4 });

    private static Font Font(string name, double size, bool bold = false, string? colour = null)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new FontSize { Val = size });
        if (colour is not null) font.Append(new Color { Rgb = colour });
        font.Append(new FontName { Val = name });
        return font;
    }

    private static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    private static Border Thin()
    {
        static Color Grey() => new() { Rgb = "FFD0D7DE" };
        return new Border(
            new LeftBorder(Grey()) { Style = BorderStyleValues.Thin },
            new RightBorder(Grey()) { Style = BorderStyleValues.Thin },
            new TopBorder(Grey()) { Style = BorderStyleValues.Thin },
            new BottomBorder(Grey()) { Style = BorderStyleValues.Thin },
            new DiagonalBorder());
    }

    private static CellFormat Format(uint font, uint fill, uint number, HorizontalAlignmentValues across) =>
        new(new Alignment { Horizontal = across, Vertical = VerticalAlignmentValues.Center, WrapText = true })
        {
            FontId = font, FillId = fill, BorderId = 1, NumberFormatId = number,
            ApplyFont = true, ApplyFill = fill > 0, ApplyBorder = true, ApplyNumberFormat = number > 0, ApplyAlignment = true,
        };

    private static DifferentialFormat Colour(string ink, string fill) => new(
        new Font(new Bold(), new Color { Rgb = ink }),
        new Fill(new PatternFill(new BackgroundColor { Rgb = fill }) { PatternType = PatternValues.Solid }));
}
