using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Tests.Domain.Steps;

public sealed class StepsTests
{
    private static PreReviewForm Form(bool passes, string remark = "") => new()
    {
        Tests = Enum.GetValues<FiveTest>().ToDictionary(t => t, t => passes || t != FiveTest.Quantifiable),
        Principles = Enum.GetValues<SelectionPrinciple>().ToDictionary(p => p, _ => true),
        InPerson = true,
        Remark = remark,
    };

    [Fact]
    public void A_pre_review_passes_only_when_all_is_passed_and_any_fail_is_a_return_with_text()
    {
        var submitted = Sample.At(Stage.Submitted);
        Assert.Equal(Stage.Shortlisted, Sample.Accepted(PreliminaryReview.Conclude(submitted, Form(true), Role.OrgDept, "x", Sample.On(1, 12))).To);
        Assert.Equal(Stage.Returned, Sample.Accepted(PreliminaryReview.Conclude(submitted, Form(false, "目标未量化,请写明数字指标"), Role.OrgDept, "x", Sample.On(1, 12))).To);
        Assert.Equal("Refused.Reason", Sample.Refused(PreliminaryReview.Conclude(submitted, Form(false), Role.OrgDept, "x", Sample.On(1, 12))));
        Assert.Equal("PreReview.Incomplete", Sample.Refused(PreliminaryReview.Conclude(submitted, Form(true) with { InPerson = null }, Role.OrgDept, "x", Sample.On(1, 12))));
        Assert.Equal([FiveTest.Quantifiable], PreliminaryReview.Failing(Form(false)));
    }

    [Fact]
    public void Five_sheets_drop_the_highest_and_the_lowest_three_are_averaged_and_two_cannot_close()
    {
        static PanelSheet Sheet(string judge, int narrow) => new(judge, narrow, 18, 20, 18, 12);
        Assert.Equal(83.00m, Sample.Accepted(PanelScoring.Result("p", [Sheet("a", 0), Sheet("b", 14), Sheet("c", 15), Sheet("d", 16), Sheet("e", 20)])).Average);
        Assert.Equal(80.67m, Sample.Accepted(PanelScoring.Result("p", [Sheet("a", 6), Sheet("b", 14), Sheet("c", 18)])).Average);
        Assert.Equal("Panel.TooFew", Sample.Refused(PanelScoring.Result("p", [Sheet("a", 6), Sheet("b", 14)])));
    }

    [Fact]
    public void A_judge_of_the_same_organisation_is_recused_and_points_have_limits()
    {
        var project = Sample.At(Stage.Shortlisted);
        var sheet = new PanelSheet("a", 20, 20, 25, 20, 15);
        Assert.Null(PanelScoring.Refuse(sheet, project, "other", Sample.On(1, 16), isClosed: false));
        Assert.Equal("Panel.OwnOrganization", PanelScoring.Refuse(sheet, project, project.Project.OrganizationId, Sample.On(1, 16), false)!.Key);
        Assert.Equal("Panel.Points", PanelScoring.Refuse(sheet with { FiveTests = 16 }, project, "other", Sample.On(1, 16), false)!.Key);
        Assert.Equal("Panel.Closed", PanelScoring.Refuse(sheet, project, "other", Sample.On(1, 21), true)!.Key);
    }

    [Fact]
    public void Ties_go_to_difficulty_then_example_then_order_and_cut_and_quota_only_suggest()
    {
        (PanelResult, int)[] results = [(new("a", 80, 15, 20, 5), 1), (new("b", 80, 16, 19, 5), 2), (new("c", 80, 15, 21, 5), 3), (new("d", 74.99m, 20, 25, 5), 4)];
        var ranking = PanelScoring.Rank(results, ProgrammeYear.Default with { Quota = 2 });
        Assert.Equal("b c a d", string.Join(' ', ranking.Select(r => r.Result.ProjectId)));
        Assert.Equal([true, true, false, false], ranking.Select(r => r.SuggestEstablished));
        Assert.Equal(3, PanelScoring.Rank(results, ProgrammeYear.Default).Count(r => r.SuggestEstablished));
    }

    [Fact]
    public void Codes_count_on_from_the_highest_of_their_kind()
    {
        string[] codes = ["WH2017-01", "WH2017-15", "WH2017-S09", "WH2017-02-L1", "WH2017-07-L4", "SB2017-03"];
        Assert.Equal("WH2017-16", Establishment.NextCode(ProjectTrack.Established, 2017, codes));
        Assert.Equal("WH2017-S10", Establishment.NextCode(ProjectTrack.SelfRun, 2017, codes));
        Assert.Equal("WH2018-01", Establishment.NextCode(ProjectTrack.Established, 2018, codes));
        Assert.Equal("WH2017-03-L5", Establishment.NextLowerCode("WH2017-03", codes));
        Assert.Equal("SB2017-04", Establishment.NextDraftCode(2017, codes));
        Assert.Equal("Refused.Minutes", Sample.Refused(Establishment.Decide(Sample.At(Stage.Scored), true, Role.OrgDept, "x", Sample.On(1, 20), "", codes)));
        Assert.Equal("WH2017-S10", Sample.Accepted(Establishment.Decide(Sample.At(Stage.Scored), false, Role.OrgDept, "x", Sample.On(1, 20), "纪要1号", codes)).Code);
    }

    [Fact]
    public void Only_the_secretary_signs_the_promise()
    {
        Assert.Equal(Stage.InProgress, Sample.Accepted(Commitment.Sign(Sample.At(Stage.Established), Sample.Year2017, Role.Secretary, "x", Sample.On(1, 22))).To);
        Assert.Equal("Refused.SecretaryOnly", Sample.Refused(Commitment.Sign(Sample.At(Stage.Established), Sample.Year2017, Role.Deputy, "x", Sample.On(1, 22))));
    }

    private static ChangeRequest Extension(string milestone, DateOnly to, DateTime at) => new() { Id = "c", Kind = ChangeKind.Extend, MilestoneId = milestone, NewDueOn = to, Reason = "专业类社会组织偏少,征集范围需要扩大,申请延期", AskedAt = at, AskedBy = Sample.Secretary };

    [Theory]
    [InlineData("M4", "2017-10-20", 9, 1, null)]
    [InlineData("M4", "2017-10-20", 9, 18, "late")]
    [InlineData("M4", "2017-09-15", 9, 1, "Change.NotLater")]
    [InlineData("M4", "2017-11-30", 9, 1, "Change.TooLong")]
    [InlineData("M6", "2018-01-10", 9, 1, "Change.PastYear")]
    [InlineData("M9", "2017-10-20", 9, 1, "Change.NoMilestone")]
    [InlineData("M1", "2017-10-20", 9, 1, "Change.Done")]
    public void An_extension_is_asked_before_its_day_once_and_within_the_year(string milestone, string to, int month, int day, string? refusal)
    {
        var decision = ChangeRequests.Ask(Sample.At(Stage.InProgress), Extension(milestone, DateOnly.Parse(to), Sample.On(month, day)), Role.Secretary, Sample.Secretary, Demo.Calendar);
        if (refusal is null or "late") Assert.Equal(refusal is null ? [] : ["Change.AskedLate"], Assert.IsType<Decision<ChangeRequest>.Accepted>(decision).Warnings.Select(w => w.Key));
        else Assert.Equal(refusal, Sample.Refused(decision));
    }

    [Fact]
    public void An_extension_that_was_asked_late_moves_the_chart_but_not_the_light()
    {
        var asked = Sample.Accepted(ChangeRequests.Ask(Sample.At(Stage.InProgress), Extension("M4", new(2017, 10, 20), Sample.On(9, 18)), Role.Secretary, Sample.Secretary, Demo.Calendar));
        Assert.Equal("Change.Minutes", Sample.Refused(ChangeRequests.Decide(asked, true, Role.OrgDept, "x", Sample.On(9, 20), null, null)));
        var approved = Sample.Accepted(ChangeRequests.Decide(asked, true, Role.OrgDept, "x", Sample.On(9, 20), null, "纪要3号"));
        var milestone = Sample.At(Stage.InProgress).Milestone("M4")!;
        milestone = milestone with { Revisions = [ChangeRequests.Revision(approved, milestone)] };
        Assert.Equal(new DateOnly(2017, 10, 20), milestone.ShownDueAt(new(2017, 9, 30)));
        Assert.Equal(milestone.OriginalDueOn, milestone.DueAt(new(2017, 9, 30)));
        Assert.Equal("Change.Twice", Sample.Refused(ChangeRequests.Ask(Sample.At(Stage.InProgress) with { Milestones = [milestone] }, Extension("M4", new(2017, 11, 15), Sample.On(9, 25)), Role.Secretary, Sample.Secretary, Demo.Calendar)));
    }

    [Fact]
    public void Acceptance_is_applied_for_when_all_nodes_are_done_and_nothing_is_open()
    {
        var settings = ProgrammeYear.Default;
        var ready = Demo.File2017.Projects.First(p => p.StageAt(new DateOnly(2017, 9, 30)) == Stage.PendingAcceptance);
        var before = ready with { History = [.. ready.History.Where(h => h.To != Stage.PendingAcceptance)] };
        Assert.True(Acceptance.Apply(before, Role.Secretary, "x", Sample.On(9, 28), settings, Demo.Calendar).IsAccepted);
        Assert.Equal("Acceptance.NotReady", Sample.Refused(Acceptance.Apply(Sample.At(Stage.InProgress), Role.Secretary, "x", Sample.On(9, 28), settings, Demo.Calendar)));
        Assert.Equal(30, Acceptance.GoalPoints(ready, new DateOnly(2017, 9, 30)));
        Assert.Equal(Stage.Completed, Sample.Accepted(Acceptance.Conclude(ready, new(50, 20, 18), Role.OrgDept, "x", Sample.On(10, 10), "纪要5号", null)).To);
        Assert.Equal("Acceptance.TooLow", Sample.Refused(Acceptance.Conclude(ready, new(30, 10, 10), Role.OrgDept, "x", Sample.On(10, 10), "纪要5号", null)));
        Assert.Equal(Stage.InProgress, Sample.Accepted(Acceptance.Conclude(ready, new(30, 10, 10), Role.OrgDept, "x", Sample.On(10, 10), null, "验收材料不全,请补充名册和台账")).To);
    }

    [Theory]
    [InlineData("WH2017-03", new[] { 96.1, 96.0, 75.5, 92.0 }, 89.9, 88, new[] { 24, 12, 4, 0 }, 90.0, 0, 0, 89.2, YearEndGrade.Good)]
    [InlineData("WH2017-06", new[] { 93.5, 73.1, 38.4, 70.0 }, 68.8, 74, new[] { 10, 18, 10, 2 }, 78.0, 1, 1, 67.7, YearEndGrade.Passed)]
    public void The_year_end_examples_of_section_10(string code, double[] quarters, double process, int acceptance, int[] ballots, double appraisal, int named, int talks, double total, YearEndGrade grade)
    {
        var project = Demo.File2017.Projects.Single(p => p.Project.Code == code);
        var mean = YearEndAssessment.Process(project, quarters.Select((q, i) => (new Quarter(2017, i + 1), (decimal)q)));
        Assert.Equal((decimal)process, mean);
        var result = YearEndAssessment.Of(project, mean, acceptance, new(ballots[0], ballots[1], ballots[2], ballots[3]), new(named, talks, false, false), Light.Green);
        Assert.Equal(((decimal)appraisal, (decimal)total, grade), (result.Appraisal, result.Total, result.Grade));
    }

    [Fact]
    public void Falsified_is_failed_not_completed_is_passed_at_most_and_excellent_is_capped()
    {
        var project = Sample.At(Stage.NotCompleted);
        var marks = new YearEndMarks(0, 0, false, false);
        Assert.Equal(YearEndGrade.Passed, YearEndAssessment.Of(project, 95, 95, new(40, 0, 0, 0), marks, null).Grade);
        Assert.Equal(YearEndGrade.Excellent, YearEndAssessment.Of(Sample.At(Stage.Completed), 95, 95, new(40, 0, 0, 0), marks, Light.Blue).Grade);
        Assert.Equal(YearEndGrade.Failed, YearEndAssessment.Of(Sample.At(Stage.Completed), 95, 95, new(40, 0, 0, 0), marks with { Falsified = true }, Light.Blue).Grade);
        var all = Enumerable.Range(1, 5).Select(i => YearEndAssessment.Of(Sample.At(Stage.Completed), 90 + i, 95, new(40, 0, 0, 0), marks, Light.Blue) with { ProjectId = $"p{i}" }).ToList();
        Assert.Equal(["p4", "p5"], YearEndAssessment.Cap(all, 5, ProgrammeYear.Default).Where(r => r.Grade == YearEndGrade.Excellent).Select(r => r.ProjectId));
    }

    [Fact]
    public void The_spot_check_takes_all_red_and_draws_the_same_from_the_same_seed()
    {
        var one = QuarterlySupervision.Draw(Demo.File2017.Projects, new Quarter(2017, 3), "2017年10月9日", ProgrammeYear.Default, Demo.Calendar);
        Assert.Equal(["WH2017-06", "WH2017-14"], one.Red);
        Assert.Equal(3, one.Drawn.Count);
        Assert.Equal(one.Drawn, QuarterlySupervision.Draw(Demo.File2017.Projects.Reverse(), new Quarter(2017, 3), "2017年10月9日", ProgrammeYear.Default, Demo.Calendar).Drawn);
        Assert.NotEqual(one.Drawn, QuarterlySupervision.Draw(Demo.File2017.Projects, new Quarter(2017, 3), "另一粒种子", ProgrammeYear.Default, Demo.Calendar).Drawn);
    }

    [Fact]
    public void A_request_for_the_districts_help_ages_and_climbs_on_the_districts_own_ladder()
    {
        var project = Sample.At(Stage.InProgress) with { Issues = [new Issue { Id = "I", Title = "需协调产权单位", Severity = IssueSeverity.Major, NeedDistrictHelp = true, Owner = "x", RaisedOn = new(2017, 6, 1), TargetOn = new(2017, 6, 15) }] };
        EscalationLevel? On(int month, int day) => Assert.Single(DistrictClock.Open([project], new(2017, month, day), ProgrammeYear.Default, Demo.Calendar)).Level;
        Assert.Null(On(6, 15));
        Assert.Equal(EscalationLevel.Urge, On(6, 16));
        Assert.Equal(EscalationLevel.ReminderLetter, On(6, 20));
        Assert.Equal(EscalationLevel.Bulletin, On(6, 28));
        Assert.True(DistrictClock.Open([project], new(2017, 6, 22), ProgrammeYear.Default, Demo.Calendar)[0].IsRed);
        Assert.DoesNotContain(EscalationLadder.CasesOf(project, new(2017, 8, 31), ProgrammeYear.Default, Demo.Calendar), c => c.Cause == CaseCause.IssueOverdue);
    }
}
