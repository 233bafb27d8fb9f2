using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PartyProjects.Tests.Bot.Understanding;

/// <summary>The scorer of the development set, in C#: exact slots, spans by containment, frames; values are what the answers' JSON holds.</summary>
internal sealed class Scorer
{
    private static readonly string[] Exact = ["project", "org", "percent", "period", "date", "range", "datetime", "score", "code"];
    private static readonly string[] Spans = ["done", "problem", "plan", "milestone", "reason"];
    private static readonly string[] Times = ["period", "date", "range", "datetime"];
    private readonly Dictionary<string, (int Right, int Extra, int Missing)> _counts = new(StringComparer.Ordinal);
    private int _lines, _frames, _intents;

    public List<string> Errors { get; } = [];

    public double IntentAccuracy => (double)_intents / _lines;
    public double FrameAccuracy => (double)_frames / _lines;
    public double ExactF1 => F1(Exact);
    public double TimeF1 => F1(Times);
    public double SpanF1 => F1(Spans);

    public void Add(string text, string goldIntent, JsonElement gold, string saidIntent, JsonElement said)
    {
        var right = true;
        foreach (var slot in Exact)
        {
            var g = Items(gold, slot).Select(v => Normal(slot, v)).ToHashSet(StringComparer.Ordinal);
            var s = Items(said, slot).Select(v => Normal(slot, v)).ToHashSet(StringComparer.Ordinal);
            Count(slot, g.Count(s.Contains), s.Count(v => !g.Contains(v)), g.Count(v => !s.Contains(v)));
            if (g.SetEquals(s)) continue;
            right = false;
            Errors.Add($"{text} [{goldIntent}] {slot}: gold {string.Join(" ", g)} said {string.Join(" ", s)}");
        }

        foreach (var slot in Spans)
        {
            var g = Items(gold, slot).Select(v => v.ToString()).ToList();
            var s = Items(said, slot).Select(v => v.ToString()).ToList();
            var hits = 0;
            foreach (var span in g)
            {
                if (s.FindIndex(x => Covers(span, x)) is not (>= 0 and var at)) continue;
                s.RemoveAt(at);
                hits++;
            }

            Count(slot, hits, s.Count, g.Count - hits);
            if (s.Count > 0 || hits < g.Count) Errors.Add($"{text} [{goldIntent}] {slot}: gold {string.Join(" ", g)} left {string.Join(" ", s)}");
        }

        _lines++;
        if (goldIntent == saidIntent) _intents++;
        if (goldIntent == saidIntent && right) _frames++;
    }

    private void Count(string slot, int right, int extra, int missing)
    {
        var was = _counts.GetValueOrDefault(slot);
        _counts[slot] = (was.Right + right, was.Extra + extra, was.Missing + missing);
    }

    private double F1(string[] slots)
    {
        var (right, extra, missing) = (0, 0, 0);
        foreach (var slot in slots)
        {
            var c = _counts.GetValueOrDefault(slot);
            (right, extra, missing) = (right + c.Right, extra + c.Extra, missing + c.Missing);
        }

        return right + extra + missing == 0 ? 1 : 2.0 * right / ((2 * right) + extra + missing);
    }

    private static IEnumerable<JsonElement> Items(JsonElement slots, string slot)
    {
        if (slots.ValueKind != JsonValueKind.Object || !slots.TryGetProperty(slot, out var value)) return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
    }

    private static string Normal(string slot, JsonElement value)
    {
        if (slot == "range") return $"{value.GetProperty("from").GetString()}..{value.GetProperty("to").GetString()}";
        var text = value.ToString().Normalize(NormalizationForm.FormKC).Trim();
        return slot switch
        {
            "percent" or "score" => decimal.Parse(text.TrimEnd('%'), CultureInfo.InvariantCulture).ToString("0.####", CultureInfo.InvariantCulture),
            "datetime" => text.Replace(' ', 'T')[..16],
            "code" => string.Concat(text.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant(),
            "project" or "org" => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && !"\"'“”‘’「」『』《》".Contains(c, StringComparison.Ordinal))),
            _ => text,
        };
    }

    /// <summary>At least 80 % of the gold letters and digits in order, and at most 1.6 times as long.</summary>
    private static bool Covers(string gold, string said)
    {
        var (g, s) = (Letters(gold), Letters(said));
        if (g.Length == 0) return s.Length == 0;
        var row = new int[s.Length + 1];
        foreach (var c in g)
        {
            var diagonal = 0;
            for (var j = 0; j < s.Length; j++)
            {
                var above = row[j + 1];
                row[j + 1] = c == s[j] ? diagonal + 1 : Math.Max(above, row[j]);
                diagonal = above;
            }
        }

        return row[^1] >= 0.8 * g.Length && s.Length <= 1.6 * g.Length;
    }

    private static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Where(char.IsLetterOrDigit));
}
