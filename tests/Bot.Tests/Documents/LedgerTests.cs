using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using PartyProjects.Bot.Documents;

namespace PartyProjects.Tests.Bot.Documents;

public class LedgerTests
{
    private static readonly IReadOnlyList<PartyProjects.Bot.Documents.Sheet> Sheets =
        new Ledger(DemoYear.Say).Sheets(DemoYear.LedgerOn(DemoYear.EndOfSeptember), DemoYear.EndOfSeptember, DemoYear.Calendar, DemoYear.ParentOf);

    [Fact]
    public void Columns_stand_in_the_order_of_the_rule() => Assert.Equal(
        "序号|单位|项目名称|类别|第一责任人|年度目标|量化指标|节点数/已销号|当前节点及时限|序时进度%|实际进度%|进度差|亮灯|亮灯原因|本月完成|存在问题|需区级协调|下月计划|月报报送|提醒函/通报/约谈次数|季度得分|状态|更新时间",
        string.Join('|', Sheets[0].Columns.Select(c => c.Head)));

    [Fact]
    public void Established_self_run_and_lower_level_projects_have_a_sheet_each()
    {
        Assert.Equal(["区级立项项目", "自行组织实施项目", "下一级项目", "节点", "问题"], Sheets.Select(s => s.Name));
        Assert.Equal((15, 9), (Sheets[0].Rows.Count, Sheets[1].Rows.Count));
        Assert.Equal(["大观街道党工委", "红云街道党工委"], Sheets[2].Rows.Where(r => r.Heading).Select(r => r.Cells[1]));
        Assert.Equal(4, Sheets[2].Rows.Count(r => r.Level == 1));
        Assert.Equal(90, Sheets[3].Rows.Count);
    }

    [Fact]
    public void The_line_of_a_yellow_project_says_why()
    {
        var cells = Sheets[0].Rows[2].Cells;
        Assert.Equal(("华山街道党工委", 74.9m, 64m, 10.9m, "黄灯", 75.5m), (cells[1], cells[9], cells[10], cells[11], cells[12], cells[20]));
        Assert.Contains("10.9", (string)cells[13]!, StringComparison.Ordinal);
        Assert.Contains("M4超期11个工作日", (string)cells[13]!, StringComparison.Ordinal);
        Assert.Equal("按时", cells[18]);
    }

    [Fact]
    public void The_workbook_is_valid_and_has_filters_frozen_heads_and_coloured_lights()
    {
        using var stream = new MemoryStream(new WorkbookWriter(DemoYear.Say).Write("台账", Sheets));
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(file).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var first = ((WorksheetPart)file.WorkbookPart!.GetPartById(file.WorkbookPart.Workbook!.Sheets!.Elements<DocumentFormat.OpenXml.Spreadsheet.Sheet>().First().Id!)).Worksheet!;
        Assert.Equal(PaneStateValues.Frozen, first.Descendants<Pane>().Single().State!.Value);
        Assert.Equal("A2:W17", first.Descendants<AutoFilter>().Single().Reference!.Value);
        Assert.Equal(4, first.Descendants<ConditionalFormattingRule>().Count());
    }

    [Theory]
    [InlineData("=HYPERLINK(1)")]
    [InlineData("+86")]
    [InlineData("-1")]
    [InlineData("@x")]
    public void A_text_that_could_run_as_a_formula_gets_a_leading_quote_in_csv(string text)
    {
        var csv = Encoding.UTF8.GetString(CsvWriter.Write(new("t", [new("甲", 5)], [new SheetRow([text])])));
        Assert.Equal("\uFEFF甲\r\n'" + text + "\r\n", csv);
    }

    [Fact]
    public void A_comma_a_quote_or_a_line_break_does_not_break_a_csv_row()
    {
        var csv = Encoding.UTF8.GetString(CsvWriter.Write(new("t", [new("甲", 5), new("乙", 5)], [new SheetRow(["一,二", "他说\"好\"\n再说"])])));
        Assert.EndsWith("\"一,二\",\"他说\"\"好\"\"\n再说\"\r\n", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void A_negative_figure_stays_a_figure() =>
        Assert.EndsWith("-3.1\r\n", Encoding.UTF8.GetString(CsvWriter.Write(new("t", [new("差", 5)], [new SheetRow([-3.1m])]))), StringComparison.Ordinal);
}
