using Microsoft.Extensions.Time.Testing;
using PartyProjects.Data;

namespace PartyProjects.Tests.Data;

/// <summary>Programme time (contracts section 2): forward only, going on from the last moment it reached.</summary>
public sealed class ClockTests
{
    private static readonly DateTimeOffset Morning = new(2017, 9, 20, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void It_starts_at_the_moment_given_and_runs_with_real_time()
    {
        var real = new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        var clock = new ProgrammeClock(real);
        Assert.False(clock.IsMoved);
        Assert.True(clock.MoveTo(Morning));
        real.Advance(TimeSpan.FromMinutes(90));
        Assert.True(clock.IsMoved);
        Assert.Equal(Morning.AddMinutes(90), clock.GetUtcNow());
    }

    [Fact]
    public void Once_started_it_goes_forward_only()
    {
        var clock = new ProgrammeClock(new FakeTimeProvider(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)));
        clock.MoveTo(Morning);
        Assert.False(clock.MoveTo(Morning.AddHours(-1)));
        Assert.Equal(Morning, clock.GetUtcNow());
        Assert.True(clock.MoveTo(Morning.AddDays(5)));
        Assert.Equal(Morning.AddDays(5), clock.GetUtcNow());
    }

    [Fact]
    public async Task The_last_moment_is_kept_and_a_verb_that_is_behind_does_not_set_it_back()
    {
        await using var books = new Books();
        await using var store = books.Open();
        Assert.Null(ProgrammeClock.Reached(store.Database));
        await store.WriteAsync(s => s.StoreClock(Morning.AddHours(2)));
        await store.WriteAsync(s => s.StoreClock(Morning));
        Assert.Equal(Morning.AddHours(2), ProgrammeClock.Reached(store.Database));
    }

    [Fact]
    public async Task What_nobody_asks_for_any_more_is_forgotten_once_a_day()
    {
        await using var books = new Books();
        await using var store = books.Open();
        await store.WriteAsync(s => s.ClaimInbound("directline", "", "old"));
        books.RealClock.Advance(TimeSpan.FromDays(8));
        await store.WriteAsync(s => s.ClaimInbound("directline", "", "new"));
        Assert.Equal(1, await store.WriteAsync(s => s.ForgetOld()));
        Assert.Equal(0, await store.WriteAsync(s => s.ForgetOld()));
        Assert.False(await store.WriteAsync(s => s.ClaimInbound("directline", "", "new")));
    }
}
