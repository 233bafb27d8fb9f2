using PartyProjects.Domain;
using PartyProjects.Scheduler.Nudges;

namespace PartyProjects.Scheduler;

/// <summary>Turns a statement into words; the bot's wording file does, and a test may.</summary>
public delegate string Speak(Statement statement);

/// <summary>How the notices of one person become one text.</summary>
public static class MessageText
{
    /// <summary>A reply has at most twelve lines: a heading, ten notices, and how to see the rest.</summary>
    private const int MostNotices = 10;

    /// <summary>One notice speaks for itself; several are numbered, worst first.</summary>
    public static string Of(IReadOnlyList<string> notices, bool illustrative, Speak speak)
    {
        var text = notices.Count == 1 ? notices[0] : speak(Statement.Of("Nudge.Several",
            ("count", notices.Count),
            ("items", string.Join('\n', notices.Take(MostNotices).Select((n, i) => speak(Statement.Of("Nudge.Numbered", ("number", i + 1), ("text", n)))))),
            ("more", notices.Count > MostNotices ? notices.Count - MostNotices : null)));
        return illustrative ? text + "\n" + speak(new Statement("Illustrative")) : text;
    }

    public static string Of(PlannedMessage message, Speak speak) =>
        Of([.. message.Notices.Select(n => speak(n.Statement))], message.Notices.Any(n => n.Project?.Project.Illustrative == true), speak);
}
