using PartyProjects.Bot.Understanding.Spans;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Bot.Understanding;

/// <summary>The particulars of a line, given what it wants (README of the development set: which intents carry which slots).</summary>
public sealed class SlotReader(Gazetteer names, IReadOnlyList<CalendarYear> holidays)
{
    private readonly TimeExpressions _times = new(holidays);

    private static readonly HashSet<string> Slotless = new(StringComparer.Ordinal) { "acknowledge", "ask-rule", "help", "cancel", "confirm", "deny", "greet", "thanks", "out-of-scope" };
    private static readonly HashSet<string> Timeless = new(StringComparer.Ordinal) { "bind-account", "set-preferences", "score-project", "review-accept", "review-return", "establish-project", "raise-issue", "query-responsible" };
    private static readonly HashSet<string> LookBack = new(StringComparer.Ordinal) { "report-progress", "amend-report", "withdraw-report", "query-status", "query-missing-reports", "query-ranking", "complete-milestone", "compose-bulletin", "export-ledger", "query-overdue", "show-chart", "nudge" };

    /// <summary>Slots and where each came from.</summary>
    /// <param name="line">The line.</param>
    /// <param name="intent">One of the scored intents.</param>
    /// <param name="now">China local.</param>
    public (Slots Slots, IReadOnlyList<SlotSource> Sources) Read(Line line, string intent, DateTime now)
    {
        if (Slotless.Contains(intent)) return (Slots.None, []);
        var text = line.Text;
        var found = names.Find(text);
        var times = _times.Find(text, now, LookBack.Contains(intent));
        var percents = intent is "report-progress" or "amend-report" or "query-status" or "complete-milestone" ? Percentages.Find(text) : [];
        var slots = new Slots
        {
            Projects = [.. found.Where(n => n.IsProject).Select(n => n.Canonical).Distinct(StringComparer.Ordinal)],
            Orgs = [.. found.Where(n => !n.IsProject).Select(n => n.Canonical).Distinct(StringComparer.Ordinal)],
            ImpossibleDates = [.. times.Where(t => t.Impossible).Select(t => line.AsTyped(t.Start, t.End))],
        };
        var sources = found.ConvertAll(n => Source(line, n.IsProject ? "project" : "org", n.Canonical, n.Start, n.End));
        var told = intent is "report-progress" or "amend-report" ? Percentages.OfProgress(text, percents) : intent == "query-status" ? Percentages.Asked(text, percents) : [];
        var spans = SpansOf(line, intent, found, percents, told, times, now);
        foreach (var (slot, stretch) in spans)
        {
            var words = line.AsTyped(stretch.Start, stretch.End);
            sources.Add(Source(line, slot, words, stretch.Start, stretch.End));
        }

        // Time words inside what was done, stands in the way, comes next or is the reason are never labelled.
        var free = spans.Count == 0 ? times : times.FindAll(t => !spans.Exists(s => s.Stretch.Start <= t.Start && t.End <= s.Stretch.End));
        slots = WithTimes(slots, line, intent, free, sources, now) with
        {
            Done = Words(line, spans, "done"),
            Problem = Words(line, spans, "problem"),
            Plan = Words(line, spans, "plan"),
            Milestone = Words(line, spans, "milestone"),
            Reason = Words(line, spans, "reason"),
        };
        slots = intent switch
        {
            "report-progress" or "amend-report" or "query-status" => WithPercent(slots, line, told, sources),
            "score-project" => slots with { Score = Scores.Find(text, found) },
            "bind-account" => slots with { Code = BindingCodes.Find(line) },
            _ => slots,
        };
        return (slots, sources);
    }

    private static List<(string Slot, Clause Stretch)> SpansOf(Line line, string intent, List<NameMark> names, List<PercentMark> percents, List<PercentMark> told, List<TimeMark> times, DateTime now)
    {
        var spans = new List<(string, Clause)>();
        switch (intent)
        {
            case "report-progress":
                var numbers = percents.Where(p => p.Strength > 0).Concat(told).DistinctBy(p => p.Start).OrderBy(p => p.Start).ToList();
                foreach (var (part, stretch) in ReportSpans.Read(line, names, numbers, times, now)) spans.Add((SlotOf(part), stretch));
                break;
            case "amend-report":
                if (AmendSpans.Read(line, percents) is { } amended) spans.Add((SlotOf(amended.Part), amended.Stretch));
                break;
            case "raise-issue":
                if (IssueSpans.Read(line, names) is { } problem) spans.Add(("problem", problem));
                break;
            case "review-return" or "reject-extension" or "withdraw-report" or "request-extension":
                if (ReasonSpans.Read(line, intent, names, times) is { } reason) spans.Add(("reason", reason));
                break;
        }

        if (intent is "report-progress" or "query-status" or "complete-milestone" or "query-deadlines" or "query-responsible" or "request-extension"
            && MilestoneSpans.Read(line, intent, names, times) is { } node && !spans.Exists(s => s.Item2.Start <= node.Start && node.End <= s.Item2.End)) spans.Add(("milestone", node));
        return spans;
    }

    private static string SlotOf(ReportSpans.Part part) => part switch { ReportSpans.Part.Problem => "problem", ReportSpans.Part.Plan => "plan", _ => "done" };

    private static IReadOnlyList<string> Words(Line line, List<(string Slot, Clause Stretch)> spans, string slot) =>
        spans.Count == 0 ? [] : [.. spans.Where(s => s.Slot == slot).Select(s => line.AsTyped(s.Stretch.Start, s.Stretch.End))];

    private static SlotSource Source(Line line, string slot, string value, int start, int end) =>
        new(slot, value, line.AsTyped(start, end), line.OriginalOffset(start), line.OriginalOffset(end) - line.OriginalOffset(start));

    private static Slots WithTimes(Slots slots, Line line, string intent, List<TimeMark> times, List<SlotSource> sources, DateTime now)
    {
        if (Timeless.Contains(intent)) return slots;
        var told = times.Where(t => t.Kind != TimeKind.Duration && !t.Impossible).ToList();
        switch (intent)
        {
            case "report-progress" or "amend-report" or "withdraw-report":
                told = ReportedPeriod.Of(line.Text, told, now);
                break;
            case "set-reminder" or "snooze" when IsRepeated(line.Text):
                told = [];
                break;
            case "set-reminder" or "snooze":
                told = told.Where(t => t.Kind is TimeKind.Moment or TimeKind.Date).Take(1).ToList();
                if (told is [{ Kind: TimeKind.Date }] && times.Find(t => t.Kind == TimeKind.Moment) is { } moment) told = [moment];
                break;
            case "request-extension" or "approve-extension" or "reject-extension":
                told = NewDueDay(line.Text, told);
                break;
            case "complete-milestone":
                told = told.Where(t => t.Kind == TimeKind.Date).Take(1).ToList();
                break;
        }

        foreach (var time in told)
        {
            var (slot, value) = time.Kind switch
            {
                TimeKind.Date => ("date", $"{time.Date:yyyy-MM-dd}"),
                TimeKind.Range => ("range", $"{time.Range!.Value.From:yyyy-MM-dd}..{time.Range.Value.To:yyyy-MM-dd}"),
                TimeKind.Period => ("period", time.Period!),
                _ => ("datetime", $"{time.Moment:yyyy-MM-ddTHH:mm}"),
            };
            sources.Add(Source(line, slot, value, time.Start, time.End));
        }

        var momentsAreDays = intent is not ("set-reminder" or "snooze");
        return slots with
        {
            Dates = [.. told.Where(t => t.Kind == TimeKind.Date || (momentsAreDays && t.Kind == TimeKind.Moment && t.End - t.Start > 3)).Select(t => t.Date ?? DateOnly.FromDateTime(t.Moment!.Value)).Distinct()],
            Ranges = [.. told.Where(t => t.Kind == TimeKind.Range).Select(t => t.Range!.Value).Distinct()],
            Periods = [.. told.Where(t => t.Kind == TimeKind.Period).Select(t => t.Period!).Distinct(StringComparer.Ordinal)],
            DateTimes = momentsAreDays ? [] : [.. told.Where(t => t.Kind == TimeKind.Moment).Select(t => t.Moment!.Value).Distinct()],
        };
    }

    private static bool IsRepeated(string text)
    {
        var every = text.IndexOf('每', StringComparison.Ordinal);
        return text.Contains("天天", StringComparison.Ordinal) || (every >= 0 && every + 1 < text.Length && text[every + 1] is '天' or '日' or '周' or '月' or '个' or '星' or '礼' or '季' or '晚' or '早' or '年' or '隔');
    }

    /// <summary>The new due day: the one after 到, 至, 延; the old one is not labelled.</summary>
    private static List<TimeMark> NewDueDay(string text, List<TimeMark> told)
    {
        if (told.Count <= 1) return told;
        var after = told.FindLast(t => text.AsSpan(0, t.Start).TrimEnd() is var before && (before.EndsWith("到") || before.EndsWith("至") || before.EndsWith("为") || before.EndsWith("成") || before.EndsWith("延") || before.EndsWith("期")));
        return [after ?? told[^1]];
    }

    private static Slots WithPercent(Slots slots, Line line, List<PercentMark> told, List<SlotSource> sources)
    {
        foreach (var mark in told.Where(m => m.Value >= 0)) sources.Add(Source(line, "percent", mark.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), mark.Start, mark.End));
        return slots with
        {
            Percents = [.. told.Where(m => m.Value >= 0).Select(m => m.Value).Distinct()],
            OddPercents = [.. told.Where(m => m.Value < 0).Select(m => line.AsTyped(m.Start, m.End))],
            PercentIsVague = told is [{ Vague: true }],
        };
    }
}
