using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Wording;

/// <summary>
/// Every sentence a person can read: wording.md, read once at start into parsed templates. A heading <c>## Key</c> is followed by its text; <c>{name}</c> is a fact,
/// <c>{name?…}</c> says its inner text only when the fact is there. Lists of statements are joined by 、 (or by lines where the placeholder stands alone on a line).
/// </summary>
public sealed class WordingFile
{
    private readonly FrozenDictionary<string, Template> _templates;
    private readonly ConcurrentDictionary<string, string[]> _lists = new(StringComparer.Ordinal);

    private WordingFile(FrozenDictionary<string, Template> templates) => _templates = templates;

    /// <summary>The file beside the program.</summary>
    public static WordingFile Load() => Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Wording", "wording.md")));

    /// <exception cref="FormatException">A heading twice or an unclosed placeholder; the start fails with it.</exception>
    public static WordingFile Parse(string markdown)
    {
        var templates = new Dictionary<string, Template>(StringComparer.Ordinal);
        string? key = null;
        var text = new StringBuilder();
        foreach (var line in markdown.Split('\n').Append("## "))
        {
            var trimmed = line.TrimEnd('\r', ' ');
            if (trimmed.StartsWith("## ", StringComparison.Ordinal) || trimmed == "##" || trimmed.StartsWith("# ", StringComparison.Ordinal))
            {
                if (key is not null && !templates.TryAdd(key, Template.Parse(key, text.ToString().Trim('\n')))) throw new FormatException($"wording.md: heading {key} stands there twice");
                text.Clear();
                key = trimmed.StartsWith("## ", StringComparison.Ordinal) && trimmed.Length > 3 ? trimmed[3..].Trim() : null;
            }
            else if (key is not null && !trimmed.StartsWith("<!--", StringComparison.Ordinal))
            {
                text.Append(trimmed).Append('\n');
            }
        }

        return new WordingFile(templates.ToFrozenDictionary(StringComparer.Ordinal));
    }

    public IEnumerable<string> Keys => _templates.Keys;

    public bool Has(string key) => _templates.ContainsKey(key);

    /// <summary>Names of the placeholders under a heading.</summary>
    public IReadOnlyList<string> Placeholders(string key) => _templates[key].Names;

    /// <summary>The words of a statement. An unknown key is a bug: it is named, never shown to people as a trace.</summary>
    public string Say(Statement statement)
    {
        if (!_templates.TryGetValue(statement.Key, out var template)) throw new KeyNotFoundException($"wording.md has no heading {statement.Key}");
        var text = new StringBuilder();
        template.Write(text, statement.Facts, this);
        return text.ToString();
    }

    /// <summary>A heading that holds words parted by | : read once, so that looking for them costs a turn nothing.</summary>
    public IReadOnlyList<string> List(string key) => _lists.GetOrAdd(key, k => Say(new Statement(k)).Split(['|', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>True when one of the words under the heading stands in the text; a word of several parts joined by + needs them all.</summary>
    public bool IsAmong(string key, string text)
    {
        foreach (var word in List(key))
        {
            if (Contains(text, word)) return true;
        }

        return false;
    }

    /// <summary>True when all parts of the word, joined by +, stand in the text.</summary>
    public static bool Contains(string text, string word) =>
        word.Contains('+', StringComparison.Ordinal) ? word.Split('+').All(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)) : text.Contains(word, StringComparison.OrdinalIgnoreCase);

    public string Say(string key, params ReadOnlySpan<(string Name, object? Value)> facts) => Say(Statement.Of(key, facts));

    /// <summary>How a fact reads: 9月25日(星期一), 9月22日10:15, 74.9, the word of an enum, or a list joined by 、.</summary>
    public string Format(object? value) => value switch
    {
        null => "",
        string s => s,
        int n => n.ToString(CultureInfo.InvariantCulture),
        long n => n.ToString(CultureInfo.InvariantCulture),
        decimal d => d.ToString(d == Math.Truncate(d) ? "0" : "0.0##", CultureInfo.InvariantCulture),
        DateOnly day => Say(day),
        DateTime at => string.Create(CultureInfo.InvariantCulture, $"{at.Month}月{at.Day}日{at:HH:mm}"),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        Period period => string.Create(CultureInfo.InvariantCulture, $"{period.Month}月"),
        Quarter quarter => string.Create(CultureInfo.InvariantCulture, $"{quarter.Year}年第{"一二三四"[quarter.Number - 1]}季度"),
        Statement statement => Say(statement),
        Enum e => Word(e),
        IEnumerable list => string.Join('、', list.Cast<object?>().Select(Format)),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private string Word(Enum value)
    {
        var type = value.GetType();
        var words = List(type.Name + "Words");
        return words[Array.IndexOf(Enum.GetValues(type), value)];
    }

    private static string Say(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日(星期{"日一二三四五六"[(int)day.DayOfWeek]})");

    private sealed class Template
    {
        private readonly List<Piece> _pieces = [];

        public IReadOnlyList<string> Names { get; private set; } = [];

        public static Template Parse(string key, string text)
        {
            var at = 0;
            var template = new Template();
            template.Read(key, text, ref at, closing: false);
            template.Names = [.. template._pieces.SelectMany(NamesOf).Distinct(StringComparer.Ordinal)];
            return template;
        }

        private static IEnumerable<string> NamesOf(Piece piece) =>
            piece.Name is null ? [] : [piece.Name, .. piece.Inner?._pieces.SelectMany(NamesOf) ?? []];

        private void Read(string key, string text, ref int at, bool closing)
        {
            var plain = new StringBuilder();
            while (at < text.Length)
            {
                var c = text[at++];
                if (c == '}' && closing)
                {
                    Flush(plain);
                    return;
                }

                if (c != '{')
                {
                    plain.Append(c);
                    continue;
                }

                Flush(plain);
                var end = text.AsSpan(at).IndexOfAny('}', '?');
                if (end < 0) throw new FormatException($"wording.md: {key} has an unclosed placeholder");
                var name = text.Substring(at, end);
                at += end + 1;
                if (text[at - 1] == '}')
                {
                    _pieces.Add(new Piece(null, name, null));
                    continue;
                }

                var inner = new Template();
                inner.Read(key, text, ref at, closing: true);
                _pieces.Add(new Piece(null, name, inner));
            }

            if (closing) throw new FormatException($"wording.md: {key} has an unclosed placeholder");
            Flush(plain);
        }

        private void Flush(StringBuilder plain)
        {
            if (plain.Length > 0) _pieces.Add(new Piece(plain.ToString(), null, null));
            plain.Clear();
        }

        public void Write(StringBuilder to, IReadOnlyDictionary<string, object?> facts, WordingFile words)
        {
            for (var i = 0; i < _pieces.Count; i++)
            {
                var piece = _pieces[i];
                if (piece.Plain is not null) to.Append(piece.Plain);
                else if (piece.Inner is null) WriteFact(to, piece.Name!, endsLine: i == _pieces.Count - 1 || _pieces[i + 1].Plain is ['\n', ..], facts, words);
                else if (facts.TryGetValue(piece.Name!, out var fact) && IsThere(fact)) piece.Inner.Write(to, facts, words);
            }
        }

        // A list of this name stands one a line, whatever follows it.
        private const string Lines = "lines";

        private static void WriteFact(StringBuilder to, string name, bool endsLine, IReadOnlyDictionary<string, object?> facts, WordingFile words)
        {
            if (!facts.TryGetValue(name, out var value)) throw new KeyNotFoundException($"wording.md asks for {{{name}}}, which is not among the facts");
            var aloneOnLine = (endsLine || name == Lines) && value is IEnumerable and not string && (to.Length == 0 || to[^1] == '\n');
            if (aloneOnLine) to.AppendJoin('\n', ((IEnumerable)value!).Cast<object?>().Select(words.Format));
            else to.Append(words.Format(value));
        }

        private static bool IsThere(object? fact) => fact switch { null or false or "" => false, ICollection { Count: 0 } => false, _ => true };

        private sealed record Piece(string? Plain, string? Name, Template? Inner);
    }
}
