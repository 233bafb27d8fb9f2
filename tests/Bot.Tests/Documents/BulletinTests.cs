using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using PartyProjects.Bot.Documents;
using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Tests.Bot.Documents;

public class BulletinTests
{
    private static readonly OfficialDocument ThirdQuarter = Draft(new Quarter(2017, 3));

    /// <summary>The example of domain.md section 11, with the projects' full names where it shortens two of them.</summary>
    [Fact]
    public void The_bulletin_of_the_third_quarter_reads_like_the_example() => Assert.Equal(
        """
        关于2017年第三季度书记抓基层党建项目督查情况的通报
        (草稿,待签发) (示例文本,数据为演示)
        各党(工)委:
        按照书记抓基层党建项目化管理“季度有督查问效”的要求,区委组织部于10月9日至13日,采取查看月报、核对节点、实地抽查的方式,对15个区级立项项目第三季度推进情况进行了督查。现通报如下:
        一、总体情况
        截至9月30日,15个项目平均序时进度77.7%,平均实际进度72.1%。亮灯情况:绿灯10个,黄灯3个,红灯2个。三季度应完成节点20个,按期完成15个,逾期后完成3个,未完成2个;全年90个节点已销号60个。应报月报45份,按时报送41份,迟报1份,未报3份,退回修改2份。季度督查平均得分89.5分。
        二、推进较好的项目
        丰宁街道虹山中路“红色港湾”党群活动服务中心项目5个节点全部销号,已申请结项验收;五华科技产业园园区、企业、高校三方人才交流合作机制项目、普吉街道流动人员党群服务中心项目实际进度快于序时进度。
        三、存在问题
        (一)进度滞后。莲华街道智慧党建引领社区自治项目实际进度48.0%,低于序时进度31.8个百分点,M4节点超期22个工作日。西翥街道、华山街道项目分别低于序时进度11.4个、10.9个百分点。
        (二)月报不及时。莲华街道8月、9月未报,龙翔街道9月未报;区民政局8月迟报。
        (三)问题整改超期。莲华街道、区民政局各有1项问题超过承诺时限;区民政局项目连续3个月末未达绿灯,列为红灯。
        四、下步要求
        (一)红灯项目由书记亲自研究,10月20日前报送整改措施和追赶计划;黄灯项目10月25日前随月报说明。
        (二)各党(工)委书记要亲自抓部署、亲自抓落实,不得以副书记抓代替自己抓,不得以其他工作代替项目推进,同步抓好下一级书记党建项目跟踪问效。
        (三)整改情况于通报印发之日起10个工作日内反馈区委组织部。通报情况纳入年度党建目标责任制考核和述职评议考核。
        中共昆明市五华区委组织部(示例)  2017年10月16日

        """.ReplaceLineEndings("\n"),
        OfficialTextWriter.Write(ThirdQuarter));

    [Fact]
    public void It_stays_within_1500_characters_and_names_offices_only()
    {
        var text = OfficialTextWriter.Write(ThirdQuarter);
        Assert.True(text.Length <= 1500, $"{text.Length}");
        Assert.DoesNotContain("同志", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_corrected_issue_says_what_it_replaces()
    {
        var occasion = BulletinOccasion.Usual(new Quarter(2017, 3), DemoYear.Settings, DemoYear.Calendar) with { Draft = false, CorrectionNote = "更正月报份数" };
        var corrected = new BulletinDraft(DemoYear.Say).Write(Figures(new Quarter(2017, 3)), occasion, DemoYear.Settings);
        Assert.Contains("更正月报份数。本稿替换此前印发的同题通报", corrected.Marking, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quarter_without_problems_says_so()
    {
        var figures = Figures(new Quarter(2017, 3));
        figures = figures with { Projects = [.. figures.Projects.Where(p => p.Reading.Light == Light.Green && p.DistrictHelp.Count == 0)] };
        var first = OfficialTextWriter.Write(new BulletinDraft(DemoYear.Say).Write(figures, BulletinOccasion.Usual(figures.Quarter, DemoYear.Settings, DemoYear.Calendar), DemoYear.Settings));
        Assert.Contains("未发现进度滞后", first, StringComparison.Ordinal);
        Assert.DoesNotContain("红灯项目由书记", first, StringComparison.Ordinal);
    }

    [Fact]
    public void The_document_has_the_layout_of_official_documents()
    {
        using var stream = new MemoryStream(new OfficialDocxWriter(DemoYear.Say).Write(ThirdQuarter));
        using var file = WordprocessingDocument.Open(stream, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(file).Select(e => $"{e.Path?.XPath} {e.Description}"));
        var body = file.MainDocumentPart!.Document!.Body!;
        var margin = body.Descendants<PageMargin>().Single();
        // 37, 35, 28 and 26 mm in twentieths of a point.
        Assert.Equal((2098, 1984, 1588u, 1474u), (margin.Top!.Value, margin.Bottom!.Value, margin.Left!.Value, margin.Right!.Value));
        var title = body.Elements<Paragraph>().First().Descendants<RunProperties>().First();
        Assert.Equal(("方正小标宋简体", "44"), (title.RunFonts!.EastAsia!.Value, title.FontSize!.Val!.Value));
        var text = body.Elements<Paragraph>().First(p => p.InnerText.StartsWith("截至9月30日", StringComparison.Ordinal));
        Assert.Equal(("仿宋_GB2312", "32", "560"), (text.Descendants<RunFonts>().First().EastAsia!.Value, text.Descendants<FontSize>().First().Val!.Value, text.ParagraphProperties!.SpacingBetweenLines!.Line!.Value));
        Assert.Equal(17, body.Descendants<TableRow>().Count());
    }

    private static BulletinFigures Figures(Quarter quarter) => BulletinFigures.Of(DemoYear.Projects, quarter, DemoYear.Settings, DemoYear.Calendar);

    private static OfficialDocument Draft(Quarter quarter) =>
        new BulletinDraft(DemoYear.Say).Write(Figures(quarter), BulletinOccasion.Usual(quarter, DemoYear.Settings, DemoYear.Calendar), DemoYear.Settings);
}
