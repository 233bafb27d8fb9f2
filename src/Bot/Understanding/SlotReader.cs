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
        slots = WithTimes(slots, line, intent, times, sources, now);
        slots = intent switch
        {
            "report-progress" or "amend-report" => WithPercent(WithReport(slots, line, intent, found, percents, times, now), line, percents, sources),
            "query-status" => WithPercent(slots, line, percents, sources) with { Milestone = One(MilestoneSpans.Read(line, intent, found, times)) },
            "complete-milestone" or "query-deadlines" or "query-responsible" => slots with { Milestone = One(MilestoneSpans.Read(line, intent, found, times)) },
            "request-extension" => slots with { Milestone = One(MilestoneSpans.Read(line, intent, found, times)), Reason = One(ReasonSpans.Read(line, intent, found, times)) },
            "raise-issue" => slots with { Problem = One(IssueSpans.Read(line, found)) },
            "review-return" or "reject-extension" or "withdraw-report" => slots with { Reason = One(intent == "withdraw-report" ? WithdrawReason(line, found, times) : ReasonSpans.Read(line, intent, found, times)) },
            "score-project" => slots with { Score = ScoreOf(text, found) },
            "bind-account" => slots with { Code = BindingCodes.Find(line) },
            _ => slots,
        };
        return (slots, sources);
    }

    private static IReadOnlyList<string> One(string? span) => span is null ? [] : [span];

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

    /// <summary>The new due day: the one after 到, 至, 延; the old one is not labelled.</summary>
    private static List<TimeMark> NewDueDay(string text, List<TimeMark> told)
    {
        if (told.Count <= 1) return told.ConvertAll(AsDay);
        var after = told.FindLast(t => text.AsSpan(0, t.Start).TrimEnd() is var before && (before.EndsWith("到") || before.EndsWith("至") || before.EndsWith("为") || before.EndsWith("成") || before.EndsWith("延") || before.EndsWith("期")));
        return [AsDay(after ?? told[^1])];

        static TimeMark AsDay(TimeMark t) => t;
    }

    private static Slots WithReport(Slots slots, Line line, string intent, List<NameMark> names, List<PercentMark> percents, List<TimeMark> times, DateTime now)
    {
        if (intent == "amend-report") return AmendSpans.Read(slots, line, names, percents, times, now);
        var (done, problem, plan) = ReportSpans.Read(line, names, Percentages.OfProgress(line.Text, percents), times, now);
        return slots with { Done = done, Problem = problem, Plan = plan, Milestone = One(MilestoneSpans.Read(line, "report-progress", names, times)) };
    }

    private static Slots WithPercent(Slots slots, Line line, List<PercentMark> found, List<SlotSource> sources)
    {
        var told = Percentages.OfProgress(line.Text, found);
        foreach (var mark in told.Where(m => m.Value >= 0)) sources.Add(Source(line, "percent", mark.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), mark.Start, mark.End));
        return slots with
        {
            Percents = [.. told.Where(m => m.Value >= 0).Select(m => m.Value).Distinct()],
            OddPercents = [.. told.Where(m => m.Value < 0).Select(m => line.AsTyped(m.Start, m.End))],
            PercentIsVague = told is [{ Vague: true }],
        };
    }

    private static string? WithdrawReason(Line line, List<NameMark> names, List<TimeMark> times)
    {
        var text = line.Text;
        string[] whys = ["报错", "填错", "写错", "发错", "弄错", "搞错", "重复", "不对", "有误", "多报", "误报", "错了", "因为", "由于", "还没核实", "没核实", "数据不准", "不准确", "没开会", "没定", "重新核", "有问题"];
        return Trim.HasAny(text, whys) ? ReasonSpans.Read(line, "withdraw-report", names, times) : null;
    }

    private static decimal? ScoreOf(string text, List<NameMark> names)
    {
        decimal? score = null;
        for (var i = 0; i < text.Length; i++)
        {
            if (!Numerals.IsNumeral(text[i]) || (i > 0 && Numerals.IsNumeral(text[i - 1])) || names.Exists(n => n.Start <= i && i < n.End)) continue;
            var (value, n) = Numerals.Read(text, i);
            if (n == 0 || value is < 0 or > 100) continue;
            // 八十六点五分: here 点 is never an hour.
            if (text.AsSpan(i + n).StartsWith("点") && i + n + 1 < text.Length && Numerals.Digit(text[i + n + 1]) is >= 0 and var tenth)
            {
                value += tenth / 10m;
                n += 2;
            }

            var marked = text.AsSpan(i + n).StartsWith("分");
            if (marked) return Half(text, i + n + 1, value);
            if (value >= 10 || char.IsAsciiDigit(text[i])) score = value;
            i += n - 1;
        }

        return score;
    }

    /// <summary>八十六分半 is 86.5.</summary>
    private static decimal Half(string text, int at, decimal value) => text.AsSpan(Math.Min(at, text.Length)).StartsWith("半") ? value + 0.5m : value;
}
