using System.Text.Json;
using PartyProjects.Data;
using PartyProjects.Data.DataFiles;
using PartyProjects.Data.Demo;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Tests.Data;

/// <summary>The article's year, replayed as the clock passes it.</summary>
public sealed class DemoTests
{
    private static readonly string Demo = Read("Demo/demo-2017.json");
    private static readonly ShippedRules Shipped = new(HolidayFile.Read(Read("holidays.json")), ProgrammeYear.Default, (settings, _, _) => settings);

    private static string Read(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));

    private static DemoReplay Replay() => new(DataFile.Read(Demo), OfficeFile.Read(Read("Demo/offices.json")), AliasFile.Read(Read("Demo/wuhua-2017.json")));

    private static Task Advance(ProgrammeStore store, DemoReplay replay) => store.WriteAsync(s =>
    {
        replay.Advance(s, s.Now);
        s.KeepMonthEnds();
    });

    [Fact]
    public async Task What_lies_ahead_of_the_clock_has_not_happened_yet()
    {
        await using var books = new Books();
        await using var store = ProgrammeStore.Open(books.Database(), Shipped, books.Clock, books.RealClock);
        await Advance(store, Replay());

        var all = store.Current.Snapshots(2017).ToList();
        Assert.Equal(15, all.Count(p => p.Project.Track == ProjectTrack.Established));
        Assert.DoesNotContain(all, p => p.Reports.SelectMany(r => r.Events).Any(e => e.At > books.Clock.GetUtcNow().AddHours(8).DateTime));
        Assert.Equal(8, all[0].MonthEnds.Count);
        Assert.All(all, p => Assert.True(p.Project.Illustrative));
    }

    [Fact]
    public async Task There_is_someone_for_every_role_of_every_unit()
    {
        await using var books = new Books();
        await using var store = ProgrammeStore.Open(books.Database(), Shipped, books.Clock, books.RealClock);
        await Advance(store, Replay());

        var programme = store.Current;
        var today = new DateOnly(2017, 9, 20);
        foreach (var unit in programme.Projects.Where(p => p.Track == ProjectTrack.Established).Select(p => p.OrganizationId))
        {
            Assert.All((Role[])[Role.Secretary, Role.Deputy, Role.Liaison], role => Assert.Single(programme.HoldersOf(unit, role, today)));
        }

        Assert.Equal((3, 5), (programme.Holders(Role.OrgDept, today).Count(), programme.Holders(Role.Panel, today).Count()));
        Assert.All((Role[])[Role.LeadingGroup, Role.Viewer, Role.Admin, Role.LowerSecretary], role => Assert.NotEmpty(programme.Holders(role, today)));
    }

    [Fact]
    public async Task Replayed_day_by_day_the_year_is_the_file_and_its_month_ends_are_the_golden_lights()
    {
        await using var books = new Books();
        books.Clock.AdjustTime(new DateTimeOffset(2017, 1, 1, 9, 0, 0, TimeSpan.FromHours(8)));
        await using var store = ProgrammeStore.Open(books.Database(), Shipped, books.Clock, books.RealClock);
        var replay = Replay();
        for (var day = new DateOnly(2017, 1, 1); day < new DateOnly(2017, 10, 3); day = day.AddDays(1))
        {
            await Advance(store, replay);
            books.Clock.Advance(TimeSpan.FromDays(1));
        }

        using var golden = JsonDocument.Parse(Demo);
        var byCode = store.Current.Snapshots(2017).ToDictionary(p => p.Project.Code);
        foreach (var project in golden.RootElement.GetProperty("golden").GetProperty("lights").EnumerateArray())
        {
            var stored = byCode[project.GetProperty("code").GetString()!].MonthEnds.ToDictionary(m => m.AsOf);
            foreach (var expected in project.GetProperty("monthEnd").EnumerateArray())
            {
                var monthEnd = stored[DateOnly.Parse(expected.GetProperty("asOf").GetString()!)];
                Assert.Equal(expected.GetProperty("light").GetString(), monthEnd.Light.ToString());
            }
        }

        var file = DataFile.Read(Demo).Projects.ToDictionary(p => p.Project.Code);
        Assert.All(byCode.Values.Where(p => p.Project.Track == ProjectTrack.Established), p =>
        {
            Assert.Equal(Text(file[p.Project.Code].Reports), Text(p.Reports));
            Assert.Equal(Text(file[p.Project.Code].Milestones), Text(p.Milestones));
            Assert.Equal(Text(file[p.Project.Code].History), Text(p.History));
            Assert.Equal(Text(file[p.Project.Code].Issues), Text(p.Issues));
        });
        Assert.Null(new AuditChain(store.Database).Verify().FirstBad);
    }

    [Fact]
    public async Task What_a_person_filed_stands_when_the_file_would_file_the_same()
    {
        await using var books = new Books();
        await using var store = ProgrammeStore.Open(books.Database(), Shipped, books.Clock, books.RealClock);
        var replay = Replay();
        await Advance(store, replay);
        await store.WriteAsync(s => s.StoreReportEvent("WH2017-01", new Period(2017, 9), Books.Submitted(78, s.Now)));

        books.Clock.Advance(TimeSpan.FromDays(12));
        await Advance(store, replay);

        Assert.Equal([78], store.Current.SnapshotOf("WH2017-01")!.Report(new Period(2017, 9))!.Events.Select(e => e.Percent!.Value));
        Assert.NotEmpty(store.Current.SnapshotOf("WH2017-02")!.Report(new Period(2017, 9))!.Events);
    }

    [Fact]
    public async Task After_a_restart_the_replay_goes_on_and_repeats_nothing()
    {
        await using var books = new Books();
        await using (var store = ProgrammeStore.Open(books.Database(), Shipped, books.Clock, books.RealClock)) await Advance(store, Replay());
        books.Clock.Advance(TimeSpan.FromDays(3));
        await using var again = ProgrammeStore.Open(books.Database(), Shipped, books.Clock, books.RealClock);
        await Advance(again, Replay());
        var entries = new AuditChain(again.Database).Verify().Entries;
        await Advance(again, Replay());
        Assert.Equal(entries, new AuditChain(again.Database).Verify().Entries);
    }

    private static string Text<T>(T value) => JsonSerializer.Serialize(value);
}
