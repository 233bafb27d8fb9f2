using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Tests.Domain.Supervision;

/// <summary>All lights and scores of the demo year equal those that two other implementations agreed on.</summary>
public sealed class GoldenValues
{
    public static IEnumerable<object[]> Codes => Demo.File2017.Projects.Select(p => new object[] { p.Project.Code });

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_month_end_light_has_its_golden_numbers(string code)
    {
        var project = Demo.File2017.Projects.Single(p => p.Project.Code == code);
        var golden = Demo.Json.GetProperty("golden").GetProperty("lights").EnumerateArray().Single(g => g.GetProperty("code").GetString() == code);
        foreach (var g in golden.GetProperty("monthEnd").EnumerateArray())
        {
            var day = DateOnly.Parse(g.GetProperty("asOf").GetString()!);
            var reading = TrafficLight.At(project, day, ProgrammeYear.Default, Demo.Calendar);
            var grey = reading.Light == Light.Grey;
            Assert.Equal($"{code} {day} {g.GetProperty("light").GetString()} {g.GetProperty("base").GetString()} [{string.Join(',', g.GetProperty("reasons").EnumerateArray().Select(Code))}]",
                $"{code} {day} {reading.Light} {reading.Base} [{string.Join(',', reading.Codes)}]");
            Assert.Equal(Number("plan"), reading.Plan);
            Assert.Equal(Number("actual"), reading.Actual);
            Assert.Equal(Number("lag"), reading.Lag);
            if (!grey)
            {
                Assert.Equal(Number("earned"), reading.Earned);
                Assert.Equal(Number("reported"), reading.Reported);
                Assert.Equal(Number("ceiling"), reading.Ceiling);
            }

            decimal? Number(string name) => g.GetProperty(name).ValueKind == System.Text.Json.JsonValueKind.Null ? null : g.GetProperty(name).GetDecimal();
        }

        static string Code(System.Text.Json.JsonElement reason) => reason.ValueKind == System.Text.Json.JsonValueKind.String ? reason.GetString()!.Split(' ', ':')[0] : reason.GetProperty("code").GetString()!;
    }

    [Theory]
    [InlineData("2017-Q1")]
    [InlineData("2017-Q2")]
    [InlineData("2017-Q3")]
    public void Every_quarter_score_and_rank_is_golden(string quarter)
    {
        Assert.True(Quarter.TryParse(quarter, out var q));
        var cards = QuarterScore.Rank(Demo.File2017.Projects, q, ProgrammeYear.Default, Demo.Calendar).ToDictionary(c => c.Code);
        var golden = Demo.Json.GetProperty("supervisions").EnumerateArray().Where(s => s.GetProperty("quarter").GetString() == quarter.Replace("-", "", StringComparison.Ordinal)).ToList();
        Assert.Equal(15, golden.Count);
        Assert.Equal(golden.Count, cards.Count);
        foreach (var g in golden)
        {
            var card = cards[g.GetProperty("code").GetString()!];
            Assert.Equal(
                (card.Code, D("progress"), D("milestones"), D("reports"), D("issues"), D("personal"), D("total"), g.GetProperty("light").GetString(), g.GetProperty("rank").GetInt32()),
                (card.Code, card.Progress, card.Milestones, card.Reports, card.Issues, card.Personal, card.Total, card.Light.ToString(), card.Rank));

            decimal D(string name) => g.GetProperty(name).GetDecimal();
        }
    }
}
