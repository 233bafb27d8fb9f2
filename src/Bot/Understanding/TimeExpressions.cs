using PartyProjects.Domain.Calendar;

namespace PartyProjects.Bot.Understanding;

/// <summary>What a time expression names.</summary>
public enum TimeKind { Date, Range, Period, Moment, Duration }

/// <summary>One time expression: [Start, End) of the even text and what it names; Duration and vague times carry no value but take their place.</summary>
public sealed record TimeMark(int Start, int End, TimeKind Kind)
{
    public DateOnly? Date { get; init; }
    public DateRange? Range { get; init; }
    public string? Period { get; init; }
    public DateTime? Moment { get; init; }

    /// <summary>It looks like a day but there is none (2月30日, 第五季度).</summary>
    public bool Impossible { get; init; }

    /// <summary>Around when a vague time lies (9月初), for telling what is to come; it labels nothing.</summary>
    public DateOnly? About { get; init; }

    /// <summary>A day of the month said without its month; the end of a range takes the month of its beginning.</summary>
    public int? BareDay { get; init; }

    /// <summary>A weekday said without its week.</summary>
    public bool IsBareWeekday { get; init; }

    /// <summary>X前: the bound before it was turned into a range.</summary>
    public bool IsBound { get; init; }
}

/// <summary>
/// Time expressions of the development set's README: relative days and weeks, months, quarters, 旬, festivals, X前, N天内, 以来, 截至 and moments.
/// Everything counts from <c>now</c>; nothing that does not exist is ever given.
/// </summary>
public sealed partial class TimeExpressions
{
    private readonly IReadOnlyList<CalendarYear> _holidays;

    public TimeExpressions(IReadOnlyList<CalendarYear> holidays) => _holidays = holidays;

    /// <param name="text">The even text.</param>
    /// <param name="now">China local.</param>
    /// <param name="back">The line tells what happened (bare days and months are looked for in the past) rather than what is to come.</param>
    public List<TimeMark> Find(string text, DateTime now, bool back)
    {
        var reader = new Reader(text, now, back, _holidays);
        var marks = new List<TimeMark>();
        for (var i = 0; i < text.Length;)
        {
            if (StartsTime(text[i]) && reader.ReadAt(i) is { } mark && mark.End > i)
            {
                marks.Add(mark);
                i = mark.End;
            }
            else
            {
                i++;
            }
        }

        return Joined(text, marks, now);
    }

    private static bool StartsTime(char c) => Numerals.IsNumeral(c) || "今明后大昨前本这当下上月年季周星礼国元春清劳五端中建八儿妇三重除教未近最过再早晚半全去第q截截从自打到底年接往".Contains(c, StringComparison.Ordinal);

    /// <summary>从X到Y, X至Y, X—Y become one range; X以来 and 从X到现在 run to today; 截至X is the day X.</summary>
    private static List<TimeMark> Joined(string text, List<TimeMark> marks, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        for (var i = 0; i < marks.Count; i++)
        {
            var rest = text.AsSpan(marks[i].End);
            if (rest.StartsWith("以来") || rest.StartsWith("至今") || rest.StartsWith("到现在") || rest.StartsWith("到目前") || rest.StartsWith("到今天") || rest.StartsWith("至目前") || rest.StartsWith("开始到现在"))
            {
                if (FirstDay(marks[i]) is not { } from || from > today) continue;
                var end = marks[i].End + (rest.StartsWith("以来") || rest.StartsWith("至今") ? 2 : rest.StartsWith("开始") ? 5 : 3);
                if (i + 1 < marks.Count && marks[i + 1].Start < end) marks.RemoveAt(i + 1);
                marks[i] = new TimeMark(marks[i].Start, end, TimeKind.Range) { Range = new DateRange(from, today) };
                continue;
            }

            if (i + 1 >= marks.Count) continue;
            var next = marks[i + 1];
            var between = text.AsSpan(marks[i].End, next.Start - marks[i].End).Trim();
            if (between.Length is 0 or > 1 || !"到至-—~".Contains(between[0], StringComparison.Ordinal) || marks[i].Kind == TimeKind.Moment || next.Kind == TimeKind.Moment) continue;
            if (FirstDay(marks[i]) is { } first && LastDay(Following(first, next)) is { } last && first <= last)
            {
                marks[i] = new TimeMark(marks[i].Start, next.End, TimeKind.Range) { Range = new DateRange(first, last) };
                marks.RemoveAt(i + 1);
            }
        }

        return marks;
    }

    /// <summary>6月10日到15日, 周一到周三: the end is counted from the beginning.</summary>
    private static TimeMark Following(DateOnly first, TimeMark end)
    {
        if (end.BareDay is { } day && day <= DateTime.DaysInMonth(first.Year, first.Month)) return end with { Date = new DateOnly(first.Year, first.Month, day) };
        return end is { IsBareWeekday: true, Date: { } on } ? end with { Date = first.AddDays((((int)on.DayOfWeek - (int)first.DayOfWeek) + 7) % 7) } : end;
    }

    internal static DateOnly? FirstDay(TimeMark mark) => mark.Kind switch
    {
        TimeKind.Date => mark.Date,
        TimeKind.Range => mark.Range?.From,
        TimeKind.Period when mark.Period is { } p => Span(p).From,
        TimeKind.Moment when mark.Moment is { } m => DateOnly.FromDateTime(m),
        _ => mark.About,
    };

    internal static DateOnly? LastDay(TimeMark mark) => mark.Kind switch
    {
        TimeKind.Date => mark.Date,
        TimeKind.Range => mark.Range?.To,
        TimeKind.Period when mark.Period is { } p => Span(p).To,
        _ => null,
    };

    /// <summary>First and last day of 2017-06, 2017-Q2 or 2017.</summary>
    internal static DateRange Span(string period)
    {
        if (Domain.Period.TryParse(period, out var month)) return new DateRange(month.FirstDay, month.LastDay);
        if (Domain.Quarter.TryParse(period, out var quarter)) return new DateRange(quarter.FirstDay, quarter.LastDay);
        var year = int.Parse(period, System.Globalization.CultureInfo.InvariantCulture);
        return new DateRange(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
    }
}
