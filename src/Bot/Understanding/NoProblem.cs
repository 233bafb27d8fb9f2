namespace PartyProjects.Bot.Understanding;

/// <summary>没有问题 said inside a report: it answers the question for problems and is none.</summary>
public static class NoProblem
{
    private static readonly string[] Words = ["没有问题", "没什么问题", "没啥问题", "没问题", "无问题", "暂无问题", "问题无", "问题:无", "问题: 无", "没有困难", "没什么困难", "没啥困难", "无困难", "没得问题", "没有存在问题", "不存在问题"];

    /// <param name="text">The even text of the message.</param>
    public static bool IsSaid(string text) => Array.Exists(Words, w => text.Contains(w, StringComparison.Ordinal));
}
