using System.Collections.Frozen;
using System.Text;

namespace PartyProjects.Bot.Understanding;

/// <summary>Homophones and look-alikes that keyboards and dictation make, each as long as what was meant, and traditional characters.</summary>
internal static class Mistypings
{
    // Wrong=right, same length. Only words that are wrong wherever they stand.
    private const string Words = """
        进渡=进度 进都=进度 近度=进度 禁度=进度 进度度=进度度 巳完=已完 巳经=已经 巳建=已建 巳到=已到 巳报=已报 巳下=已下 以完成=已完成 以经=已经 己完=已完 己经=已经 己报=已报 己建=已建 以建成=已建成 完城=完成 完呈=完成 玩成=完成 完乘=完成 万成=完成
        延其=延期 延齐=延期 严期=延期 到其=到期 道期=到期 逾其=逾期 预期了=逾期了 周其=周期 施工涂=施工图 施供图=施工图 张图=挂图 卦图=挂图 挂涂=挂图 甘特涂=甘特图 横到图=横道图 协掉=协调 协条=协调 写调=协调 手序=手续 手叙=手续
        反工=返工 反公=返工 返公=返工 退会=退回 推回=退回 接点=节点 结点=节点 截点=节点 节电=节点 催抱=催报 催办办=催办办 摧办=催办 崔办=催办 催爆=催报 帮定=绑定 邦定=绑定 榜定=绑定 绑订=绑定 申抱=申报 伸报=申报 申暴=申报 立向=立项 利项=立项 立象=立项
        月抱=月报 月暴=月报 台帐=台账 抬账=台账 胎账=台账 台丈=台账 通抱=通报 简抱=简报 检报=简报 拍名=排名 排明=排名 评份=评分 得份=得分 打份=打分 责任任=责任任 责任仁=责任人 牵投=牵头 负则=负责 附责=负责 提型=提醒 提星=提醒 题醒=提醒 提行我=提醒我
        收道=收到 受到了=收到了 明百=明白 名白=明白 确任=确认 却认=确认 确人=确认 取肖=取消 取削=取消 撤消=撤销 车回=撤回 撤会=撤回 初申=初审 出审=初审 初省=初审 项木=项目 相目=项目 向目=项目 书计=书记 书既=书记 组只=组织 组支=组织
        党健=党建 党见=党建 智惠=智慧 之慧=智慧 志慧=智慧 共制=共治 共至=共治 三青=三清 三情=三清 一该三=一改三 三抓一件=三抓一建 三爪一建=三抓一建 红色港弯=红色港湾 红色港完=红色港湾 南墙街=南强街 南强接=南强街 街像=街巷 街项=街巷 南强街相=南强街巷 问提=问题 闻题=问题 文题=问题
        资今=资金 资经=资金 下个约=下个月 下各月=下个月 这各月=这个月 本约=本月 上各月=上个月 上个约=上个月 百份之=百分之 白分之=百分之 个电=个点 6城=6成 七城=七成 八城=八成 六城=六成 九城=九成 五城=五成
        大管街=大观街 大关街=大观街 大官街=大观街 护郭=护国 沪国=护国 户国=护国 花山街=华山街 龙祥街=龙翔街 龙翔该=龙翔街 丰凝=丰宁 封宁=丰宁 风宁=丰宁 连华=莲华 莲花街=莲华街 联华街=莲华街 红芸=红云 洪云=红云 黑林普=黑林铺 黑林埔=黑林铺 普及街=普吉街 普集街=普吉街 西煮=西翥 西著=西翥 西住街=西翥街
        产业圆=产业园 科技圆=科技园 民正局=民政局 名政局=民政局 财正局=财政局 才政局=财政局 教遇局=教育局 教于局=教育局 机关公委=机关工委 先峰=先锋 先风同=先锋同 结队共建=结对共建 培玉=培育 陪育=培育 星级平定=星级评定 精细话=精细化 人材=人才 协商示范典=协商示范点 流动人元=流动人员
        """;

    private const string Traditional = "報报進进度度個个嗎吗與与產产會会國国學学開开關关這这裡里說说請请問问題题東东車车長长門门時时間间項项目目黨党員员書书記记組组織织區区委委區区處处對对過过還还沒没來来為为從从們们後后邊边點点號号節节幫帮檔档單单責责負负聯联絡络醫医術术築筑設设計计議议論论評评審审結结構构標标準准實实現现業业務务機机領领導导辦办理理動动資资金金錢钱週周運运營营總总體体圖图表表導导出出載载錄录";

    private static readonly FrozenDictionary<char, char> Simplified = Traditional.Chunk(2).Where(p => p[0] != p[1]).DistinctBy(p => p[0]).ToFrozenDictionary(p => p[0], p => p[1]);

    private static readonly FrozenDictionary<char, (string Wrong, string Right)[]> ByFirst = Words
        .Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .Where(pair => pair.Length == 2 && pair[0].Length == pair[1].Length && pair[0] != pair[1])
        .Select(pair => (Wrong: pair[0], Right: pair[1]))
        .GroupBy(pair => pair.Wrong[0])
        .ToFrozenDictionary(g => g.Key, g => g.OrderByDescending(p => p.Wrong.Length).ToArray());

    public static void Correct(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (Simplified.TryGetValue(text[i], out var simple)) text[i] = simple;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (!ByFirst.TryGetValue(text[i], out var candidates)) continue;
            foreach (var (wrong, right) in candidates)
            {
                if (!StandsAt(text, i, wrong)) continue;
                for (var k = 0; k < right.Length; k++) text[i + k] = right[k];
                break;
            }
        }
    }

    private static bool StandsAt(StringBuilder text, int at, string word)
    {
        if (at + word.Length > text.Length) return false;
        for (var k = 1; k < word.Length; k++)
        {
            if (text[at + k] != word[k]) return false;
        }

        return true;
    }
}
