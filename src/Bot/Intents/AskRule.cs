using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Intents;

/// <summary>政策、程序、名词: answered from the article (依据: 五华区做法) or from the settings; what the article does not explain is said to be unexplained.</summary>
public sealed class AskRule : IIntent
{
    public string Id => "ask-rule";

    public void Answer(TurnContext turn)
    {
        // wording.md lists the topics in order; the first one whose words are asked answers.
        foreach (var topic in turn.Words.List("Rule.Topics"))
        {
            if (!turn.Words.IsAmong("Rule." + topic + ".Asked", turn.Said.Normalized)) continue;
            turn.Say("Rule." + topic, ("day", turn.Settings.ReportDay), ("hour", turn.Settings.ReportHour), ("yellow", turn.Settings.YellowLag), ("red", turn.Settings.RedLag), ("redwd", turn.Settings.RedOverdueWd), ("most", turn.Settings.MaxProjectsPerSecretary));
            return;
        }

        turn.Say("Rule.Unknown");
    }
}
