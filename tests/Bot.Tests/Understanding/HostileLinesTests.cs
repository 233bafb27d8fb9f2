using CsCheck;
using PartyProjects.Bot.Understanding;

namespace PartyProjects.Tests.Bot.Understanding;

/// <summary>Any text, however odd, is read without an error, and no date comes out that does not exist.</summary>
public sealed class HostileLinesTests
{
    private static readonly SlotReader Reader = SlotLinesTests.NewReader();
    private static readonly string[] Intents = ["report-progress", "query-deadlines", "query-status", "complete-milestone", "request-extension", "reject-extension", "review-return", "withdraw-report", "amend-report", "raise-issue", "set-reminder", "bind-account", "score-project", "query-responsible", "nudge"];

    private static readonly string[] Scraps =
    [
        "月", "日", "号", "年", "季度", "第", "五", "二", "三十", "2月30日", "13月", "0日", "99", "百分之", "%", "成", "半", "点", "前", "之前", "以来", "到", "至", "从", "周", "下", "上", "本", "国庆", "春节", "期间", "旬", "底", "末", "内", "天", "后", "小时", "M", "节点", "完成", "没", "不", "因为", ",", "。", ":", " ", "“", "”", "红色港湾", "护国", "\uD83D", "\0", "𠀀", "1900", "2100", "9999年", "十", "百", "千", "零", "/", ".", "-", "～",
    ];

    private static readonly Gen<string> Lines = Gen.OneOf(
        Gen.String,
        Gen.Int[0, Scraps.Length - 1].Array[0, 40].Select(picks => string.Concat(picks.Select(i => Scraps[i]))));

    [Fact]
    public void Any_line_is_read_and_names_only_days_that_exist() =>
        Gen.Select(Lines, Gen.Int[0, Intents.Length - 1], Gen.Int[0, 3650]).Sample((text, intent, day) =>
        {
            var now = new DateTime(2012, 1, 1, 9, 0, 0).AddDays(day);
            var (slots, sources) = Reader.Read(Line.Of(text), Intents[intent], now);
            Assert.All(slots.Ranges, range => Assert.True(range.From <= range.To, $"{text}: {range}"));
            Assert.All(slots.Percents, percent => Assert.InRange(percent, 0, 100));
            Assert.All(sources, source => Assert.Equal(source.Words, text.Substring(source.Start, source.Length)));
        }, iter: 20_000);

    [Theory]
    [InlineData("2月30日到期的有哪些")]
    [InlineData("第五季度有啥节点")]
    [InlineData("13月的节点")]
    [InlineData("6月31日前要交的")]
    [InlineData("45号到期的")]
    public void A_day_that_does_not_exist_is_reported_as_such(string text)
    {
        var (slots, _) = Reader.Read(Line.Of(text), "query-deadlines", new DateTime(2017, 6, 22, 9, 0, 0));
        Assert.NotEmpty(slots.ImpossibleDates);
        Assert.Empty(slots.Dates);
        Assert.Empty(slots.Ranges);
        Assert.Empty(slots.Periods);
    }

    [Theory]
    [InlineData("三成五百分之从红色港弯6月30日前没到位,")]
    [InlineData("一二三四五六七八九十")]
    [InlineData("因为不行没完成延期")]
    [InlineData("aaaa1111")]
    public void A_line_of_a_megabyte_ends(string scrap)
    {
        var text = string.Concat(Enumerable.Repeat(scrap, 500_000 / scrap.Length));
        foreach (var intent in Intents) Reader.Read(Line.Of(text), intent, new DateTime(2017, 6, 22, 9, 0, 0));
    }
}
