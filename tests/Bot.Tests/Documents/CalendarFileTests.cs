using System.Text;
using PartyProjects.Bot.Documents;

namespace PartyProjects.Tests.Bot.Documents;

public class CalendarFileTests
{
    private static readonly DateTime Now = new(2017, 9, 20, 1, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_deadline_is_an_entry_in_china_time_that_ends_when_the_time_is_up()
    {
        var text = Write(new CalendarEntry("report-2017-09@x", new DateOnly(2017, 9, 25), new TimeOnly(18, 0), "9月月报截止", ""));
        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VCALENDAR\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTEND;TZID=Asia/Shanghai:20170925T180000\r\n", text, StringComparison.Ordinal);
        Assert.Contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_without_an_hour_takes_the_whole_day()
    {
        var text = Write(new CalendarEntry("m4@x", new DateOnly(2017, 9, 30), null, "M4", ""));
        Assert.Contains("DTSTART;VALUE=DATE:20170930\r\nDTEND;VALUE=DATE:20171001\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_line_is_longer_than_75_octets_and_no_character_is_torn()
    {
        var summary = string.Concat(Enumerable.Repeat("党组织书记亲自抓;落实,", 12));
        var text = Write(new CalendarEntry("a@x", new DateOnly(2017, 9, 30), null, summary, summary));
        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.DoesNotContain('\uFFFD', text);
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Contains("SUMMARY:" + summary.Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal), unfolded, StringComparison.Ordinal);
    }

    private static string Write(params CalendarEntry[] entries) => Encoding.UTF8.GetString(CalendarFile.Write("我的时限", entries, Now));
}
