using PartyProjects.Data;
using PartyProjects.Data.DataFiles;
using PartyProjects.Data.Demo;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Bot;

/// <summary>The programme's books, opened: database, programme clock and store, filled with the demo year where that is wanted.</summary>
public sealed class Books : IAsyncDisposable
{
    private readonly DemoReplay? _demo;

    private Books(BotSettings settings, ProgrammeStore store, ProgrammeClock clock, ProgrammeFile rules, DemoReplay? demo)
    {
        Settings = settings;
        Store = store;
        Clock = clock;
        Rules = rules;
        _demo = demo;
    }

    public BotSettings Settings { get; }
    public ProgrammeStore Store { get; }
    public ProgrammeClock Clock { get; }

    /// <summary>programme.json: defaults of the settings and the words that rules look for.</summary>
    public ProgrammeFile Rules { get; }

    /// <summary>Said once at the start: an earlier StartAt than the clock has reached is ignored.</summary>
    public Statement? ClockWarning { get; private init; }

    /// <param name="settings">Validated.</param>
    /// <param name="realTime">Real time.</param>
    /// <param name="readOnly">Only looks: nothing is seeded, replayed or kept.</param>
    /// <exception cref="DatabaseUnusable">Damaged, newer, or out of reach; nothing was touched.</exception>
    /// <exception cref="DataFileError">A file that comes with the program is wrong.</exception>
    public static Books Open(BotSettings settings, TimeProvider realTime, bool readOnly = false)
    {
        var rules = ProgrammeFile.Read(Shipped("programme.json"));
        var years = HolidayFile.Read(Shipped("holidays.json"));
        var database = settings.Postgres is { } server ? Database.Postgres(server) : Database.Sqlite(settings.DatabasePath);
        var clock = new ProgrammeClock(realTime);
        var store = ProgrammeStore.Open(database, new ShippedRules(years, rules.Settings, ProgrammeSettings.Apply), clock, realTime);
        var warning = StartClock(settings, clock, database);
        var demo = settings.Demo ? new DemoReplay(DataFile.Read(Shipped("Demo/demo-2017.json")), OfficeFile.Read(Shipped("Demo/offices.json")), AliasFile.Read(Shipped("Demo/wuhua-2017.json"))) : null;
        var books = new Books(settings, store, clock, rules, demo) { ClockWarning = warning };
        if (!readOnly) books.Tick();
        return books;
    }

    /// <summary>Time has gone on: the clock's moment is kept, the demo replayed up to it, and month-ends that passed get their lights. Asked every few seconds.</summary>
    public void Tick() => TickAsync().GetAwaiter().GetResult();

    /// <inheritdoc cref="Tick"/>
    public Task TickAsync() => Store.WriteAsync(session =>
    {
        if (_demo is not null) _demo.Advance(session, session.Now);
        session.KeepMonthEnds();
        session.ForgetOld();
        if (Clock.IsMoved) session.StoreClock(ChinaTime.Instant(session.Now));
    });

    /// <summary>A file that comes with the program.</summary>
    public static string Shipped(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));

    private static Statement? StartClock(BotSettings settings, ProgrammeClock clock, Database database)
    {
        var reached = ProgrammeClock.Reached(database);
        if (settings.FirstMoment is not { } first)
        {
            if (settings.IsDevelopment && reached is { } last) clock.MoveTo(last);
            return null;
        }

        var wanted = ChinaTime.Instant(first);
        if (reached is not { } at)
        {
            clock.MoveTo(wanted);
            return null;
        }

        clock.MoveTo(at);
        if (settings.StartAt is null) return null;
        return wanted > at && clock.MoveTo(wanted) ? null : wanted < at ? Statement.Of("Clock.NotBack", ("asked", first), ("reached", ChinaTime.Local(at))) : null;
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
