using PartyProjects.Scheduler;
using PartyProjects.Scheduler.Nudges;
using PartyProjects.Scheduler.Simulation;

namespace PartyProjects.Tests.Scheduler;

/// <summary>A year on a fake clock, checked by a program that does not know the rules.</summary>
public sealed class SimulatedYearTests
{
    private static readonly DateOnly From = new(2017, 1, 1), To = new(2017, 12, 31);

    private static List<SlotPlan> Year(Func<Slot, bool>? isUp = null) =>
        [.. Simulator.Run(NudgePlanner.WithAllRules(), new DataFileYear(DemoYear.File2017, DemoYear.Calendar).At, DemoYear.Calendar, From, To, isUp)];

    private static void NothingIsWrong(IReadOnlyList<SlotPlan> plans)
    {
        var found = IndependentChecker.Check(plans, [.. plans.Select(p => p.Slot)]);
        Assert.True(found.IsClean, string.Join('\n', [.. found.Wrong.Select(w => "wrong " + w), .. found.Duplicate.Select(d => "twice " + d), .. found.Missing.Select(m => "missing " + m)]));
    }

    [Fact]
    public void Nothing_is_wrong_doubled_or_missing_in_2017() => NothingIsWrong(Year());

    [Fact]
    public void Two_runs_are_the_same_to_the_letter() => Assert.Equal(Spoken(Year()), Spoken(Year()));

    [Fact]
    public void Nobody_hears_more_than_twice_a_day_and_a_working_saturday_counts()
    {
        var year = Year();
        Assert.All(year.SelectMany(p => p.Messages).GroupBy(m => (m.PersonId, m.Slot.Day)), g => Assert.True(g.Count() <= 2));
        Assert.Contains(year, p => p.Slot.Day == new DateOnly(2017, 9, 30) && p.Messages.Count > 0);
    }

    /// <summary>Down for hours to weeks, at random, ten years each with its own seed.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    public void Outages_lose_nothing_that_is_still_true_and_repeat_nothing(int seed)
    {
        var chance = new Random(seed);
        DateTime downFrom = default, upAgain = default;
        bool IsUp(Slot slot)
        {
            if (slot.Moment >= upAgain && chance.Next(12) == 0) (downFrom, upAgain) = (slot.Moment, slot.Moment.AddHours(Math.Pow(10, 0.5 + (chance.NextDouble() * 2))));
            return slot.Moment < downFrom || slot.Moment >= upAgain;
        }

        NothingIsWrong(Year(IsUp));
    }

    private static string Spoken(IEnumerable<SlotPlan> plans) => string.Join('\n', plans.SelectMany(p => p.Messages).Select(m => m.Id + MessageText.Of(m, DemoYear.Words.Say)));
}
