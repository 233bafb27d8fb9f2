using PartyProjects.Domain.Calendar;

namespace PartyProjects.Bot.Understanding;

/// <summary>Text to <see cref="Understood"/>: what is wanted, by the model and its near-miss rules, and the particulars, by the grammar. Pure, and safe for many threads.</summary>
public sealed class TalkReader
{
    /// <summary>A part of a message is taken as a request of its own only when it is read this surely.</summary>
    private const double SurePart = 0.8;

    private static readonly string[] PartMarks = ["顺便", "另外", "对了", "还有就是", "再帮我", "同时帮我", "再看看", "再查"];
    private static readonly string[] RequestCues = ["吗", "?", "什么", "哪", "谁", "几", "多少", "看看", "查", "提醒", "导出", "导", "发我", "图", "没报", "到期", "怎么样"];

    private readonly LineReader _intents;
    private readonly SlotReader _slots;

    public TalkReader(IReadOnlyList<KnownName> names, IReadOnlyList<CalendarYear> holidays)
    {
        _intents = new LineReader(IntentModel.BuiltIn, Masking.Of(Forms(names, isProject: false), Forms(names, isProject: true)));
        _slots = new SlotReader(new Gazetteer(names), holidays);
    }

    /// <param name="text">As typed, any Unicode, any length.</param>
    /// <param name="now">From which relative times are counted; China time.</param>
    /// <param name="org">The speaker's organisation, or 区委组织部 for district staff.</param>
    public Understood Read(string text, DateTimeOffset now, string? org)
    {
        var whole = One(text, now, org);
        return Split(text) is var (first, second) && Parts(first, second, now, org) is { } parts ? whole with { Parts = parts } : whole;
    }

    /// <summary>The same words with the intent (or act) given.</summary>
    public Understood ReadAs(string text, DateTimeOffset now, string? org, string intentOrAct)
    {
        _ = org;
        var (intent, act) = IntentTable.Resolve(intentOrAct);
        var line = Line.Of(text);
        var (slots, sources) = _slots.Read(line, SlotsOf(intent, act), ChinaTime.Local(now));
        return new Understood { Text = text, Normalized = line.Text, Intent = intent, Act = act, Confidence = 1, Slots = slots, Sources = sources };
    }

    private Understood One(string text, DateTimeOffset now, string? org)
    {
        var read = _intents.Read(text, now, org);
        var line = Line.Of(text);
        var (slots, sources) = _slots.Read(line, SlotsOf(read.Intent, read.Act), ChinaTime.Local(now));
        return read with { Normalized = line.Text, Slots = slots, Sources = sources };
    }

    /// <summary>An act of the product's own that no scored intent comes near still names projects and days.</summary>
    private static string SlotsOf(string intent, string? act) => act is not null && intent == "out-of-scope" ? act : intent;

    /// <summary>Two requests, when both halves are surely read and want different things; a report's own clauses stay together.</summary>
    private List<Understood>? Parts(string first, string second, DateTimeOffset now, string? org)
    {
        var b = One(second, now, org);
        if (b.Confidence < SurePart || IsTalk(b.Intent) || b.Intent is "report-progress" or "raise-issue" or "complete-milestone") return null;
        var a = One(first, now, org);
        return a.Confidence < SurePart || IsTalk(a.Intent) || (a.Intent == b.Intent && a.Act == b.Act) ? null : [a, b];
    }

    private static bool IsTalk(string intent) => intent is "greet" or "thanks" or "acknowledge" or "confirm" or "deny" or "cancel" or "out-of-scope" or "help" or "ask-rule";

    private static (string First, string Second)? Split(string text)
    {
        if (text.Length is < 8 or > 300) return null;
        foreach (var mark in PartMarks)
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            if (at > 3 && at + mark.Length + 2 < text.Length) return (text[..at].TrimEnd(',', ',', '。', ' '), mark.StartsWith('再') ? text[at..] : text[(at + mark.Length)..].TrimStart(',', ',', ' '));
        }

        for (var i = 3; i < text.Length - 3; i++)
        {
            if (text[i] is not ('。' or '?' or '?' or '!' or '!' or ';' or ';' or '\n')) continue;
            var rest = text[(i + 1)..];
            if (Array.Exists(RequestCues, cue => rest.Contains(cue, StringComparison.Ordinal))) return (text[..(i + 1)], rest);
        }

        return null;
    }

    private static IEnumerable<string> Forms(IReadOnlyList<KnownName> names, bool isProject) => names.Where(n => n.IsProject == isProject).SelectMany(n => n.Aliases.Prepend(n.Canonical));
}
