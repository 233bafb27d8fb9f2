using System.Xml.Linq;
using PartyProjects.Bot.Pictures;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Tests.Bot.Pictures;

public class WallChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void The_chart_has_fifteen_rows_and_says_as_of_when_and_that_it_is_a_demo()
    {
        var svg = Draw(DemoYear.EndOfSeptember);
        var texts = svg.Descendants(Svg + "text").Select(t => t.Value).ToList();
        Assert.Contains("截至2017年9月30日", texts);
        Assert.Contains("演示数据", texts);
        Assert.Contains("今日 9月30日", texts);
        foreach (var project in DemoYear.Projects) Assert.Contains(project.Organization.Name, texts);
        for (var month = 1; month <= 12; month++) Assert.Contains($"{month}月", texts);
    }

    [Fact]
    public void A_screen_reader_hears_title_and_counts()
    {
        var svg = Draw(DemoYear.EndOfSeptember);
        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("2017年“书记党建项目”挂图作战图", svg.Element(Svg + "title")!.Value);
        Assert.Contains("绿灯10个,黄灯3个,红灯2个", svg.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
        Assert.Contains("90个节点已销号60个", svg.Element(Svg + "desc")!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_moved_node_shows_the_promise_beside_the_fact()
    {
        var row = DemoYear.Chart(DemoYear.EndOfSeptember).Rows.Single(r => r.Code == "WH2017-07");
        var node = Assert.Single(row.Nodes, n => n.Moved);
        Assert.Equal((new DateOnly(2017, 8, 31), new DateOnly(2017, 9, 22)), (node.OriginalDueOn, node.DueOn));
        Assert.Contains(Draw(DemoYear.EndOfSeptember).Descendants(Svg + "title"), t => t.Value.StartsWith("M4 原定8月31日", StringComparison.Ordinal));
    }

    [Fact]
    public void What_had_not_happened_yet_is_not_on_the_chart()
    {
        var chart = DemoYear.Chart(new DateOnly(2017, 3, 15));
        Assert.All(chart.Rows, r => Assert.All(r.MonthEnds.Keys, m => Assert.True(m <= 2)));
        Assert.All(chart.Rows.SelectMany(r => r.Nodes), n => Assert.True(n.DoneOn is null || n.DoneOn <= chart.AsOf));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("a \" onload=\"x & b")]
    public void What_people_wrote_cannot_become_markup(string name)
    {
        var chart = DemoYear.Chart(DemoYear.EndOfSeptember);
        chart = chart with { Rows = [chart.Rows[0] with { Organization = name, Project = name, Responsible = name }] };
        var svg = XElement.Parse(SvgWriter.Write(new WallChartDrawing(DemoYear.Say).Sheet(chart)));
        Assert.Empty(svg.Descendants(Svg + "script"));
        Assert.Contains(svg.Descendants(Svg + "text"), t => t.Value == name);
    }

    [Fact]
    public void No_light_is_shown_by_colour_alone()
    {
        foreach (var light in Enum.GetValues<Light>())
        {
            var shapes = LightMark.Draw(light, 10, 10, 8, DemoYear.Say.Mark(light)).ToList();
            Assert.Contains(shapes, s => s is Label { Text.Length: 1 });
        }

        var outlines = Enum.GetValues<Light>().Select(l => LightMark.Draw(l, 10, 10, 8, "").First()).Select(s => s is Outline o ? $"outline{o.Points.Count}" : s is Disc { Paint.Fill: Palette.White } ? "ring" : s.GetType().Name);
        Assert.Distinct(outlines);
    }

    [Fact]
    public void More_rows_than_a_sheet_holds_make_it_longer_and_stay_readable()
    {
        var chart = DemoYear.Chart(DemoYear.EndOfSeptember);
        var many = chart with { Rows = [.. Enumerable.Range(0, 60).Select(i => chart.Rows[i % 15] with { Code = $"X{i}" })] };
        Assert.True(new WallChartDrawing(DemoYear.Say).Sheet(many).Height > 60 * 50);
    }

    private static XElement Draw(DateOnly asOf) => XElement.Parse(SvgWriter.Write(new WallChartDrawing(DemoYear.Say).Sheet(DemoYear.Chart(asOf))));
}
