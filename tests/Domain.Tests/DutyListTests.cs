using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Tests.Domain;

public sealed class DutyListTests
{
    private static readonly DateOnly AsOf = new(2017, 9, 30), YearEnd = new(2017, 12, 31);

    private static ProjectSnapshot Project(string code) => Demo.File2017.Projects.Single(p => p.Project.Code == code);

    private static IReadOnlyList<Duty> For(ProjectSnapshot project, DateOnly today, DateOnly through) => DutyList.For(project, today, through, ProgrammeYear.Default, Demo.Calendar);

    private static string Said(IEnumerable<Duty> duties) => string.Join("; ", duties.Select(d => $"{d.Kind} {d.Target} {d.DueOn:MM-dd} {d.OverdueWorkdays}"));

    [Fact]
    public void What_is_overdue_at_the_end_of_september() => Assert.Equal("Milestone M4 08-31 22; MonthlyReport 2017-08 08-25 26; MonthlyReport 2017-09 09-25 5",
        Said(For(Project("WH2017-06"), AsOf, AsOf).Where(d => d.OverdueWorkdays > 0 && d.Kind is DutyKind.Milestone or DutyKind.MonthlyReport).OrderBy(d => d.Kind == DutyKind.Milestone ? 0 : 1)));

    [Fact]
    public void Next_months_are_listed_until_the_day_asked_for()
    {
        var ahead = For(Project("WH2017-01"), AsOf, YearEnd).Where(d => d.OverdueWorkdays == 0).ToList();
        Assert.Equal(["2017-10", "2017-11", "2017-12"], ahead.Where(d => d.Kind == DutyKind.MonthlyReport).Select(d => d.Target));
        Assert.Equal(["M6", "M7"], ahead.Where(d => d.Kind == DutyKind.Milestone).Select(d => d.Target));
        Assert.Contains(ahead, d => d.Kind == DutyKind.AcceptanceApplication && d.DueOn == new DateOnly(2017, 12, 20));
    }

    [Fact]
    public void A_returned_report_is_owed_within_three_workdays_of_its_return() =>
        Assert.Contains("ReturnedReport 2017-09 10-09", Said(For(Project("WH2017-15"), AsOf, YearEnd)), StringComparison.Ordinal);

    [Fact]
    public void Who_suspended_owes_nothing() => Assert.Empty(For(Project("WH2017-15"), new DateOnly(2017, 4, 25), YearEnd));

    [Fact]
    public void A_promise_not_signed_is_owed_five_workdays_after_the_decision() =>
        Assert.Equal("Commitment commitment 01-26 0", Said(For(Sample.At(Stage.Established, Sample.On(1, 20)), new DateOnly(2017, 1, 23), YearEnd)));

    [Fact]
    public void A_returned_declaration_comes_back_in_three_workdays() =>
        Assert.Equal("ReworkDeclaration declaration 01-16 0", Said(For(Sample.At(Stage.Returned, Sample.On(1, 11)), new DateOnly(2017, 1, 11), YearEnd)));

    [Fact]
    public void A_lower_level_project_is_followed_up_once_a_quarter_by_the_parents_secretary()
    {
        var lower = Demo.File2017.LowerLevel[0].Snapshot;
        Assert.DoesNotContain(For(lower, AsOf, AsOf), d => d.Kind == DutyKind.FollowUp);
        var october = Assert.Single(For(lower, new DateOnly(2017, 10, 20), YearEnd), d => d.Kind == DutyKind.FollowUp);
        Assert.Equal([Role.Secretary], october.Owes);
        Assert.Equal(new DateOnly(2017, 12, 29), october.DueOn);
    }

    [Fact]
    public void The_district_owes_answers_too()
    {
        var duties = DistrictDuties.For(Demo.File2017.Projects, new DateOnly(2017, 9, 26), ProgrammeYear.Default, Demo.Calendar);
        Assert.All(duties, d => Assert.DoesNotContain(Role.Liaison, d.Owes));
        Assert.Contains(duties, d => d.Kind == DutyKind.ReportAcceptance && d.Target == "2017-09");
        Assert.Contains(DistrictDuties.For(Demo.File2017.Projects, new DateOnly(2017, 7, 10), ProgrammeYear.Default, Demo.Calendar), d => d is { Kind: DutyKind.DistrictHelp, ProjectId: "WH2017-07", Target: "I-07-1" });
        Assert.Equal(new DateOnly(2017, 10, 16), DistrictDuties.BulletinDueOn(new Quarter(2017, 3), Demo.Calendar));
    }
}
