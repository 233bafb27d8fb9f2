using PartyProjects.Bot.Understanding;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Conversation;

/// <summary>Below the threshold the two or three likeliest readings are offered as buttons; tapping one serves the words that were said.</summary>
public static class OfferedChoice
{
    private const int Most = 3;

    // A reading less likely than this is not worth a button.
    private const double WorthOffering = 0.08;

    public static bool Offer(TurnContext turn)
    {
        if (turn.Said.Intent == "out-of-scope") return false;
        var readings = turn.Said.Candidates
            .Where(c => c.Score >= WorthOffering && c.Intent != "out-of-scope")
            .Select(c => c.Act is { } act && turn.Intents.ContainsKey(act) ? act : c.Intent)
            .Distinct(StringComparer.Ordinal)
            .Where(id => turn.Words.Has("Reading." + id))
            .Take(Most)
            .Select(id => new OfferedReading(turn.Words.Say(new Statement("Reading." + id)), id))
            .ToList();
        if (readings.Count < 2) return false;
        turn.Dialogue.Offered = readings;
        turn.Dialogue.OfferedFor = turn.Said.Text;
        turn.Say(new Reply(turn.Words.Say("NotSure", ("readings", readings.Select((r, i) => $"{i + 1}.{r.Title}").ToList()))) { Buttons = [.. readings.Select(r => new ReplyButton(r.Title, r.Title))] });
        return true;
    }

    /// <summary>True when the message chose one of the readings offered last.</summary>
    public static bool Take(TurnContext turn)
    {
        if (turn.Dialogue.Offered is not { Count: > 0 } offered) return false;
        var text = turn.Said.Text.Trim();
        var number = Numerals.Whole(text.Trim('.', '。', '第', '个'));
        var chosen = offered.Find(o => o.Title == text) ?? (number is >= 1 && number <= offered.Count ? offered[number.Value - 1] : null);
        var words = turn.Dialogue.OfferedFor;
        turn.Dialogue.Offered = [];
        turn.Dialogue.OfferedFor = null;
        if (chosen is null || words is null) return false;
        turn.Said = turn.ReadAs(words, chosen.Intent);
        turn.Hand(chosen.Intent);
        return true;
    }
}
