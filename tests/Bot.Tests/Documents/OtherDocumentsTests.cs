using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using PartyProjects.Bot.Documents;
using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Tests.Bot.Documents;

public class OtherDocumentsTests
{
    [Fact]
    public void The_year_end_sheet_shows_how_late_and_how_often_extended()
    {
        var own = DemoYear.Projects.Where(p => p.Project.Code == "WH2017-07").ToList();
        var lower = DemoYear.File.LowerLevel.Where(l => l.ParentOrg == "红云街道党工委").Select(l => l.Snapshot).ToList();
        var sheets = new YearEndSheet(DemoYear.Say).Sheets(own, lower, DemoYear.EndOfSeptember, DemoYear.Settings, DemoYear.Calendar);
        var m4 = sheets[0].Rows[3].Cells;
        // Promised for 8-31, done on 9-21 after one extension: 15 workdays later than promised.
        Assert.Equal((new DateOnly(2017, 8, 31), new DateOnly(2017, 9, 22), new DateOnly(2017, 9, 21)), (m4[3], m4[4], m4[5]));
        Assert.Equal((15, 1), (m4[8], m4[9]));
        Assert.Equal(6, sheets[3].Rows.Count);
        Valid(new WorkbookWriter(DemoYear.Say).Write("述职", sheets));
    }

    [Fact]
    public void Letters_of_the_year_stand_with_their_answers()
    {
        var own = DemoYear.Projects.Where(p => p.Project.Code == "WH2017-08").ToList();
        var letters = new YearEndSheet(DemoYear.Say).Sheets(own, [], DemoYear.EndOfSeptember, DemoYear.Settings, DemoYear.Calendar)[2].Rows;
        Assert.Contains(letters, l => Equals(l.Cells[1], "提醒函") && Equals(l.Cells[3], new DateOnly(2017, 4, 28)) && Equals(l.Cells[4], new DateOnly(2017, 5, 4)));
    }

    [Fact]
    public void The_declaration_form_is_filled_from_the_books_or_empty()
    {
        var forms = new ReviewForm(DemoYear.Say);
        Valid(new WorkbookWriter(DemoYear.Say).Write("申报表", forms.Declaration(null)));
        var filled = forms.Declaration(DemoYear.Projects[0]);
        Assert.Contains(filled[0].Rows, r => Equals(r.Cells[0], "项目名称") && Equals(r.Cells[1], "南强街巷街区党建项目"));
        Assert.Equal(7, filled[1].Rows.Count);
        Valid(new WorkbookWriter(DemoYear.Say).Write("申报表", filled));
        Valid(new WorkbookWriter(DemoYear.Say).Write("评审表", forms.PreReview(DemoYear.Projects), forms.PanelSheet(DemoYear.Projects)));
    }

    [Fact]
    public void The_briefing_says_what_the_books_show_and_leaves_the_rest_to_a_person()
    {
        var project = DemoYear.Projects[4];
        var briefing = new Briefing(DemoYear.Say).Write(project, DemoYear.EndOfSeptember, TrafficLight.At(project, DemoYear.EndOfSeptember, DemoYear.Settings, DemoYear.Calendar));
        var text = OfficialTextWriter.Write(briefing);
        Assert.Contains("5个节点已销号5个", text, StringComparison.Ordinal);
        Assert.Contains("(由单位补充)", text, StringComparison.Ordinal);
        Assert.Contains("示例", text, StringComparison.Ordinal);
        using var stream = new MemoryStream(new OfficialDocxWriter(DemoYear.Say).Write(briefing));
        using var file = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(file).Select(e => e.Description));
    }

    private static void Valid(byte[] workbook)
    {
        using var stream = new MemoryStream(workbook);
        using var file = SpreadsheetDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(file).Select(e => $"{e.Path?.XPath} {e.Description}"));
    }
}
