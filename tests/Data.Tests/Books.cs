using Microsoft.Extensions.Time.Testing;
using Npgsql;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Tests.Data;

/// <summary>A fresh database for one test: a SQLite file, or a schema of its own on the PostgreSQL server that PARTYPROJECTS_TEST_POSTGRES names.</summary>
internal sealed class Books : IAsyncDisposable
{
    public const string PostgresVariable = "PARTYPROJECTS_TEST_POSTGRES";

    private readonly string folder = Directory.CreateTempSubdirectory("books").FullName;
    private readonly List<ProgrammeStore> stores = [];
    private readonly string? postgres;
    private readonly string schema = "t" + Guid.NewGuid().ToString("N");

    public Books(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        if (kind == DatabaseKind.Sqlite) return;
        postgres = Environment.GetEnvironmentVariable(PostgresVariable);
        Skip.If(string.IsNullOrEmpty(postgres), $"{PostgresVariable} names no PostgreSQL server");
        using var connection = new NpgsqlConnection(postgres);
        connection.Open();
        using var create = new NpgsqlCommand($"create schema {schema}", connection);
        create.ExecuteNonQuery();
    }

    /// <summary>2017-09-20 09:00 in China.</summary>
    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2017, 9, 20, 9, 0, 0, TimeSpan.FromHours(8)));

    public FakeTimeProvider RealClock { get; } = new(new DateTimeOffset(2026, 12, 1, 1, 0, 0, TimeSpan.Zero));

    public string File => Path.Combine(folder, "deeper", "books.db");

    public Database Database() => postgres is null ? PartyProjects.Data.Database.Sqlite(File) : PartyProjects.Data.Database.Postgres(new NpgsqlConnectionStringBuilder(postgres) { SearchPath = schema }.ConnectionString);

    /// <summary>Opens the database as a process of its own would.</summary>
    public ProgrammeStore Open()
    {
        var store = ProgrammeStore.Open(Database(), ShippedRules.None, Clock, RealClock);
        stores.Add(store);
        return store;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in stores) await store.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        if (postgres is null) return;
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var drop = new NpgsqlCommand($"drop schema {schema} cascade", connection);
        await drop.ExecuteNonQueryAsync();
    }

    public static Organization Unit(string name, int order = 1, string? parent = null) =>
        new() { Id = name, Name = name, Type = OrganizationType.Subdistrict, DisplayOrder = order, ParentId = parent, Aliases = [name[..2]] };

    public static Person Secretary(string unit) => new() { Id = unit + "/Secretary", Title = unit + "书记", OrganizationId = unit, Roles = [Role.Secretary] };

    /// <summary>A project in progress since 22 January with two milestones.</summary>
    public static ProjectSnapshot Project(string unit, string code = "WH2017-01", int order = 1) => new()
    {
        Project = new Project
        {
            Id = code, Code = code, Year = 2017, OrganizationId = unit, Track = ProjectTrack.Established, Name = unit + "项目", Aliases = ["项目", "阵地"], DisplayOrder = order,
            Indicators = [new Indicator("党员示范店", 20, "家")],
            FiveFixed = new FiveFixed { Item = "一", People = [new ResponsiblePerson(unit + "书记", "第一责任人")], Deadline = new DateOnly(2017, 12, 15) },
            Deadline = new DateOnly(2017, 12, 15), Origin = ProjectOrigin.OwnProblem, Illustrative = true,
        },
        Organization = Unit(unit, order),
        History =
        [
            new StageChange { At = new DateTime(2017, 1, 20, 9, 0, 0), From = Stage.Scored, To = Stage.Established, By = "区委党建工作领导小组", Score = 92.4m },
            new StageChange { At = new DateTime(2017, 1, 22, 9, 11, 0), From = Stage.Established, To = Stage.InProgress, By = unit + "书记" },
        ],
        Milestones =
        [
            new Milestone { Id = "M1", Title = "摸排底数", Acceptance = "底账3本", StartOn = new DateOnly(2017, 1, 20), OriginalDueOn = new DateOnly(2017, 2, 28), Weight = 40, OwnerRole = "党建办主任" },
            new Milestone { Id = "M2", Title = "建成投用", Acceptance = "挂牌", StartOn = new DateOnly(2017, 3, 1), OriginalDueOn = new DateOnly(2017, 9, 29), Weight = 60, OwnerRole = "党建办主任" },
        ],
    };

    public static ReportEvent Submitted(int percent, DateTime at, string by = "书记") => new()
    {
        Kind = ReportEventKind.Submit, At = at, By = by, Percent = percent, Done = "党群驿站开始试运营", Problem = "资金还差一点", Plan = "下个月准备挂牌",
    };
}
