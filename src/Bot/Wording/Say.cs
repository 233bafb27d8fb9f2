using PartyProjects.Domain;

namespace PartyProjects.Bot.Wording;

/// <summary>Turns a statement into words; the wording file does, and a test may.</summary>
public delegate string Say(Statement statement);

/// <summary>Shorter ways to ask for words.</summary>
public static class SayByKey
{
    /// <summary>The sentence under a heading of wording.md.</summary>
    public static string Of(this Say say, string key, params ReadOnlySpan<(string Name, object? Value)> facts) => say(Statement.Of(key, facts));

    /// <summary>A heading that holds several words parted by |, such as the columns of a table.</summary>
    public static string[] List(this Say say, string key) => say(new Statement(key)).Split('|', StringSplitOptions.TrimEntries);

    /// <summary>The one character that stands on a light: 绿, 黄, 红, 灰, 蓝.</summary>
    public static string Mark(this Say say, Light light) => say.List("LightMarkWords")[(int)light];

    /// <summary>The word of an enum value: the heading <c>&lt;Enum&gt;Words</c> lists them in the order of the enum.</summary>
    public static string Word<TEnum>(this Say say, TEnum value)
        where TEnum : struct, Enum
    {
        var words = say.List(typeof(TEnum).Name + "Words");
        return words[Array.IndexOf(Enum.GetValues<TEnum>(), value)];
    }
}
