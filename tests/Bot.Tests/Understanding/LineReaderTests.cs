using PartyProjects.Bot.Understanding;

namespace PartyProjects.Tests.Bot.Understanding;

public sealed class LineReaderTests
{
    private static readonly DateTimeOffset Now = new(2017, 9, 20, 9, 0, 0, TimeSpan.FromHours(8));
    private static readonly LineReader Reader = new(IntentModel.BuiltIn, Masking.Of(
        ["护国街道党工委", "护国街道", "护国", "五华区教育局党委", "教育局", "莲华街道", "莲华", "红云", "龙翔", "普吉"],
        ["虹山中路“红色港湾”党群活动服务中心项目", "红色港湾", "智慧党建", "一改三清", "社区共治"]));

    [Theory]
    [InlineData("红色港湾 84%", "report-progress")]
    [InlineData("78%", "report-progress")]
    [InlineData("设备采购还没弄完", "report-progress")]
    [InlineData("设备采购弄完了,帮我销号", "complete-milestone")]
    [InlineData("每个月几号前要报月报?", "ask-rule")]
    [InlineData("7月的什么时候截止", "query-deadlines")]
    [InlineData("护国报了没", "query-missing-reports")]
    [InlineData("护国报的是什么内容", "query-status")]
    [InlineData("谁快谁慢", "query-status")]
    [InlineData("护国排第几", "query-ranking")]
    [InlineData("不是要报进度", "cancel")]
    [InlineData("不是撤回,改成62%", "amend-report")]
    [InlineData("明早8点提醒我交材料", "set-reminder")]
    [InlineData("过会儿再提醒我", "snooze")]
    [InlineData("提醒莲华赶紧交", "nudge")]
    [InlineData("党费怎么交", "out-of-scope")]
    public void Near_misses_are_told_apart(string text, string intent) => Assert.Equal(intent, Reader.Read(text, Now, null).Intent);

    [Fact]
    public void Lines_of_other_hands_are_read_right_in_at_least_97_of_100()
    {
        var lines = File.ReadLines(Path.Combine(IntentExamplesTests.Root(), "tests", "Bot.Tests", "Understanding", "other-hands.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', 2))
            .ToList();
        var wrong = lines.Where(line => Reader.Read(line[1], Now, null).Intent != line[0]).Select(line => $"{line[0]}: {line[1]}").ToList();
        Assert.True(wrong.Count <= lines.Count * 0.03, string.Join('\n', wrong));
    }

    [Theory]
    [InlineData("签目标承诺书", "sign-commitment")]
    [InlineData("为什么黄灯", "why")]
    [InlineData("接着刚才那份", "resume-draft")]
    [InlineData("申请结项", "apply-acceptance")]
    public void Acts_beyond_the_37_intents_are_named(string text, string act) => Assert.Equal(act, Reader.Read(text, Now, null).Act);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\uD800")]
    [InlineData("\0\u0001😀😀")]
    [InlineData("((((%%%%||||")]
    public void Odd_input_is_read_without_an_error(string text) => Assert.InRange(Reader.Read(text, Now, null).Confidence, 0, 1);

    [Fact]
    public void Candidates_come_best_first() =>
        Assert.Equal(Reader.Read("红色港湾怎么样了", Now, null).Candidates.Select(c => c.Score).OrderDescending(), Reader.Read("红色港湾怎么样了", Now, null).Candidates.Select(c => c.Score));
}
