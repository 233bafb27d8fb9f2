using CsCheck;
using PartyProjects.Data;
using PartyProjects.Domain;

namespace PartyProjects.Tests.Data;

/// <summary>Whatever people do, what is held in memory is what stands on disk.</summary>
public sealed class RandomYearsTests
{
    private static readonly Gen<(int Act, int Project, int Number, bool Throws)> Acts = Gen.Select(Gen.Int[0, 8], Gen.Int[0, 2], Gen.Int[1, 9], Gen.Int[0, 9]).Select(t => (t.Item1, t.Item2, t.Item3, t.Item4 == 0));

    [Fact]
    public void After_any_acts_memory_and_disk_agree() => Acts.Array[1, 40].Sample(acts =>
    {
        Run(acts).GetAwaiter().GetResult();
    }, seed: "0N0XIzNsQ0O2", iter: 25, threads: 1);

    private static async Task Run((int Act, int Project, int Number, bool Throws)[] acts)
    {
        await using var books = new Books();
        var store = books.Open();
        await store.WriteAsync(s =>
        {
            for (var i = 0; i < 3; i++)
            {
                s.StoreOrganization(Books.Unit($"第{i}街道", i));
                s.StoreSnapshot(Books.Project($"第{i}街道", $"WH2017-0{i}", i));
            }
        });
        var all = acts.Select(a => store.WriteAsync(s =>
        {
            Do(s, a.Act, $"WH2017-0{a.Project}", a.Number);
            if (a.Throws) throw new InvalidOperationException("a bug after the act");
        })).ToList();
        await Task.WhenAll(all.Select(async task =>
        {
            try
            {
                await task;
            }
            catch (InvalidOperationException)
            {
                // Meant to fail.
            }
        }));

        var again = books.Open();
        Assert.All(store.Current.Snapshots(2017).Zip(again.Current.Snapshots(2017)), pair => StoreTests.Same(pair.First, pair.Second));
        Assert.Equal(store.Current.Projects, again.Current.Projects, (a, b) => a with { Aliases = [] } == b with { Aliases = [] } && a.Aliases.SequenceEqual(b.Aliases));
        Assert.Null(new AuditChain(store.Database).Verify().FirstBad);
    }

    private static void Do(WriteSession s, int act, string id, int n)
    {
        var now = s.Programme.SnapshotOf(id)!;
        switch (act)
        {
            case 0: s.StoreReportEvent(id, new Period(2017, n), Books.Submitted(n * 10, s.Now)); break;
            case 1: s.StoreMilestoneEvent(id, n % 2 == 0 ? "M1" : "M2", new MilestoneEvent { Kind = MilestoneEventKind.Claim, At = s.Now, By = "书记", DoneOn = s.Today }); break;
            case 2: s.StoreIssue(id, new Issue { Id = $"I{n % 3}", Title = $"问题{n}", Severity = IssueSeverity.Normal, NeedDistrictHelp = n > 5, Owner = "书记", RaisedOn = s.Today, TargetOn = s.Today.AddDays(10), ResolvedOn = n == 9 ? s.Today : null }, "Change"); break;
            case 3: s.StoreFollowUp(id, new FollowUp(s.Today, "书记", $"跟踪问效第{n}次")); break;
            case 4: s.StoreMonthEnd(id, new MonthEndLight(new DateOnly(2017, n, 28), Light.Green, [], 10.5m, n, 10.5m - n)); break;
            case 5: s.StoreProject(now.Project with { Goal = $"年内建成{n}个" }, n > 7 ? now.Milestones.Reverse().ToList() : null); break;
            case 6: s.StoreSelfCheck(id, new SelfCheck { Quarter = new Quarter(2017, (n % 4) + 1), Meetings = n, OnSite = 1 }); break;
            case 7: s.StoreExemption(id, new Period(2017, n), "暂缓"); break;
            default: s.StoreStageChange(id, new StageChange { At = s.Now, From = now.History[^1].To, To = n > 5 ? Stage.Suspended : Stage.InProgress, By = "领导小组", Reason = "等待文件" }); break;
        }
    }
}
