using System.Globalization;

namespace PartyProjects.Scheduler.Nudges;

/// <summary>A push slot of a workday: 09:00 (digest) or 15:00 (last call for today's deadlines); China local (domain.md section 6).</summary>
public readonly record struct Slot(DateOnly Day, TimeOnly At) : IComparable<Slot>
{
    public static readonly TimeOnly MorningAt = new(9, 0), LastCallAt = new(15, 0);

    /// <summary>A run that starts this soon after its moment still is that slot's run; later it was missed and what is still true goes out with the next.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(30);

    public DateTime Moment => Day.ToDateTime(At);

    public bool IsMorning => At == MorningAt;

    public static Slot Morning(DateOnly day) => new(day, MorningAt);

    public static Slot LastCall(DateOnly day) => new(day, LastCallAt);

    /// <summary>Slots in (after, through], workdays only, make-up Saturdays included.</summary>
    public static IEnumerable<Slot> Between(DateTime after, DateTime through, Func<DateOnly, bool> isWorkday)
    {
        for (var day = DateOnly.FromDateTime(after); day <= DateOnly.FromDateTime(through); day = day.AddDays(1))
        {
            if (!isWorkday(day)) continue;
            foreach (var slot in (Slot[])[Morning(day), LastCall(day)])
            {
                if (slot.Moment > after && slot.Moment <= through) yield return slot;
            }
        }
    }

    public int CompareTo(Slot other) => Moment.CompareTo(other.Moment);

    public static bool operator <(Slot a, Slot b) => a.CompareTo(b) < 0;

    public static bool operator >(Slot a, Slot b) => a.CompareTo(b) > 0;

    public static bool operator <=(Slot a, Slot b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Slot a, Slot b) => a.CompareTo(b) >= 0;

    public string Time => At.ToString("HH:mm", CultureInfo.InvariantCulture);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyy-MM-dd} {At:HH:mm}");
}
