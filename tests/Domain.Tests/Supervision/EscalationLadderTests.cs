using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Tests.Domain.Supervision;

public sealed class EscalationLadderTests
{
    private static readonly DateOnly AsOf = new(2017, 9, 30);

    [Fact]
    public void The_demo_year_has_exactly_the_23_cases_with_their_steps_replies_and_closing_days()
    {
        var found = Demo.File2017.Projects
            .SelectMany(p => EscalationLadder.CasesOf(p, AsOf, ProgrammeYear.Default, Demo.Calendar).Select(c => Line(p.Project.Code, c)))
            .Order(StringComparer.Ordinal);
        var golden = Demo.Json.GetProperty("escalations").EnumerateArray().Select(Line).Order(StringComparer.Ordinal);
        Assert.Equal(golden, found);
    }

    [Fact]
    public void The_answer_to_a_letter_is_due_five_workdays_after_it()
    {
        foreach (var step in Demo.Json.GetProperty("escalations").EnumerateArray().SelectMany(e => e.GetProperty("steps").EnumerateArray()).Where(s => s.GetProperty("level").GetInt32() == 2))
        {
            Assert.Equal(step.GetProperty("replyDueOn").GetString(), Iso(Demo.Calendar.AddWorkdays(DateOnly.Parse(step.GetProperty("on").GetString()!), ProgrammeYear.Default.ReplyWd)));
        }
    }

    private static string Line(System.Text.Json.JsonElement e)
    {
        var steps = e.GetProperty("steps").EnumerateArray().Select(s => $"L{s.GetProperty("level").GetInt32()} {s.GetProperty("on").GetString()}" + (s.TryGetProperty("replyDueOn", out var due) ? $" reply {due.GetString()} {s.GetProperty("repliedOn").GetString()}" : ""));
        return $"{e.GetProperty("code").GetString()} {e.GetProperty("cause").GetString()} {e.GetProperty("target").GetString()} closed {e.GetProperty("closedOn").GetString()}: {string.Join(", ", steps)}";
    }

    private static string Line(string code, EscalationCase c)
    {
        var steps = c.Steps.Select(s => $"L{(int)s.Level} {Iso(s.On)}" + (s.Level == EscalationLevel.ReminderLetter ? $" reply {Iso(s.ReplyDueOn)} {Iso(s.RepliedOn)}" : ""));
        return $"{code} {c.Cause} {c.Target} closed {Iso(c.ClosedOn)}: {string.Join(", ", steps)}";
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd");
}

public sealed class EscalationLadderOnItsOwn
{
    private static ProjectSnapshot Running(params StageChange[] more) => Sample.At(Stage.InProgress, Sample.On(1, 26)) is var p ? p with
    {
        History = [new() { At = Sample.On(1, 26), To = Stage.Established, By = "" }, new() { At = Sample.On(1, 26), To = Stage.InProgress, By = "" }, .. more],
        Milestones = [new Milestone { Id = "M1", Title = "t", Acceptance = "1份", StartOn = new(2017, 2, 1), OriginalDueOn = new(2017, 6, 1), Weight = 100, OwnerRole = "x" }],
    } : throw new InvalidOperationException();

    private static List<EscalationCase> Nodes(ProjectSnapshot project, int month, int day) =>
        [.. EscalationLadder.CasesOf(project, new(2017, month, day), ProgrammeYear.Default, Demo.Calendar).Where(c => c.Cause == CaseCause.MilestoneOverdue)];

    [Fact]
    public void Suspension_closes_the_case_and_it_reopens_at_L1_counted_from_the_resume_day()
    {
        var project = Running(new() { At = Sample.On(6, 5), To = Stage.Suspended, By = "" }, new() { At = Sample.On(7, 3), To = Stage.InProgress, By = "" });
        var cases = Nodes(project, 7, 31);
        Assert.Equal(new DateOnly(2017, 6, 5), cases[0].ClosedOn);
        Assert.Equal([new(2017, 7, 4), new DateOnly(2017, 7, 10)], cases[1].Steps.Select(s => s.On));
        Assert.True(cases[1].IsOpen);
    }

    [Fact]
    public void An_approved_extension_closes_the_case_and_the_new_day_opens_the_next()
    {
        var project = Running();
        project = project with { Milestones = [project.Milestones[0] with { Revisions = [new MilestoneRevision { ApprovedOn = new(2017, 6, 6), AskedOn = new(2017, 5, 31), OldDueOn = new(2017, 6, 1), NewDueOn = new(2017, 6, 30), Reason = "r", ApprovedBy = "g" }] }] };
        var cases = Nodes(project, 7, 7);
        Assert.Equal([new(2017, 6, 6), null], cases.Select(c => c.ClosedOn));
        Assert.Equal([new(2017, 6, 2), new DateOnly(2017, 7, 3)], cases.Select(c => c.Steps[0].On));
    }

    [Fact]
    public void A_claim_that_is_returned_reopens_the_case_at_L1()
    {
        var project = Running();
        project = project with { Milestones = [project.Milestones[0] with { Events = [new() { Kind = MilestoneEventKind.Claim, At = Sample.On(6, 5), By = "", DoneOn = new(2017, 6, 5) }, new() { Kind = MilestoneEventKind.Return, At = Sample.On(6, 12), By = "" }] }] };
        Assert.Equal([new(2017, 6, 2), new DateOnly(2017, 6, 13)], Nodes(project, 6, 16).Select(c => c.Steps[0].On));
    }

    [Fact]
    public void A_letter_nobody_confirmed_raises_no_bulletin_and_an_unanswered_one_does_on_the_next_workday()
    {
        var silent = Running();
        Assert.Equal([EscalationLevel.Urge, EscalationLevel.ReminderLetter], Nodes(silent, 8, 31)[0].Steps.Select(s => s.Level));
        var sent = silent with { CaseActs = [new CaseAct { Cause = CaseCause.MilestoneOverdue, Target = "M1", Kind = CaseActKind.LetterConfirmed, At = Sample.On(6, 12), By = "区委组织部" }] };
        var letter = Nodes(sent, 8, 31)[0];
        Assert.Equal(new DateOnly(2017, 6, 19), letter.Step(EscalationLevel.ReminderLetter)!.ReplyDueOn);
        Assert.Equal(new DateOnly(2017, 6, 20), letter.Step(EscalationLevel.Bulletin)!.On);
        var answered = sent with { CaseActs = [.. sent.CaseActs, new CaseAct { Cause = CaseCause.MilestoneOverdue, Target = "M1", Kind = CaseActKind.LetterReplied, At = Sample.On(6, 19), By = "" }] };
        Assert.Null(Nodes(answered, 8, 31)[0].Step(EscalationLevel.Bulletin));
        Assert.True(Nodes(answered, 8, 31)[0].IsOpen);
    }

    [Fact]
    public void A_returned_report_counts_from_its_return_and_three_workdays()
    {
        var project = Running() with { Reports = [new MonthlyReport { Period = new(2017, 2), Events = [new() { Kind = ReportEventKind.Submit, At = Sample.On(2, 24), By = "", Percent = 5 }, new() { Kind = ReportEventKind.Return, At = Sample.On(2, 28), By = "" }] }] };
        var report = EscalationLadder.CasesOf(project, new(2017, 3, 20), ProgrammeYear.Default, Demo.Calendar).Single(c => c.Target == "2017-02" && c.Cause == CaseCause.ReportOverdue);
        Assert.Equal(new DateOnly(2017, 3, 3), report.CountsFrom);
        Assert.Equal([new(2017, 3, 6), new DateOnly(2017, 3, 8)], report.Steps.Take(2).Select(s => s.On));
    }

    [Fact]
    public void Two_red_month_ends_in_a_row_propose_a_talk_on_the_next_workday_and_the_district_is_asked_not_the_secretary()
    {
        var talks = EscalationLadder.TalksOf(Demo.File2017.Projects.Single(p => p.Project.Code == "WH2017-06"), new(2017, 10, 31), ProgrammeYear.Default, Demo.Calendar);
        Assert.Contains(talks, t => t is { Ground: TalkGround.ReportsMissing, Target: "2017-09" } && t.On == new DateOnly(2017, 9, 28));
        Assert.Contains(talks, t => t is { Ground: TalkGround.RedMonthEnds, Target: "2017-09" } && t.On == new DateOnly(2017, 10, 9));
    }

    [Fact]
    public void Unresolved_ten_workdays_after_the_talk_the_case_goes_to_the_assessment()
    {
        var project = Running() with { CaseActs = [new CaseAct { Cause = CaseCause.MilestoneOverdue, Target = "M1", Kind = CaseActKind.TalkDecided, At = Sample.On(7, 3), By = "区委党建工作领导小组" }] };
        var open = Nodes(project, 7, 31)[0];
        Assert.Equal(new DateOnly(2017, 7, 3), open.Step(EscalationLevel.Talk)!.DecidedOn);
        Assert.Equal(new DateOnly(2017, 7, 17), open.Step(EscalationLevel.Assessment)!.On);
    }
}
