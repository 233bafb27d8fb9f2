using System.Globalization;
using System.Text;

namespace PartyProjects.Bot.Documents;

/// <summary>A deadline of a personal calendar. Times are China local; an all-day entry where <paramref name="At"/> is null.</summary>
public sealed record CalendarEntry(string Uid, DateOnly Day, TimeOnly? At, string Summary, string Description, int Sequence = 0, bool Cancelled = false);

/// <summary>Writes a deadline calendar as iCalendar (RFC 5545): folded lines, escaped text, its own Asia/Shanghai time zone, an alarm a day before.</summary>
public static class CalendarFile
{
    private const int LongestLine = 75;

    /// <summary>UTF-8 bytes with CRLF. <paramref name="now"/> is UTC.</summary>
    public static byte[] Write(string name, IEnumerable<CalendarEntry> entries, DateTime now)
    {
        var text = new StringBuilder();
        void Line(string content) => Fold(text, content);
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//PartyProjects//Deadlines//ZH");
        Line("CALSCALE:GREGORIAN");
        Line("METHOD:PUBLISH");
        Line("X-WR-CALNAME:" + Escape(name));
        Line("X-WR-TIMEZONE:Asia/Shanghai");
        Line("REFRESH-INTERVAL;VALUE=DURATION:PT6H");
        Line("BEGIN:VTIMEZONE");
        Line("TZID:Asia/Shanghai");
        Line("BEGIN:STANDARD");
        Line("DTSTART:19910915T000000");
        Line("TZOFFSETFROM:+0900");
        Line("TZOFFSETTO:+0800");
        Line("TZNAME:CST");
        Line("END:STANDARD");
        Line("END:VTIMEZONE");
        foreach (var entry in entries)
        {
            Line("BEGIN:VEVENT");
            Line("UID:" + entry.Uid);
            Line("DTSTAMP:" + now.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Line("SEQUENCE:" + entry.Sequence.ToString(CultureInfo.InvariantCulture));
            if (entry.At is { } at)
            {
                Line("DTSTART;TZID=Asia/Shanghai:" + Moment(entry.Day, at.AddMinutes(-30)));
                Line("DTEND;TZID=Asia/Shanghai:" + Moment(entry.Day, at));
            }
            else
            {
                Line("DTSTART;VALUE=DATE:" + Day(entry.Day));
                Line("DTEND;VALUE=DATE:" + Day(entry.Day.AddDays(1)));
            }

            Line("SUMMARY:" + Escape(entry.Summary));
            if (entry.Description.Length > 0) Line("DESCRIPTION:" + Escape(entry.Description));
            Line("STATUS:" + (entry.Cancelled ? "CANCELLED" : "CONFIRMED"));
            Line("TRANSP:TRANSPARENT");
            Line("BEGIN:VALARM");
            Line("ACTION:DISPLAY");
            Line("DESCRIPTION:" + Escape(entry.Summary));
            Line("TRIGGER:-P1D");
            Line("END:VALARM");
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static string Moment(DateOnly day, TimeOnly at) => day.ToDateTime(at).ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace("\r", "", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>A line is at most 75 octets; it is folded between characters, never inside one.</summary>
    private static void Fold(StringBuilder text, string content)
    {
        var octets = 0;
        foreach (var rune in content.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
