using Npgsql;
using PartyProjects.Data;
using PartyProjects.Scheduler.Outbox;

namespace PartyProjects.Tests.Scheduler;

/// <summary>The same notifier on PostgreSQL, each test in a schema of its own.</summary>
public sealed class PostgresTests : IDisposable
{
    private const string Server = "PARTYPROJECTS_TEST_POSTGRES";

    private readonly string? _server = Environment.GetEnvironmentVariable(Server);
    private readonly string _schema = "notifier_" + Guid.NewGuid().ToString("N");

    private string Connection()
    {
        Skip.If(_server is null, $"no PostgreSQL: {Server} is not set");
        Run($"create schema {_schema}");
        return new NpgsqlConnectionStringBuilder(_server) { SearchPath = _schema }.ConnectionString;
    }

    [SkippableFact]
    public async Task A_day_of_slots_is_told_once_settled_and_reported()
    {
        await using var house = new NotifierHouse(new DateTime(2017, 9, 18, 8, 55, 0), postgres: Connection());
        await house.Ring(new DateTime(2017, 9, 18, 9, 0, 0));
        await house.Restart();
        await house.Ring(new DateTime(2017, 9, 18, 9, 5, 0));
        Assert.Single(house.Told, m => m.RecipientId == "大观街道党工委书记");
        Assert.Equal(3, house.Told.Count(m => m.Text.StartsWith("【催办情况】", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public async Task A_channel_that_fails_is_tried_again_and_given_up_there_too()
    {
        await using var house = new NotifierHouse(new DateTime(2017, 9, 18, 8, 55, 0), postgres: Connection());
        house.Sink.Answer = m => m.RecipientId == "大观街道党工委书记" ? new DeliveryOutcome.GiveUp("left", OutcomeScope.Recipient) : new DeliveryOutcome.Retry(TimeSpan.Zero, OutcomeScope.Row, "500");
        await house.Ring(new DateTime(2017, 9, 18, 9, 0, 0));
        Assert.Equal("left", Assert.Single(new OutboxRepository(house.Store).DeadLetters(10)).Reason);
        house.Sink.Answer = null;
        await house.Ring(new DateTime(2017, 9, 18, 9, 2, 0));
        Assert.Contains(house.Told, m => m.RecipientId == "大观街道党工委联络员");
    }

    public void Dispose()
    {
        if (_server is not null) Run($"drop schema if exists {_schema} cascade");
    }

    private void Run(string sql)
    {
        using var connection = new NpgsqlConnection(_server);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
