using CsCheck;
using PartyProjects.Domain;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Tests.Domain.Steps;

public sealed class BackScheduleTests
{
    private static readonly StepToPlan[] Template = [.. Sample.Words.PlanTemplate.Select(s => new StepToPlan(s.Title, s.Weight))];

    [Fact]
    public void The_template_from_2026_01_26_to_12_15_has_the_dues_of_section_6()
    {
        var plan = BackSchedule.Lay(new DateOnly(2026, 1, 26), new DateOnly(2026, 12, 15), Template, Demo.Calendar);
        Assert.Equal("02-27 04-01 06-18 09-09 10-28 12-15", string.Join(' ', plan.Steps.Select(s => s.DueOn.ToString("MM-dd"))));
        Assert.True(plan.Holds);
        Assert.Equal(plan.Steps[0].DueOn.AddDays(1), plan.Steps[1].StartOn);
    }

    [Fact]
    public void It_argues_when_acceptance_needs_more_than_is_left_and_proposes_a_plan_that_holds()
    {
        StepToPlan[] steps = [.. Template[..5], Template[5] with { NeedsWd = 40 }];
        var plan = BackSchedule.Lay(new DateOnly(2026, 1, 26), new DateOnly(2026, 12, 15), steps, Demo.Calendar);
        var error = Assert.Single(plan.Errors);
        Assert.Equal("BackSchedule.NeedsMore", error.Key);
        Assert.Equal((40, Demo.Calendar.WorkdaysBetween(plan.Steps[4].DueOn, plan.Steps[5].DueOn)), ((int)error.Facts["needs"]!, (int)error.Facts["left"]!));
        Assert.True(BackSchedule.Check(new DateOnly(2026, 1, 26), steps, plan.Proposal!, Demo.Calendar).Holds);
    }

    [Fact]
    public void Where_no_plan_can_hold_it_says_how_many_workdays_are_missing()
    {
        var plan = BackSchedule.Lay(new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 15), Template, Demo.Calendar);
        Assert.Null(plan.Proposal);
        Assert.Equal("BackSchedule.CannotHold", plan.Errors[^1].Key);
    }

    [Fact]
    public void An_empty_quarter_a_long_gap_and_a_late_first_half_are_warned_of()
    {
        StepToPlan[] steps = [new("a", 10), new("b", 10), new("c", 70), new("d", 10)];
        PlannedStep[] plan = [new("a", 10, new(2026, 1, 26), new(2026, 2, 27)), new("b", 10, new(2026, 2, 28), new(2026, 3, 27)), new("c", 70, new(2026, 3, 28), new(2026, 11, 27)), new("d", 10, new(2026, 11, 28), new(2026, 12, 15))];
        var keys = BackSchedule.Check(new DateOnly(2026, 1, 26), steps, plan, Demo.Calendar).Warnings.Select(w => w.Key);
        Assert.Equal(["BackSchedule.LongGap", "BackSchedule.EmptyQuarter", "BackSchedule.EmptyQuarter"], keys);
    }

    [Fact]
    public void Every_plan_or_its_proposal_has_workdays_in_order_five_apart_and_the_work_its_needs() =>
        Gen.Select(Gen.Int[0, 60], Gen.Int[60, 340], Gen.Int[5, 40].Array[4, 7], Gen.Int[0, 60].Array[7]).Sample((offset, span, weights, needs) =>
        {
            var start = new DateOnly(2026, 1, 5).AddDays(offset);
            var finish = start.AddDays(Math.Min(span, new DateOnly(2026, 12, 31).DayNumber - start.DayNumber));
            StepToPlan[] steps = [.. weights.Select((w, i) => new StepToPlan($"s{i}", w, needs[i] < 5 ? null : needs[i]))];
            var plan = BackSchedule.Lay(start, finish, steps, Demo.Calendar);
            var holding = plan.Holds ? plan.Steps : plan.Proposal;
            if (holding is null)
            {
                Assert.True(steps.Sum(s => Math.Max(5, s.NeedsWd ?? 0)) > Demo.Calendar.WorkdaysBetween(start, plan.Steps[^1].DueOn));
                return;
            }

            Assert.True(BackSchedule.Check(start, steps, holding, Demo.Calendar).Holds);
            Assert.All(holding, s => Assert.True(Demo.Calendar.IsWorkday(s.DueOn) && s.StartOn <= s.DueOn));
            Assert.Equal(plan.Steps[^1].DueOn, holding[^1].DueOn);
        });
}
