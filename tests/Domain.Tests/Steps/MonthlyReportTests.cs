using PartyProjects.Domain;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Tests.Domain.Steps;

public sealed class MonthlyReportTests
{
    private static readonly ReportContent Good = new(70, "签约入驻8家,挂牌运行", "无", "启动社区服务项目征集");

    /// <summary>WH2017-03 as filed up to August: 57%.</summary>
    private static ProjectSnapshot UpToAugust => Demo.File2017.Projects.Single(p => p.Project.Code == "WH2017-03") is var p ? p with { Reports = [.. p.Reports.Where(r => r.Period.Month <= 8)] } : throw new InvalidOperationException();

    private static Decision<ReportEvent> File(ProjectSnapshot project, ReportContent content, DateTime at, int month = 9) =>
        MonthlyReportFiling.File(project, new Period(2017, month), content, Sample.Secretary, null, at, ProgrammeYear.Default, Demo.Calendar, Sample.Words);

    private static ProjectSnapshot Filed(params ReportEvent[] more) => UpToAugust with
    {
        Reports = [.. UpToAugust.Reports, new MonthlyReport { Period = new(2017, 9), Events = [new() { Kind = ReportEventKind.Submit, At = Sample.On(9, 22), By = Sample.Secretary, Percent = 64, Done = "d", Problem = "无", Plan = "p" }, .. more] }],
    };

    [Fact]
    public void A_report_with_all_parts_is_taken_by_the_secretary_and_keeps_its_words()
    {
        var filed = Sample.Accepted(File(UpToAugust, Good with { Done = " 签约入驻8家 " }, Sample.On(9, 22)));
        Assert.Equal((ReportEventKind.Submit, 70, "签约入驻8家"), (filed.Kind, filed.Percent, filed.Done));
    }

    [Theory]
    [InlineData(101, "签约入驻8家", "无", "启动项目征集", "Report.PercentRange")]
    [InlineData(-1, "签约入驻8家", "无", "启动项目征集", "Report.PercentRange")]
    [InlineData(60, "签约", "无", "启动项目征集", "Report.DoneLength")]
    [InlineData(60, "签约入驻8家", "", "启动项目征集", "Report.ProblemLength")]
    [InlineData(60, "签约入驻8家", "无", "继续", "Report.PlanLength")]
    [InlineData(50, "签约入驻8家", "无", "启动项目征集", "Report.Lower")]
    [InlineData(87, "签约入驻8家", "无", "启动项目征集", "Report.Jump")]
    public void What_is_out_of_its_limits_is_refused_by_name(int percent, string done, string problem, string plan, string key) =>
        Assert.Equal(key, Sample.Refused(File(UpToAugust, new(percent, done, problem, plan), Sample.On(9, 22))));

    [Fact]
    public void Two_hundred_characters_are_taken_and_one_more_is_not()
    {
        Assert.True(File(UpToAugust, Good with { Done = new string('签', 200) }, Sample.On(9, 22)).IsAccepted);
        var refused = Assert.IsType<Decision<ReportEvent>.Refused>(File(UpToAugust, Good with { Done = new string('签', 201) }, Sample.On(9, 22))).Why;
        Assert.Equal((201, 200), ((int)refused.Facts["length"]!, (int)refused.Facts["most"]!));
    }

    [Fact]
    public void A_lower_percent_names_both_numbers_and_is_taken_with_its_reason()
    {
        var why = Assert.IsType<Decision<ReportEvent>.Refused>(File(UpToAugust, Good with { Percent = 50 }, Sample.On(9, 22))).Why;
        Assert.Equal((57, 50), ((int)why.Facts["before"]!, (int)why.Facts["now"]!));
        Assert.Equal("两家退出", Sample.Accepted(File(UpToAugust, Good with { Percent = 50, LoweredBecause = "两家退出" }, Sample.On(9, 22))).Reason);
    }

    [Fact]
    public void A_jump_of_thirty_points_is_taken_once_confirmed() =>
        Assert.True(File(UpToAugust, Good with { Percent = 87, JumpConfirmed = true }, Sample.On(9, 22)).IsAccepted);

    [Theory]
    [InlineData(86, "签约入驻8家", "无", null)]
    [InlineData(87, "签约入驻8家", "无", "Report.AboveCeiling")]
    [InlineData(70, "各项工作继续推进", "无", "Report.Empty")]
    [InlineData(70, "继续推进,签约入驻2家", "无", null)]
    [InlineData(70, "签约入驻8家", "近期忙于其他工作,进展不大", "Report.OtherWork")]
    public void What_is_only_doubtful_is_warned_of(int percent, string done, string problem, string? warning)
    {
        var decision = File(UpToAugust, new(percent, done, problem, "启动项目征集") { JumpConfirmed = true }, Sample.On(9, 22));
        Assert.Equal(warning is null ? [] : [warning], Assert.IsType<Decision<ReportEvent>.Accepted>(decision).Warnings.Select(w => w.Key));
    }

    [Fact]
    public void The_ceiling_names_the_node_to_close_first()
    {
        var warning = Assert.Single(Assert.IsType<Decision<ReportEvent>.Accepted>(File(UpToAugust, Good with { Percent = 90, JumpConfirmed = true }, Sample.On(9, 22))).Warnings);
        Assert.Equal((86m, "M4"), ((decimal)warning.Facts["ceiling"]!, (string)warning.Facts["milestone"]!));
    }

    [Fact]
    public void A_month_to_come_a_month_before_the_project_and_an_exempt_month_are_not_filed()
    {
        Assert.Equal("Report.Future", Sample.Refused(File(UpToAugust, Good, Sample.On(9, 22), month: 10)));
        var lateStart = Sample.At(Stage.InProgress, Sample.On(3, 21));
        Assert.Equal("Report.TooEarly", Sample.Refused(File(lateStart, Good with { JumpConfirmed = true }, Sample.On(4, 22), month: 3)));
        var exempt = UpToAugust with { Reports = [.. UpToAugust.Reports, new MonthlyReport { Period = new(2017, 9), Exempt = true }] };
        Assert.Equal("Report.Exempt", Sample.Refused(File(exempt, Good, Sample.On(9, 22))));
    }

    [Theory]
    [InlineData(Stage.Suspended)]
    [InlineData(Stage.Established)]
    [InlineData(Stage.Terminated)]
    public void Only_a_running_project_reports(Stage stage) => Assert.Equal("Report.NotRunning", Sample.Refused(File(Sample.At(stage), Good, Sample.On(9, 22))));

    [Fact]
    public void A_past_month_may_be_filed_as_long_as_the_project_runs_and_clears_what_is_outstanding_from_that_day()
    {
        var project = UpToAugust with { Reports = [.. UpToAugust.Reports.Where(r => r.Period.Month != 8)] };
        var late = Sample.Accepted(File(project, Good with { Percent = 57 }, Sample.On(9, 11), month: 8));
        var filed = project with { Reports = [.. project.Reports, new MonthlyReport { Period = new(2017, 8), Events = [late] }] };
        Assert.Equal([new Period(2017, 8)], MonthlyReportDue.Outstanding(filed, new(2017, 9, 10), ProgrammeYear.Default, Demo.Calendar));
        Assert.Empty(MonthlyReportDue.Outstanding(filed, new(2017, 9, 11), ProgrammeYear.Default, Demo.Calendar));
    }

    [Fact]
    public void A_report_filed_twice_is_refused_and_a_returned_one_is_filed_again()
    {
        Assert.Equal("Report.AlreadyFiled", Sample.Refused(File(Filed(), Good, Sample.On(9, 25))));
        var returned = Filed(Sample.Accepted(MonthlyReportFiling.Judge(Filed(), new(2017, 9), accept: false, "未列明签约企业户数,请补充", "区委组织部", Sample.On(9, 25))));
        Assert.Equal(ReportEventKind.Resubmit, Sample.Accepted(File(returned, Good, Sample.On(9, 26))).Kind);
    }

    [Fact]
    public void A_return_needs_ten_characters_of_reason() =>
        Assert.Equal("Report.ReturnReason", Sample.Refused(MonthlyReportFiling.Judge(Filed(), new(2017, 9), accept: false, "太笼统", "区委组织部", Sample.On(9, 25))));

    [Fact]
    public void It_is_changed_or_withdrawn_within_a_day_and_before_acceptance()
    {
        var period = new Period(2017, 9);
        Assert.Equal(ReportEventKind.Amend, Sample.Accepted(MonthlyReportFiling.Amend(Filed(), period, Good, Sample.Secretary, Sample.On(9, 23), ProgrammeYear.Default, Sample.Words)).Kind);
        Assert.Equal(ReportEventKind.Withdraw, Sample.Accepted(MonthlyReportFiling.Withdraw(Filed(), period, Sample.Secretary, Sample.On(9, 22, 20))).Kind);
        Assert.Equal("Report.TooLateToChange", Sample.Refused(MonthlyReportFiling.Withdraw(Filed(), period, Sample.Secretary, Sample.On(9, 23, 11))));
        var accepted = Filed(new ReportEvent { Kind = ReportEventKind.Accept, At = Sample.On(9, 22, 15), By = "" });
        Assert.Equal("Report.AlreadyAccepted", Sample.Refused(MonthlyReportFiling.Withdraw(accepted, period, Sample.Secretary, Sample.On(9, 22, 16))));
        Assert.Equal("Report.NothingFiled", Sample.Refused(MonthlyReportFiling.Withdraw(UpToAugust, period, Sample.Secretary, Sample.On(9, 22))));
    }

    [Fact]
    public void A_withdrawn_month_is_unfiled_again_and_an_amended_one_keeps_its_first_time()
    {
        var due = new DateOnly(2017, 9, 25);
        var withdrawn = Filed(new ReportEvent { Kind = ReportEventKind.Withdraw, At = Sample.On(9, 22, 20), By = "" });
        Assert.Equal(ReportStatus.Missing, withdrawn.Report(new(2017, 9)).StatusAt(new(2017, 9, 25), due));
        Assert.Equal(0, QuarterScore(withdrawn));
        Assert.Equal(5, QuarterScore(Filed(new ReportEvent { Kind = ReportEventKind.Amend, At = Sample.On(9, 26), By = "", Percent = 66 })));

        int QuarterScore(ProjectSnapshot p) => PartyProjects.Domain.Supervision.QuarterScore.ReportPoints(p.Report(new(2017, 9)), due, new(2017, 9, 30), ProgrammeYear.Default, Demo.Calendar);
    }

    [Fact]
    public void Five_workdays_of_silence_accept_a_report()
    {
        Assert.DoesNotContain(MonthlyReportFiling.AcceptedBySilence(Filed(), new(2017, 9, 29), "系统", Demo.Calendar), a => a.Period.Month == 9);
        Assert.Equal(Sample.On(9, 30, 0), Assert.Single(MonthlyReportFiling.AcceptedBySilence(Filed(), new(2017, 9, 30), "系统", Demo.Calendar), a => a.Period.Month == 9).Event.At);
    }

    [Theory]
    [InlineData(17, 59, 5)]
    [InlineData(18, 0, 5)]
    [InlineData(18, 1, 3)]
    public void On_time_is_by_18_00_of_the_due_day(int hour, int minute, int points)
    {
        var report = new MonthlyReport { Period = new(2017, 9), Events = [new() { Kind = ReportEventKind.Submit, At = new DateTime(2017, 9, 25, hour, minute, 0), By = "", Percent = 1 }] };
        Assert.Equal(points, PartyProjects.Domain.Supervision.QuarterScore.ReportPoints(report, new(2017, 9, 25), new(2017, 9, 30), ProgrammeYear.Default, Demo.Calendar));
    }
}
