using Microsoft.Data.Sqlite;
using PartyProjects.Data;
using PartyProjects.Domain;

namespace PartyProjects.Tests.Data;

public sealed class AuditTests
{
    [Theory]
    [InlineData("update audit set after = replace(after, '第003', '第004') where seq = 4", 4, AuditFault.Changed)]
    [InlineData("update audit set role = 'Secretary' where seq = 7", 7, AuditFault.Changed)]
    [InlineData("delete from audit where seq = 5", 5, AuditFault.Missing)]
    [InlineData("delete from audit where seq = 1", 1, AuditFault.Missing)]
    [InlineData("delete from audit where seq > 8", 9, AuditFault.TailMissing)]
    [InlineData("update audit set seq = -3 where seq = 3; update audit set seq = 3 where seq = 6; update audit set seq = 6 where seq = -3", 3, AuditFault.Changed)]
    public async Task A_changed_removed_or_swapped_entry_is_named(string tampering, int firstBad, AuditFault fault)
    {
        await using var books = new Books();
        await using var store = books.Open();
        await store.WriteAsync(s =>
        {
            for (var i = 0; i < 10; i++) s.StoreOrganization(Books.Unit($"第{i:000}街道", i));
        });
        var whole = new AuditChain(store.Database).Verify();
        Assert.Equal((10, null), (whole.Entries, whole.FirstBad));

        using (var connection = new SqliteConnection($"Data Source={books.File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = tampering;
            command.ExecuteNonQuery();
        }

        var verdict = new AuditChain(store.Database).Verify();
        Assert.Equal((firstBad, fault), (verdict.FirstBad, verdict.Fault));
    }

    [Fact]
    public async Task Who_acted_as_what_for_whom_and_from_which_message_stands_in_the_entry()
    {
        await using var books = new Books();
        await using var store = books.Open();
        await store.WriteAsync(s =>
        {
            s.Acting = Actor.Of(Books.Secretary("护国街道党工委"), PartyProjects.Domain.People.Role.Secretary, "webchat", "m-17") with { OnBehalfOf = "护国街道党工委联络员" };
            s.AuditRefusal("report", "WH2017-01", new Statement("M08"));
        });

        var entry = Assert.Single(new AuditChain(store.Database).Latest(5));
        Assert.Equal(("护国街道党工委书记", "Secretary", "护国街道党工委联络员", "refused.report", "WH2017-01", "M08", "webchat", "m-17", new DateTime(2017, 9, 20, 9, 0, 0)),
            (entry.Actor, entry.Role, entry.OnBehalfOf, entry.Action, entry.Target, entry.After, entry.Channel, entry.MessageId, entry.At));
    }

    [Fact]
    public async Task An_act_without_an_actor_of_its_own_does_not_inherit_the_one_before()
    {
        await using var books = new Books();
        await using var store = books.Open();
        var first = store.WriteAsync(s => s.Acting = Actor.CommandLine);
        await store.WriteAsync(s => s.StoreOrganization(Books.Unit("护国街道党工委")));
        await first;

        Assert.Equal("System", new AuditChain(store.Database).Latest(1)[0].Role);
    }
}
