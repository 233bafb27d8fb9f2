using System.Globalization;

namespace PartyProjects.Domain;

/// <summary>A calendar month, printed <c>2017-09</c>.</summary>
public readonly record struct Period(int Year, int Month) : IComparable<Period>
{
    public DateOnly FirstDay => new(Year, Month, 1);
    public DateOnly LastDay => new(Year, Month, DateTime.DaysInMonth(Year, Month));
    public int Quarter => (Month + 2) / 3;

    public static Period Of(DateOnly day) => new(day.Year, day.Month);

    public Period Add(int months) => Of(FirstDay.AddMonths(months));

    public int CompareTo(Period other) => (Year, Month).CompareTo((other.Year, other.Month));

    public static bool operator <(Period a, Period b) => a.CompareTo(b) < 0;

    public static bool operator >(Period a, Period b) => a.CompareTo(b) > 0;

    public static bool operator <=(Period a, Period b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Period a, Period b) => a.CompareTo(b) >= 0;

    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (text is not { Length: 7 } || text[4] != '-') return false;
        if (!int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var y)) return false;
        if (!int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var m)) return false;
        if (m is < 1 or > 12 || y < 1) return false;
        period = new Period(y, m);
        return true;
    }

    public static Period Parse(string text) => TryParse(text, out var p) ? p : throw new FormatException($"not a month yyyy-MM: {text}");

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Month:00}");
}

/// <summary>A calendar quarter, printed <c>2017-Q3</c>.</summary>
public readonly record struct Quarter(int Year, int Number)
{
    public DateOnly FirstDay => new(Year, (Number * 3) - 2, 1);

    /// <summary>The lock: last day of the quarter.</summary>
    public DateOnly LastDay => FirstDay.AddMonths(3).AddDays(-1);

    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    /// <summary>Accepts 2017-Q3 and 2017Q3.</summary>
    public static bool TryParse(string? text, out Quarter quarter)
    {
        quarter = default;
        var t = text?.Trim().ToUpperInvariant().Replace("-", "", StringComparison.Ordinal);
        if (t is not { Length: 6 } || t[4] != 'Q') return false;
        if (!int.TryParse(t.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var y) || y < 1) return false;
        if (t[5] is < '1' or > '4') return false;
        quarter = new Quarter(y, t[5] - '0');
        return true;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-Q{Number}");
}

public enum ReportEventKind { Submit, Amend, Withdraw, Return, Resubmit, Accept }

/// <summary>What happened to a monthly report (contracts.md section 5). Submit, Amend and Resubmit carry the content then on file.</summary>
public sealed record ReportEvent
{
    public required ReportEventKind Kind { get; init; }

    /// <summary>China local moment; the first Submit by 18:00 of the due day is on time.</summary>
    public required DateTime At { get; init; }
    public required string By { get; init; }

    /// <summary>Whole percent, cumulative, as filed by this event.</summary>
    public int? Percent { get; init; }
    public string? Done { get; init; }
    public string? Problem { get; init; }
    public string? Plan { get; init; }

    /// <summary>Why it was returned (at least 10 characters), lowered or amended.</summary>
    public string? Reason { get; init; }

    /// <summary>Who drafted it where the secretary only confirmed: both names are kept.</summary>
    public string? DraftedBy { get; init; }
}

/// <summary>月报 of one project for one month: its events, in order; status, percent and text follow from them.</summary>
public sealed record MonthlyReport
{
    public required Period Period { get; init; }

    /// <summary>免报, with the reason.</summary>
    public bool Exempt { get; init; }
    public string? ExemptReason { get; init; }
    public IReadOnlyList<ReportEvent> Events { get; init; } = [];
}
