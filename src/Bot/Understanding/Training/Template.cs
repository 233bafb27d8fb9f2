using System.Text;

namespace PartyProjects.Bot.Understanding.Training;

/// <summary>
/// One line of an examples file: plain words, choices <c>(甲|乙|)</c>, which may be nested or followed by <c>?</c>, and blanks <c>{project}</c> filled from
/// <c>fillers.txt</c>. Drawing from it is decided by the seed alone.
/// </summary>
public sealed class Template
{
    private readonly string text;

    public Template(string text)
    {
        this.text = text;
        IsPlain = text.AsSpan().IndexOfAny("({") < 0;
    }

    public bool IsPlain { get; }

    /// <summary>One wording; null where a blank has no filler.</summary>
    public string Draw(Draw draw, IReadOnlyDictionary<string, string[]> fillers)
    {
        var line = new StringBuilder();
        var at = 0;
        Sequence(ref at, line, draw, fillers);
        if (at < text.Length) throw new FormatException($"Unbalanced ) in example: {text}");
        return line.ToString();
    }

    private void Sequence(ref int at, StringBuilder line, Draw draw, IReadOnlyDictionary<string, string[]> fillers)
    {
        while (at < text.Length && text[at] is not ('|' or ')'))
        {
            switch (text[at])
            {
                case '(':
                    var before = line.Length;
                    Choice(ref at, line, draw, fillers);
                    MaybeLeftOut(ref at, line, before, draw);
                    break;
                case '{':
                    var end = text.IndexOf('}', at);
                    var name = end < 0 ? text[at..] : text[(at + 1)..end];
                    if (!fillers.TryGetValue(name, out var values)) throw new FormatException($"No filler {name} for example: {text}");
                    // A filler may itself be a small template.
                    var start = line.Length;
                    line.Append(new Template(values[draw.Below(values.Length)]).Draw(draw, fillers));
                    at = end + 1;
                    MaybeLeftOut(ref at, line, start, draw);
                    break;
                default:
                    line.Append(text[at++]);
                    break;
            }
        }
    }

    /// <summary>A question mark behind a choice or blank, not at the end of the line, says that it may be left out.</summary>
    private void MaybeLeftOut(ref int at, StringBuilder line, int start, Draw draw)
    {
        if (at + 1 >= text.Length || text[at] != '?') return;
        at++;
        if (draw.Below(2) == 0) line.Length = start;
    }

    private void Choice(ref int at, StringBuilder line, Draw draw, IReadOnlyDictionary<string, string[]> fillers)
    {
        var options = new List<string>();
        do
        {
            at++;
            var option = new StringBuilder();
            Sequence(ref at, option, draw, fillers);
            options.Add(option.ToString());
        }
        while (at < text.Length && text[at] == '|');
        if (at >= text.Length) throw new FormatException($"Unbalanced ( in example: {text}");
        at++;
        line.Append(options[draw.Below(options.Count)]);
    }
}
