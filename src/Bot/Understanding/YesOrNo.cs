using System.Collections.Frozen;

namespace PartyProjects.Bot.Understanding;

/// <summary>Yes and no to an open question, in the many forms people give it (issue 3, settled behaviour).</summary>
public enum Consent { Neither, Yes, No, Change, Drop }

/// <summary>Reads a whole message as yes, no or change; anything with more in it is neither.</summary>
public static class YesOrNo
{
    private static readonly FrozenSet<string> Yes = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "确认", "确定", "是", "是的", "对", "对的", "对了", "好", "好的", "好嘞", "好了", "好吧", "行", "行的", "行吧", "可以", "可以的", "嗯", "嗯嗯", "恩", "ok", "okay", "yes", "y",
        "没问题", "没错", "没毛病", "要得", "中", "得", "得行", "就这样", "就这样吧", "就这么报", "就这样报", "就按这个报", "报吧", "好的报吧", "可以报", "报上去", "报上去吧", "提交", "提交吧", "确认提交",
        "确认无误", "无误", "同意", "同意提交", "是这样", "是这个", "准确", "属实", "核对无误", "对头", "是嘞", "对嘞", "确认确认", "好的确认", "对确认", "是确认", "嗯确认", "嗯对", "嗯好", "对没错", "可以提交",
        "没问题报吧", "没问题提交", "没得问题", "ok的", "行提交", "好提交", "好确认", "妥", "妥了", "确认报送", "报送", "签", "同意签", "签了", "确认签订", "发吧", "发", "就这样发", "收下", "确认发送");

    private static readonly FrozenSet<string> No = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "不", "不是", "不对", "不行", "否", "no", "n", "不同意", "不可以", "不是的", "不太对", "不准确");

    private static readonly FrozenSet<string> Drop = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "不要", "不用", "不用了", "不要了", "算了", "算了吧", "取消", "取消吧", "先不报", "先不报了", "不报了", "别报", "不提交", "先不提交", "别提交", "作废", "放弃", "先不", "先不了", "别", "停", "退出", "不弄了",
        "不填了", "撤了", "取消填报", "取消提交", "cancel", "还是算了", "下次再说", "先算了");

    private static readonly FrozenSet<string> Change = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "修改", "改", "改一下", "改下", "我要改", "要改", "修改一下", "重填", "重新填", "改改", "需要修改", "我改一下", "有错", "填错了", "写错了", "错了");

    /// <summary>Punctuation, emoji and closing particles do not matter: "好的!", "确认。", "OK👌" are yes; "好像不太对" and "我确认一下数字再回你" are neither.</summary>
    public static Consent Read(string text)
    {
        var bare = string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit));
        if (bare.Length is 0 or > 8) return Consent.Neither;
        foreach (var form in (string[])[bare, bare.TrimEnd('了', '的', '吧', '啊', '哈', '呀', '哦', '嘛', '呢')])
        {
            if (Yes.Contains(form)) return Consent.Yes;
            if (No.Contains(form)) return Consent.No;
            if (Drop.Contains(form)) return Consent.Drop;
            if (Change.Contains(form)) return Consent.Change;
        }

        return Consent.Neither;
    }
}
