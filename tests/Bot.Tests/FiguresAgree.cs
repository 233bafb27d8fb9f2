using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using PartyProjects.Bot.Documents;
using PartyProjects.Bot.Pages;
using PartyProjects.Bot.Pictures;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Tests.Bot;

/// <summary>Chart, page, ledger and bulletin say of every project and month-end what Domain's rules say.</summary>
public class FiguresAgree
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<int> Months => [.. Enumerable.Range(1, 9)];

    [Theory]
    [MemberData(nameof(Months))]
    public void Of_every_project_at_every_month_end(int month)
    {
        var day = new Period(2017, month).LastDay;
        var chart = DemoYear.Chart(day);
        var ledger = new Ledger(DemoYear.Say).Sheets(DemoYear.LedgerOn(day), day, DemoYear.Calendar, DemoYear.ParentOf)[0];
        var drawn = XElement.Parse(SvgWriter.Write(new WallChartDrawing(DemoYear.Say).Sheet(chart))).Descendants(Svg + "text").Select(t => t.Value).ToList();
        var page = new WallPage(DemoYear.Say).Render(chart).Text;
        var board = new BoardPage(DemoYear.Say).Render(chart, DistrictReading.Read(DemoYear.Projects, 2017, day, DemoYear.Settings, DemoYear.Calendar)).Text;
        for (var i = 0; i < DemoYear.Projects.Count; i++)
        {
            var project = DemoYear.Projects[i];
            var truth = TrafficLight.At(project, day, DemoYear.Settings, DemoYear.Calendar);
            var row = chart.Rows.Single(r => r.Code == project.Project.Code);
            Assert.Equal((truth.Light, truth.Plan, truth.Actual, truth.Lag), (row.Light, row.Plan, row.Actual, row.Lag));
            Assert.Equal(truth.Codes, row.Reasons);
            Assert.Equal(truth.Light, row.MonthEnds.GetValueOrDefault(month));

            var cells = ledger.Rows.Single(r => (string)r.Cells[1]! == project.Organization.Name).Cells;
            Assert.Equal((truth.Plan, truth.Actual, truth.Lag), ((decimal?)cells[9], (decimal?)cells[10], (decimal?)cells[11]));
            Assert.Equal(truth.Light is { } light ? DemoYear.Say.Word(light) : "", cells[12]);

            var name = drawn.FindIndex(t => t == project.Organization.Name);
            if (truth.Plan is not { } plan || truth.Actual is not { } actual) continue;
            var after = drawn.Skip(name).ToList();
            var responsible = after.FindIndex(t => Regex.IsMatch(t, @"^\d+\.\d$", RegexOptions.None, TimeSpan.FromSeconds(1)));
            Assert.Equal((One(plan), One(actual)), (after[responsible], after[responsible + 1]));
            Assert.Matches($"{Regex.Escape(project.Organization.Name)}<br>.*?</td>.*?{Regex.Escape(One(plan))}</td>.*?{Regex.Escape(One(actual))}</td>", page.ReplaceLineEndings(" "));
            Assert.Matches($"{Regex.Escape(project.Organization.Name)}</h3>.*?{Regex.Escape(One(plan))}</b>.*?{Regex.Escape(One(actual))}</b>", board.ReplaceLineEndings(" "));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Of_every_quarter_in_the_bulletin(int number)
    {
        var quarter = new Quarter(2017, number);
        var chart = DemoYear.Chart(quarter.LastDay);
        var figures = BulletinFigures.Of(DemoYear.Projects, quarter, DemoYear.Settings, DemoYear.Calendar);
        var text = OfficialTextWriter.Write(new BulletinDraft(DemoYear.Say).Write(figures, BulletinOccasion.Usual(quarter, DemoYear.Settings, DemoYear.Calendar), DemoYear.Settings));
        Assert.Contains($"绿灯{chart.Count(Light.Green)}个,黄灯{chart.Count(Light.Yellow)}个,红灯{chart.Count(Light.Red)}个", text, StringComparison.Ordinal);
        Assert.Contains($"全年{chart.Rows.Sum(r => r.Nodes.Count)}个节点已销号{chart.Rows.Sum(r => r.NodesDone)}个", text, StringComparison.Ordinal);
        Assert.Contains($"平均序时进度{One(Mean(chart.Rows.Select(r => r.Plan!.Value)))}%,平均实际进度{One(Mean(chart.Rows.Select(r => r.Actual!.Value)))}%", text, StringComparison.Ordinal);
        var district = DistrictReading.Read(DemoYear.Projects, 2017, quarter.LastDay, DemoYear.Settings, DemoYear.Calendar).Months.TakeLast(3).ToList();
        Assert.Contains($"应报月报{district.Sum(m => m.ReportsDue)}份", text, StringComparison.Ordinal);
        var ledgerScores = DemoYear.LedgerOn(quarter.LastDay).Where(l => l.QuarterScore is not null).Select(l => l.QuarterScore!.Value);
        Assert.Contains($"平均得分{One(Mean(ledgerScores))}分", text, StringComparison.Ordinal);
    }

    private static decimal Mean(IEnumerable<decimal> values) => Math.Round(values.Average(), 1, MidpointRounding.AwayFromZero);

    private static string One(decimal value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
