namespace PartyProjects.Domain.Calendar;

/// <summary>The only place where a clock becomes a day. All dates of the programme are Asia/Shanghai.</summary>
public static class ChinaTime
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The local moment, kind Unspecified.</summary>
    public static DateTime LocalNow(this TimeProvider clock) => Local(clock.GetUtcNow());

    public static DateOnly LocalToday(this TimeProvider clock) => DateOnly.FromDateTime(clock.LocalNow());

    public static DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>The instant of a local moment. A moment that summer time (1986–1991) skipped or doubled takes the standard offset.</summary>
    public static DateTimeOffset Instant(DateTime local)
    {
        var moment = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(moment, Zone.GetUtcOffset(moment));
    }
}
