using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using PartyProjects.Bot;
using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;

namespace PartyProjects.Tests.Scenarios;

/// <summary>The whole bot without its web: the demo year in a real SQLite file, a fake clock, and people who speak by their office.</summary>
internal sealed class Theatre : IAsyncDisposable
{
    private static readonly WordingFile Words = WordingFile.Load();

    private readonly FakeTimeProvider _real = new(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero));
    private readonly string _folder = Directory.CreateTempSubdirectory("theatre").FullName;
    private readonly FailingLog _log = new();
    private Turn _turn;
    private int _messages;

    public Theatre(DateTime start, bool demo = true)
    {
        Start = start;
        Demo = demo;
        Books = Open(start);
        Books.Store.WriteAsync(session =>
        {
            foreach (var person in session.Programme.People.ToList()) session.BindIdentity(person.Id, "test", "", person.Id, "private-" + person.Id, "test");
        }).GetAwaiter().GetResult();
        _turn = NewTurn();
    }

    public Books Books { get; private set; }
    public bool Demo { get; }
    public DateTime Start { get; }
    public DateTime Now => Books.Store.Now;

    /// <summary>What the bot logged as a failure; a screenplay with one fails.</summary>
    public string? Failure => _log.First;

    private Books Open(DateTime? start)
    {
        var values = new Dictionary<string, string?> { ["Database:Path"] = Path.Combine(_folder, "programme.db"), ["Demo:Year"] = Demo ? "2017" : "none" };
        if (start is { } at) values["Clock:StartAt"] = at.ToString("yyyy-MM-ddTHH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        return Books.Open(BotSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values).Build(), isDevelopment: true), _real);
    }

    private Turn NewTurn() => new(Books.Store, new Understandings([.. Books.Store.Current.Calendar.Years]), Words, Books.Rules.Words, ConversationRegistration.AllIntents(), _log);

    /// <summary>Everything in memory is lost; only the database stays.</summary>
    public async Task RestartAsync()
    {
        await Books.DisposeAsync();
        Books = Open(null);
        _turn = NewTurn();
    }

    public async Task MoveToAsync(DateTime moment)
    {
        var step = ChinaTime.Instant(moment) - Books.Clock.GetUtcNow();
        Assert.True(step >= TimeSpan.Zero, $"the clock does not go back: {moment}");
        _real.Advance(step);
        await Books.TickAsync();
    }

    /// <summary>The person of an office: its full title, or short name of the unit and the office (护国书记, 大观联络员, 组织部, 评委二).</summary>
    public Person Office(string name)
    {
        var people = Books.Store.Current.People.ToList();
        var exact = people.Find(p => p.Title == name);
        if (exact is not null) return exact;
        var found = people.Where(p => IsCalled(p, name)).OrderBy(p => p.Title.Length).ThenBy(p => p.Title, StringComparer.Ordinal).ToList();
        Assert.True(found.Count > 0, $"nobody is called {name}");
        return found[0];
    }

    private bool IsCalled(Person person, string name)
    {
        (string Word, Role Role)[] offices = [("副书记", Role.Deputy), ("联络员", Role.Liaison), ("书记", Role.Secretary)];
        foreach (var (word, role) in offices)
        {
            if (!name.EndsWith(word, StringComparison.Ordinal)) continue;
            var unit = name[..^word.Length];
            var organization = Books.Store.Current.Organization(person.OrganizationId);
            var holds = person.Roles.Contains(role) || (role == Role.Secretary && person.Roles.Contains(Role.LowerSecretary));
            return holds && organization is not null && (organization.Name == unit || organization.Aliases.Contains(unit) || organization.Name.StartsWith(unit, StringComparison.Ordinal));
        }

        return name.StartsWith("评委", StringComparison.Ordinal) ? person.Title.Contains($"评委({name[2..]})", StringComparison.Ordinal) : person.Title.Contains(name, StringComparison.Ordinal);
    }

    /// <summary>Binds a person to the test channel, as a code would.</summary>
    public Task BindAsync(Person person) => Books.Store.WriteAsync(session =>
    {
        if (!session.Programme.IsBound(person.Id)) session.BindIdentity(person.Id, "test", "", person.Id, "private-" + person.Id, "test");
    });

    public async Task<IReadOnlyList<Reply>> SayAsync(Person person, string text, bool group = false, string? messageId = null, IReadOnlyList<IncomingFile>? files = null)
    {
        await BindAsync(person);
        return await SayAsync(person.Id, text, group, messageId, files);
    }

    public Task<IReadOnlyList<Reply>> SayAsync(string sender, string text, bool group = false, string? messageId = null, IReadOnlyList<IncomingFile>? files = null) => _turn.HandleAsync(new IncomingMessage
    {
        Channel = "test",
        ConversationId = group ? "group" : "private-" + sender,
        MessageId = messageId ?? LastMessageId(++_messages),
        SenderId = sender,
        Text = text,
        IsGroup = group,
        Files = files ?? [],
    }, CancellationToken.None);

    public string LastMessageId(int? n = null) => $"m{n ?? _messages}";

    /// <summary>Texts told to a person unasked, newest last.</summary>
    public Task<IReadOnlyList<ToldMessage>> ToldAsync(Person person) => Books.Store.WriteAsync<IReadOnlyList<ToldMessage>>(session => [.. session.MessagesTo(person.Id, null, 50).Reverse()]);

    public async ValueTask DisposeAsync()
    {
        await Books.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private sealed class FailingLog : ILogger<Turn>
    {
        public string? First { get; private set; }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error) First ??= exception?.ToString() ?? formatter(state, exception);
        }
    }
}
