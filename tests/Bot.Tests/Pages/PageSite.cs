using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using PartyProjects.Bot;
using PartyProjects.Bot.Pages;
using PartyProjects.Bot.Wording;

namespace PartyProjects.Tests.Bot.Pages;

/// <summary>The pages on a real port over real books of the demo year; who is signed in is said by a cookie that only this test knows.</summary>
internal sealed class PageSite : IAsyncDisposable
{
    public const string Cookie = "test-person";

    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private PageSite(WebApplication app, Books books, DirectoryInfo folder)
    {
        _app = app;
        _folder = folder;
        Books = books;
        Address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
    }

    public Books Books { get; }

    public string Address { get; }

    public static async Task<PageSite> StartAsync(string startAt = "2017-09-30T10:00")
    {
        var folder = Directory.CreateTempSubdirectory("pages");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Database:Path"] = Path.Combine(folder.FullName, "p.db"), ["Clock:StartAt"] = startAt }).Build();
        var books = Books.Open(BotSettings.Read(configuration, isDevelopment: true), new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(56)));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(books.Store);
        builder.Services.AddSingleton(WordingFile.Load());
        builder.Services.AddSingleton<SignedIn>((http, programme) => programme.Person(Uri.UnescapeDataString(http.Request.Cookies[Cookie] ?? "")));
        builder.Services.AddSingleton<PageMarking>(() => "演示数据 · 演示时钟");
        builder.Services.AddSingleton(s => new PageRooms(s.GetRequiredService<WordingFile>().Say, new Lazy<PartyProjects.Bot.Pictures.PictureFont?>(PartyProjects.Bot.Pictures.PictureFont.Find))).AddSingleton<PageHost>();
        var app = builder.Build();
        app.Services.GetRequiredService<PageHost>().Map(app);
        await app.StartAsync();
        return new PageSite(app, books, folder);
    }

    /// <summary>A browser of somebody, without following redirects.</summary>
    public HttpClient ClientOf(string? person)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };
        if (person is not null) client.DefaultRequestHeaders.Add("Cookie", $"{Cookie}={Uri.EscapeDataString(person)}");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await Books.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
