using System.Collections.Frozen;

namespace PartyProjects.Domain.Calendar;

/// <summary>Days off and make-up workdays of one year, as the State Council published them.</summary>
public sealed record CalendarYear(int Year, IReadOnlyDictionary<DateOnly, string> Holidays, IReadOnlySet<DateOnly> MakeupWorkdays);

/// <summary>Workdays of the programme (domain.md section 6): published days off and make-up days, else Monday to Friday. All spans count calendar days of China.</summary>
public sealed class WorkCalendar
{
    private readonly FrozenDictionary<int, CalendarYear> _years;
    private readonly FrozenDictionary<DateOnly, bool> _district;

    /// <param name="years">Published years.</param>
    /// <param name="districtDays">Days that the district itself declared working (true) or off (false).</param>
    public WorkCalendar(IEnumerable<CalendarYear> years, IEnumerable<KeyValuePair<DateOnly, bool>>? districtDays = null)
    {
        _years = years.ToFrozenDictionary(y => y.Year);
        _district = (districtDays ?? []).ToFrozenDictionary();
    }

    /// <summary>False for a year nobody has published yet: it counts Monday to Friday and every answer that rests on it carries a warning.</summary>
    public bool Knows(int year) => _years.ContainsKey(year);

    public IEnumerable<CalendarYear> Years => _years.Values.OrderBy(y => y.Year);

    public bool IsWorkday(DateOnly day)
    {
        if (_district.TryGetValue(day, out var works)) return works;
        if (_years.TryGetValue(day.Year, out var year))
        {
            if (year.Holidays.ContainsKey(day)) return false;
            if (year.MakeupWorkdays.Contains(day)) return true;
        }

        return day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
    }

    /// <summary>The day itself when it is a workday, else the next one.</summary>
    public DateOnly OnOrAfter(DateOnly day)
    {
        while (!IsWorkday(day)) day = day.AddDays(1);
        return day;
    }

    /// <summary>The day itself when it is a workday, else the one before: how node dues are planned.</summary>
    public DateOnly OnOrBefore(DateOnly day)
    {
        while (!IsWorkday(day)) day = day.AddDays(-1);
        return day;
    }

    /// <summary>节假日顺延: forward to the next workday; if that leaves the month, the month's last workday.</summary>
    public DateOnly Deadline(DateOnly day)
    {
        var shifted = OnOrAfter(day);
        return shifted.Month == day.Month ? shifted : OnOrBefore(day);
    }

    /// <summary>n workdays after (n &gt; 0) or before (n &lt; 0) the day, which itself does not count; n = 0 is the day.</summary>
    public DateOnly AddWorkdays(DateOnly day, int n)
    {
        var step = Math.Sign(n);
        for (var left = Math.Abs(n); left > 0;)
        {
            day = day.AddDays(step);
            if (IsWorkday(day)) left--;
        }

        return day;
    }

    /// <summary>Workdays in (after, through]; 0 when through is not later.</summary>
    public int WorkdaysBetween(DateOnly after, DateOnly through)
    {
        var n = 0;
        for (var day = after.AddDays(1); day <= through; day = day.AddDays(1))
        {
            if (IsWorkday(day)) n++;
        }

        return n;
    }

    /// <summary>The n-th workday of a span that starts with the given day (n = 1: the first).</summary>
    public DateOnly NthWorkday(DateOnly from, int n) => AddWorkdays(from.AddDays(-1), n);
}
