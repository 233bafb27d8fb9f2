using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PartyProjects.Bot;
using PartyProjects.Bot.Channels;
using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Wording;
using PartyProjects.Scheduler.Outbox;

namespace PartyProjects.Tests.Bot.Channels;

/// <summary>The whole bot on a free port of this machine, with a database of its own; its alarm clocks are off.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly string _folder;
    private readonly bool _keep;
    private readonly WebApplication _app;

    private RunningBot(WebApplication app, string folder, bool keep)
    {
        _app = app;
        _folder = folder;
        _keep = keep;
        Address = new Uri(app.Urls.First());
        Http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public IMessageSender Sender => _app.Services.GetRequiredService<IMessageSender>();

    public Books Books => _app.Services.GetRequiredService<Books>();

    public static string NewFolder() => Directory.CreateTempSubdirectory("partyprojects-").FullName;

    /// <param name="brain">Answers instead of the conversation; null for the real one.</param>
    /// <param name="folder">Keeps its database over several runs; null for a new one.</param>
    /// <param name="environment">Development or Production.</param>
    /// <param name="settings">Further settings, <c>--Name=value</c>.</param>
    public static async Task<RunningBot> StartAsync(Converse? brain = null, string? folder = null, string environment = "Development", params string[] settings)
    {
        var own = folder ?? NewFolder();
        string[] args = [$"--environment={environment}", "--urls=http://127.0.0.1:0", $"--Database:Path={Path.Combine(own, "test.db")}", "--Logging:LogLevel:Default=Error", "--Demo:Year=none", .. settings];
        var app = BotApp.Build(args, TimeProvider.System, WordingFile.Load(), services =>
        {
            foreach (var clock in services.Where(s => s.ImplementationType == typeof(AlarmClocks)).ToList()) services.Remove(clock);
            if (brain is not null) services.AddSingleton(brain);
        });
        await app.StartAsync();
        return new RunningBot(app, own, folder is not null);
    }

    /// <summary>Says back what it heard, numbered, so that every answer can be told apart.</summary>
    public static Converse Echo(List<IncomingMessage>? heard = null) => (message, _) =>
    {
        if (heard is not null)
        {
            lock (heard) heard.Add(message);
        }

        return Task.FromResult<IReadOnlyList<Reply>>([new Reply("heard: " + message.Text)]);
    };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_keep) return;
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // A file still held is left to the system's temporary folder.
        }
    }
}
