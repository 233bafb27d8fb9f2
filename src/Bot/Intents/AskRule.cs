using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Intents;

/// <summary>政策、程序、名词: answered from the article (依据: 五华区做法) or from the settings; what the article does not explain is said to be unexplained.</summary>
public sealed class AskRule : IIntent
{
    public string Id => "ask-rule";

    public void Answer(TurnContext turn)
    {
        // wording.md lists the topics in order: key = words; the first topic with a word in the text answers.
        foreach (var line in turn.Words.Say(new Statement("Rule.Topics")).Split('\n'))
        {
            var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || !parts[1].Split('|').Any(w => Contains(turn.Said.Normalized, w))) continue;
            turn.Say("Rule." + parts[0], ("day", turn.Settings.ReportDay), ("hour", turn.Settings.ReportHour), ("yellow", turn.Settings.YellowLag), ("red", turn.Settings.RedLag), ("redwd", turn.Settings.RedOverdueWd), ("most", turn.Settings.MaxProjectsPerSecretary));
            return;
        }

        turn.Say("Rule.Unknown");
    }

    /// <summary>A word list entry: all parts joined by + must occur.</summary>
    private static bool Contains(string text, string entry) => entry.Split('+').All(w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
}
