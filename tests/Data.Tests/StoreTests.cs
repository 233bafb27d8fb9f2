using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Tests.Data;

/// <summary>The same on a SQLite file and on a real PostgreSQL server.</summary>
public sealed class StoreTests
{
    private static readonly Period September = new(2017, 9);

    [SkippableTheory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Everything_of_a_project_is_read_back_as_it_was_stored(DatabaseKind kind)
    {
        await using var books = new Books(kind);
        var store = books.Open();
        await store.WriteAsync(s => s.StoreOrganization(Books.Unit("护国街道党工委")));
        await store.WriteAsync(s => s.StoreSnapshot(Books.Project("护国街道党工委")));
        await store.WriteAsync(s =>
        {
            s.StoreReportEvent("WH2017-01", September, Books.Submitted(78, s.Now));
            s.StoreReportEvent("WH2017-01", September, new ReportEvent { Kind = ReportEventKind.Return, At = s.Now, By = "区委组织部", Reason = "请补充企业户数和佐证材料" });
            s.StoreExemption("WH2017-01", new Period(2017, 4), "暂缓");
            s.StoreMilestoneEvent("WH2017-01", "M1", new MilestoneEvent { Kind = MilestoneEventKind.Claim, At = s.Now, By = "书记", DoneOn = new DateOnly(2017, 2, 24), Note = "底账3本" });
            s.StoreRevision("WH2017-01", "M2", new MilestoneRevision { ApprovedOn = s.Today, AskedOn = s.Today, OldDueOn = new DateOnly(2017, 9, 29), NewDueOn = new DateOnly(2017, 10, 31), Reason = "等待验收", ApprovedBy = "区委党建工作领导小组" });
            var issue = new Issue { Id = "I-01-1", Title = "场地腾退推迟", Severity = IssueSeverity.Major, NeedDistrictHelp = true, Owner = "组织委员", RaisedOn = s.Today, TargetOn = s.Today.AddDays(10) };
            s.StoreIssue("WH2017-01", issue, "Raise");
            s.StoreIssue("WH2017-01", issue with { ResolvedOn = s.Today, Resolution = "已腾退" }, "Resolve");
            s.StoreFollowUp("WH2017-01", new FollowUp(s.Today, "书记", "到点了解情况"));
            var ask = new ChangeRequest { Id = "C1", Kind = ChangeKind.Extend, MilestoneId = "M2", Reason = "上级配套文件尚未下发,无法按期推进", NewDueOn = new DateOnly(2017, 10, 31), AskedAt = s.Now, AskedBy = "书记" };
            s.StoreChangeRequest("WH2017-01", ask);
            s.StoreChangeRequest("WH2017-01", ask with { DecidedAt = s.Now, DecidedBy = "领导小组", Approved = true, MinutesNo = "2017-9" });
            s.StoreSelfCheck("WH2017-01", new SelfCheck { Quarter = new Quarter(2017, 3), Meetings = 3, OnSite = 1, FollowUp = true, FiledAt = s.Now, FiledBy = "书记" });
            s.StoreCaseAct("WH2017-01", new CaseAct { Cause = CaseCause.Lagging, Target = "2017-08", Kind = CaseActKind.LetterConfirmed, At = s.Now, By = "区委组织部", DueOn = s.Today.AddDays(7) });
            s.StoreMonthEnd("WH2017-01", new MonthEndLight(new DateOnly(2017, 8, 31), Light.Yellow, ["Y1", "Y2"], 74.9m, 64m, 10.9m));
            s.StoreStageChange("WH2017-01", new StageChange { At = s.Now, From = Stage.InProgress, To = Stage.Suspended, By = "领导小组", Reason = "等待文件", MinutesNo = "2017-9" });
            s.StoreProject(s.Programme.SnapshotOf("WH2017-01")!.Project with { Goal = "年内建成1个", Mark = ProjectMark.Model });
        });

        var inMemory = store.Current.SnapshotOf("WH2017-01")!;
        var fromDisk = books.Open().Current.SnapshotOf("WH2017-01")!;

        Same(inMemory, fromDisk);
        Assert.Equal(Stage.Suspended, store.Current.Project("WH2017-01")!.Stage);
        Assert.Equal(15, fromDisk.Project.Version);
    }

    [SkippableTheory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_act_that_throws_fails_alone_and_leaves_nothing(DatabaseKind kind)
    {
        await using var books = new Books(kind);
        var store = books.Open();
        await store.WriteAsync(s => s.StoreOrganization(Books.Unit("护国街道党工委")));
        await store.WriteAsync(s => s.StoreSnapshot(Books.Project("护国街道党工委")));

        var good = store.WriteAsync(s => s.StoreReportEvent("WH2017-01", September, Books.Submitted(70, s.Now)));
        var bad = store.WriteAsync(s =>
        {
            s.StoreReportEvent("WH2017-01", September, Books.Submitted(99, s.Now));
            throw new InvalidOperationException("a bug");
        });
        var later = store.WriteAsync(s => s.Programme.SnapshotOf("WH2017-01")!.Reports[0].Events.Count);

        await good;
        await Assert.ThrowsAsync<InvalidOperationException>(() => bad);
        Assert.Equal(1, await later);
        Assert.Equal([70], books.Open().Current.SnapshotOf("WH2017-01")!.Reports[0].Events.Select(e => e.Percent!.Value));
        Assert.Null(new AuditChain(store.Database).Verify().FirstBad);
    }

    [SkippableTheory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Two_hundred_secretaries_at_once_lose_nothing_and_mix_nothing_up(DatabaseKind kind)
    {
        await using var books = new Books(kind);
        var store = books.Open();
        await store.WriteAsync(s =>
        {
            for (var i = 0; i < 200; i++)
            {
                s.StoreOrganization(Books.Unit($"第{i:000}街道", i));
                s.StoreSnapshot(Books.Project($"第{i:000}街道", $"WH2017-{i:000}", i));
            }
        });

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() => store.WriteAsync(s => s.StoreReportEvent($"WH2017-{i:000}", September, Books.Submitted(i % 100, s.Now, $"第{i:000}书记"))))));

        var again = books.Open();
        var all = again.Current.Snapshots(2017).ToList();
        Assert.Equal(200, all.Count);
        Assert.All(all, p => Assert.Equal((p.Project.DisplayOrder % 100, p.Organization.Name[..4] + "书记"), (p.Reports.Single().Events.Single().Percent!.Value, p.Reports[0].Events[0].By)));
        Assert.Equal(200 * 3, new AuditChain(store.Database).Verify().Entries);
    }

    [SkippableTheory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_another_process_writes_is_seen_and_decided_upon(DatabaseKind kind)
    {
        await using var books = new Books(kind);
        var here = books.Open();
        var there = books.Open();
        await here.WriteAsync(s => s.StoreOrganization(Books.Unit("护国街道党工委")));
        await here.WriteAsync(s => s.StoreSnapshot(Books.Project("护国街道党工委")));
        Assert.Equal(0, await there.WriteAsync(s => s.Programme.SnapshotOf("WH2017-01")!.Reports.Count));

        await here.WriteAsync(s => s.StoreReportEvent("WH2017-01", September, Books.Submitted(70, s.Now)));
        await here.WriteAsync(s => s.StorePerson(Books.Secretary("护国街道党工委")));

        Assert.Equal(1, await there.WriteAsync(s => s.Programme.SnapshotOf("WH2017-01")!.Reports.Count));
        books.RealClock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("护国街道党工委书记", Assert.Single(there.Current.PeopleOf("护国街道党工委")).Title);
        Assert.Equal(70, there.Current.SnapshotOf("WH2017-01")!.Reports[0].Events[0].Percent);
        Assert.Null(new AuditChain(here.Database).Verify().FirstBad);
    }

    [SkippableTheory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_code_binds_once_in_its_time_and_guessing_is_stopped(DatabaseKind kind)
    {
        await using var books = new Books(kind);
        var store = books.Open();
        await store.WriteAsync(s =>
        {
            s.StoreOrganization(Books.Unit("护国街道党工委"));
            s.StorePerson(Books.Secretary("护国街道党工委"));
        });
        var secretary = store.Current.People.Single();
        var code = await store.WriteAsync(s => s.IssueCode(secretary.Id));
        var second = await store.WriteAsync(s => s.IssueCode(secretary.Id));
        Task<BindingResult> Say(string said, string user) => store.WriteAsync(s => s.Bind(said, "webchat", "", user, "c-" + user));

        Assert.Equal(BindingOutcome.Bound, (await Say(" " + code.ToLowerInvariant() + " ", "u1")).Outcome);
        Assert.Equal(secretary.Id, store.Current.Speaker("webchat", "", "u1")!.Id);
        Assert.Equal(BindingOutcome.Used, (await Say(code, "u2")).Outcome);
        for (var i = 0; i < 5; i++) await Say("WRONG22" + i, "u3");
        Assert.Equal(BindingOutcome.Throttled, (await Say(second, "u3")).Outcome);
        Assert.Null(store.Current.Speaker("webchat", "", "u3"));
        Assert.Equal(BindingOutcome.Bound, (await Say(second, "u4")).Outcome);
        Assert.Equal(2, store.Current.AddressesOf(secretary.Id).Count());

        var third = await store.WriteAsync(s => s.IssueCode(secretary.Id));
        books.RealClock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(BindingOutcome.Expired, (await Say(third, "u5")).Outcome);
        Assert.Equal(secretary.Id, books.Open().Current.Speaker("webchat", "", "u4")!.Id);
    }

    [SkippableTheory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_same_message_is_claimed_once_and_its_answer_repeated(DatabaseKind kind)
    {
        await using var books = new Books(kind);
        var store = books.Open();
        Assert.True(await store.WriteAsync(s =>
        {
            var first = s.ClaimInbound("directline", "", "m1");
            s.StoreAnswer("directline", "", "m1", "[\"已报送\"]");
            s.StoreDialogue("p1", "{}");
            s.StoreDialogue("p1", "{\"a\":1}");
            return first;
        }));

        Assert.Equal((false, "[\"已报送\"]", "{\"a\":1}"), await store.WriteAsync(s => (s.ClaimInbound("directline", "", "m1"), s.AnswerTo("directline", "", "m1"), s.DialogueOf("p1"))));
        Assert.True(await store.WriteAsync(s => s.ClaimInbound("wecom", "corp", "m1")));
    }

    [Fact]
    public async Task A_secretary_holds_the_office_only_in_the_tenure()
    {
        await using var books = new Books();
        var store = books.Open();
        var unit = "护国街道党工委";
        await store.WriteAsync(s =>
        {
            s.StoreOrganization(Books.Unit(unit));
            s.StorePerson(Books.Secretary(unit) with { Tenures = [new Tenure(unit, unit + "/Secretary", Role.Secretary, new DateOnly(2016, 3, 1), new DateOnly(2017, 6, 30), false)] });
            s.StorePerson(new Person { Id = "acting", Title = unit + "副书记", OrganizationId = unit, Roles = [Role.Deputy], Tenures = [new Tenure(unit, "acting", Role.Secretary, new DateOnly(2017, 7, 1), new DateOnly(2017, 9, 30), true)] });
        });

        Assert.Equal(unit + "书记", Assert.Single(store.Current.HoldersOf(unit, Role.Secretary, new DateOnly(2017, 6, 30))).Title);
        Assert.Equal("acting", Assert.Single(store.Current.HoldersOf(unit, Role.Secretary, new DateOnly(2017, 7, 1))).Id);
        Assert.Empty(store.Current.HoldersOf(unit, Role.Secretary, new DateOnly(2017, 10, 1)));
    }

    internal static void Same(ProjectSnapshot expected, ProjectSnapshot actual) => Assert.Equal(Text(expected), Text(actual));

    private static string Text(ProjectSnapshot s) => System.Text.Json.JsonSerializer.Serialize(s);
}
