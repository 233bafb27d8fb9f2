namespace PartyProjects.Bot.Understanding;

/// <summary>A stretch [Start, End) of the even text between clause marks.</summary>
public readonly record struct Clause(int Start, int End);

/// <summary>Splits a line into clauses at punctuation, and a dictated run-on at the words that begin another part.</summary>
public static class Clauses
{
    private const string Marks = ",。;!?\n~:|/";

    // Where people who dictate without punctuation begin another part.
    private static readonly string[] Turns = ["然后", "但是", "不过", "就是", "下一步", "下个月", "下月", "接下来", "目前", "现在", "问题是", "另外", "还有就是", "打算", "计划", "准备", "主要是"];

    public static List<Clause> Of(string text)
    {
        var clauses = new List<Clause>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !IsMark(text, i)) continue;
            if (i > start) clauses.Add(new Clause(start, i));
            start = i + 1;
        }

        return clauses;
    }

    /// <summary>The clause cut again before words that begin another part; for run-ons of dictation.</summary>
    public static IEnumerable<Clause> Cut(string text, Clause clause)
    {
        var start = clause.Start;
        for (var i = clause.Start + 2; i < clause.End; i++)
        {
            foreach (var turn in Turns)
            {
                if (!text.AsSpan(i).StartsWith(turn) || i - start < 2 || i + turn.Length >= clause.End) continue;
                yield return new Clause(start, i);
                start = i;
                break;
            }
        }

        if (clause.End > start) yield return new Clause(start, clause.End);
    }

    private static bool IsMark(string text, int at)
    {
        var c = text[at];
        if (c is ' ' or '\t')
        {
            // A space between Chinese words ends a clause; inside English or before a number it does not.
            return at > 0 && at + 1 < text.Length && text[at - 1] >= 0x2E80 && text[at + 1] >= 0x4E00;
        }

        if (c == '.') return !(at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]));
        if (c == ':' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])) return false;
        if (c == '/' && at > 0 && at + 1 < text.Length && char.IsAsciiDigit(text[at - 1])) return false;
        return Marks.Contains(c, StringComparison.Ordinal);
    }
}
