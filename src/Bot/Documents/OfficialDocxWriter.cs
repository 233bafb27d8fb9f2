using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PartyProjects.Bot.Wording;

namespace PartyProjects.Bot.Documents;

/// <summary>
/// Writes .docx in the layout of GB/T 9704: A4, margins 37/35/28/26 mm, 28 pt lines, title in 小标宋 二号, text in 仿宋 三号, first level 黑体, second 楷体,
/// page numbers — n — at the outer edge. Fonts are named, not embedded: an office machine has them.
/// </summary>
public sealed class OfficialDocxWriter(Say say)
{
    private const string TitleSize = "44";
    private const string BodySize = "32";
    private const string NumberSize = "28";
    private const string TableSize = "20";
    private const string LineSpacing = "560";

    /// <summary>Two characters of the body.</summary>
    private const string Indent = "640";

    /// <summary>The file's bytes.</summary>
    public byte[] Write(OfficialDocument document)
    {
        var fonts = Fonts.From(say.List("OfficialFonts"));
        using var stream = new MemoryStream();
        using (var file = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = document.Title;
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles(fonts);
            main.AddNewPart<DocumentSettingsPart>().Settings = new Settings(new EvenAndOddHeaders());
            var odd = main.AddNewPart<FooterPart>();
            odd.Footer = PageNumber(fonts, JustificationValues.Right);
            var even = main.AddNewPart<FooterPart>();
            even.Footer = PageNumber(fonts, JustificationValues.Left);

            var body = new Body(Paragraphs(document, fonts));
            if (document.Appendix is { } appendix) body.Append(Appendix(appendix, fonts));
            body.Append(new SectionProperties(
                new FooterReference { Type = HeaderFooterValues.Default, Id = main.GetIdOfPart(odd) },
                new FooterReference { Type = HeaderFooterValues.Even, Id = main.GetIdOfPart(even) },
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 2098, Bottom = 1984, Left = 1588, Right = 1474, Header = 851, Footer = 1417, Gutter = 0 },
                new DocGrid { Type = DocGridValues.Lines, LinePitch = 560 }));
            main.Document = new Document(body);
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Paragraphs(OfficialDocument document, Fonts fonts)
    {
        foreach (var line in document.TitleLines) yield return Paragraph(JustificationValues.Center, null, after: "0", Run(line, fonts.Title, TitleSize));
        if (document.Marking is { } marking) yield return Paragraph(JustificationValues.Center, null, after: "0", Run(marking, fonts.Second, BodySize));
        yield return Paragraph(JustificationValues.Both, null, after: "0");
        if (document.Addressee is { } addressee) yield return Paragraph(JustificationValues.Both, null, after: "0", Run(addressee, fonts.Body, BodySize));
        foreach (var block in document.Blocks)
        {
            yield return block.Kind switch
            {
                BlockKind.Heading => Paragraph(JustificationValues.Both, Indent, "0", Run(block.Text, fonts.First, BodySize)),
                BlockKind.SubHeading => Paragraph(JustificationValues.Both, Indent, "0", Run(block.LeadIn ?? "", fonts.Second, BodySize), Run(block.Text, fonts.Body, BodySize)),
                _ => Paragraph(JustificationValues.Both, Indent, "0", Run(block.Text, fonts.Body, BodySize)),
            };
        }

        yield return Paragraph(JustificationValues.Both, null, "0");
        if (document.Signature is { } signature) yield return Right(Run(signature, fonts.Body, BodySize));
        if (document.Date is { } date) yield return Right(Run(date, fonts.Body, BodySize));
    }

    private static IEnumerable<OpenXmlElement> Appendix(Sheet sheet, Fonts fonts)
    {
        yield return new Paragraph(new Run(new Break { Type = BreakValues.Page }));
        yield return Paragraph(JustificationValues.Left, null, "120", Run(sheet.Name, fonts.First, BodySize));
        if (sheet.Caption is { } caption) yield return Paragraph(JustificationValues.Left, null, "120", Run(caption, fonts.Body, TableSize));
        var total = sheet.Columns.Sum(c => c.Width);
        var widths = sheet.Columns.Select(c => ((int)(8844 * c.Width / total)).ToString(CultureInfo.InvariantCulture)).ToList();
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = "5000", Type = TableWidthUnitValues.Pct },
                new TableBorders(Edge<TopBorder>(), Edge<LeftBorder>(), Edge<BottomBorder>(), Edge<RightBorder>(), Edge<InsideHorizontalBorder>(), Edge<InsideVerticalBorder>()),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(w => new GridColumn { Width = w })));
        table.Append(Row(sheet.Columns.Select(c => c.Head), widths, fonts.First, head: true));
        foreach (var row in sheet.Rows) table.Append(Row(row.Cells.Select(Shown), widths, fonts.Body, head: false));
        yield return table;
        yield return new Paragraph();
    }

    private static TableRow Row(IEnumerable<string> cells, List<string> widths, string font, bool head)
    {
        var row = new TableRow(new TableRowProperties(new CantSplit()));
        if (head) row.TableRowProperties!.Append(new TableHeader());
        row.Append(cells.Select((text, i) => new TableCell(
            new TableCellProperties(new TableCellWidth { Width = widths[i], Type = TableWidthUnitValues.Dxa }),
            new Paragraph(
                new ParagraphProperties(new SnapToGrid { Val = false }, new SpacingBetweenLines { Before = "30", After = "30", Line = "270", LineRule = LineSpacingRuleValues.Exact }),
                Run(text, font, TableSize)))));
        return row;
    }

    private static string Shown(object? value) => value switch
    {
        null => "",
        decimal number => number.ToString("0.##", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static TBorder Edge<TBorder>()
        where TBorder : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "808080" };

    private static Paragraph Paragraph(JustificationValues across, string? firstLine, string after, params OpenXmlElement[] runs)
    {
        var properties = new ParagraphProperties(new SpacingBetweenLines { Before = "0", After = after, Line = LineSpacing, LineRule = LineSpacingRuleValues.Exact });
        if (firstLine is not null) properties.Append(new Indentation { FirstLine = firstLine, FirstLineChars = 200 });
        properties.Append(new Justification { Val = across });
        var paragraph = new Paragraph(properties);
        paragraph.Append(runs);
        return paragraph;
    }

    /// <summary>落款 stands four characters from the right edge.</summary>
    private static Paragraph Right(OpenXmlElement run) => new(
        new ParagraphProperties(
            new SpacingBetweenLines { Before = "0", After = "0", Line = LineSpacing, LineRule = LineSpacingRuleValues.Exact },
            new Indentation { Right = "1280", RightChars = 400 },
            new Justification { Val = JustificationValues.Right }),
        run);

    private static Run Run(string text, string font, string size) => new(
        new RunProperties(
            new RunFonts { Ascii = font, HighAnsi = font, EastAsia = font, Hint = FontTypeHintValues.EastAsia },
            new FontSize { Val = size },
            new FontSizeComplexScript { Val = size }),
        new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static Footer PageNumber(Fonts fonts, JustificationValues side)
    {
        Run Part(OpenXmlElement inner) => new(new RunProperties(new RunFonts { Ascii = fonts.Number, HighAnsi = fonts.Number, EastAsia = fonts.Number }, new FontSize { Val = NumberSize }), inner);
        return new Footer(new Paragraph(
            new ParagraphProperties(new Indentation { Left = "320", Right = "320" }, new Justification { Val = side }),
            Part(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
            Part(new FieldChar { FieldCharType = FieldCharValues.Begin }),
            Part(new FieldCode(" PAGE ") { Space = SpaceProcessingModeValues.Preserve }),
            Part(new FieldChar { FieldCharType = FieldCharValues.Separate }),
            Part(new Text("1")),
            Part(new FieldChar { FieldCharType = FieldCharValues.End }),
            Part(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));
    }

    private static Styles Styles(Fonts fonts) => new(new DocDefaults(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts { Ascii = fonts.Body, HighAnsi = fonts.Body, EastAsia = fonts.Body },
            new FontSize { Val = BodySize },
            new Languages { Val = "zh-CN", EastAsia = "zh-CN" })),
        new ParagraphPropertiesDefault()));

    /// <summary>Font names of an official document, in the order of the wording file.</summary>
    private sealed record Fonts(string Title, string First, string Second, string Body, string Number)
    {
        public static Fonts From(string[] names) => new(names[0], names[1], names[2], names[3], names[4]);
    }
}
