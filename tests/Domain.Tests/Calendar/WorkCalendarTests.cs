using CsCheck;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Tests.Domain.Calendar;

public sealed class WorkCalendarTests
{
    private static readonly WorkCalendar Calendar = Demo.Calendar;
    private static readonly Gen<DateOnly> Days = Gen.Int[new DateOnly(2004, 1, 1).DayNumber, new DateOnly(2028, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);

    [Theory]
    [InlineData("2017-09-30", true)]
    [InlineData("2017-10-02", false)]
    [InlineData("2017-02-04", true)]
    [InlineData("2026-02-17", false)]
    [InlineData("2017-09-16", false)]
    public void Make_up_days_work_and_published_holidays_do_not(string day, bool works) => Assert.Equal(works, Calendar.IsWorkday(DateOnly.Parse(day)));

    [Fact]
    public void A_year_nobody_published_counts_monday_to_friday_and_says_so()
    {
        Assert.True(Calendar.Knows(2004) && Calendar.Knows(2026));
        Assert.False(Calendar.Knows(2030));
        Assert.Equal(Sample.Days(2030).Count(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)), Sample.Days(2030).Count(Calendar.IsWorkday));
    }

    [Fact]
    public void Monthly_reports_of_2017_are_due_on_the_days_of_section_6()
    {
        string[] due = ["1-25", "2-27", "3-27", "4-25", "5-25", "6-26", "7-25", "8-25", "9-25", "10-25", "11-27", "12-25"];
        Assert.Equal(due, Enumerable.Range(1, 12).Select(m => MonthlyReportDue.DueOn(new Period(2017, m), ProgrammeYear.Default, Calendar)).Select(d => $"{d.Month}-{d.Day}"));
    }

    [Fact]
    public void Adding_and_counting_workdays_are_each_others_inverse() => Gen.Select(Days, Gen.Int[0, 60]).Sample((day, n) =>
    {
        var later = Calendar.AddWorkdays(day, n);
        Assert.Equal(n, Calendar.WorkdaysBetween(day, later));
        Assert.True(n == 0 || Calendar.IsWorkday(later));
    });

    [Fact]
    public void Counting_is_additive() => Gen.Select(Days, Gen.Int[0, 90], Gen.Int[0, 90]).Sample((day, a, b) =>
        Assert.Equal(Calendar.WorkdaysBetween(day, day.AddDays(a + b)), Calendar.WorkdaysBetween(day, day.AddDays(a)) + Calendar.WorkdaysBetween(day.AddDays(a), day.AddDays(a + b))));

    [Fact]
    public void A_deadline_moves_forward_to_a_workday_but_never_out_of_its_month() => Days.Sample(day =>
    {
        var due = Calendar.Deadline(day);
        Assert.True(Calendar.IsWorkday(due));
        Assert.Equal((day.Year, day.Month), (due.Year, due.Month));
        Assert.True(due >= day || Calendar.OnOrAfter(day).Month != day.Month);
    });

    [Fact]
    public void A_node_due_moves_back_to_the_nearest_workday() => Days.Sample(day =>
    {
        var due = Calendar.OnOrBefore(day);
        Assert.True(due <= day && Calendar.IsWorkday(due) && Calendar.WorkdaysBetween(due, day) == 0);
    });

    [Fact]
    public void Chinas_day_begins_eight_hours_before_that_of_utc()
    {
        Assert.Equal(new DateTime(2017, 9, 26, 0, 30, 0), ChinaTime.Local(new DateTimeOffset(2017, 9, 25, 16, 30, 0, TimeSpan.Zero)));
        Assert.Equal(new DateTimeOffset(2017, 9, 25, 1, 0, 0, TimeSpan.Zero), ChinaTime.Instant(new DateTime(2017, 9, 25, 9, 0, 0)));
    }
}
