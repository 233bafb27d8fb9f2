using Microsoft.AspNetCore.Connections;
using PartyProjects.Bot.Pages;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Data.DataFiles;
using PartyProjects.Domain;
using PartyProjects.Scheduler;

namespace PartyProjects.Bot;

/// <summary>The whole put together: books, scheduler, conversation and channels in one host.</summary>
public static class BotApp
{
    /// <summary>Builds without starting. <paramref name="replace"/> lets a test put something else in a place.</summary>
    /// <exception cref="BadSetting">A setting cannot be.</exception>
    /// <exception cref="DatabaseUnusable">The database is damaged, newer or out of reach.</exception>
    public static WebApplication Build(string[] args, TimeProvider realTime, WordingFile words, Action<IServiceCollection>? replace = null)
    {
        // What comes with the program lies beside it; paths that an operator writes count from where he stands.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory, EnvironmentName = HostingEnvironment.Unless(args) });
        CheckAddresses(builder.Configuration["urls"]);
        var settings = BotSettings.Read(builder.Configuration, builder.Environment.IsDevelopment());
        var books = Books.Open(settings, realTime);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddSingleton(new RealTime(realTime)).AddSingleton(words).AddSingleton(_ => books).AddSingleton(s => s.GetRequiredService<Books>().Store);
        builder.Services.AddBot(builder.Configuration, settings, books, words);
        builder.Services.AddScheduler(new SchedulerOptions { ProgrammeTime = books.Clock, RealTime = realTime, Speak = words.Say, Postgres = settings.Postgres });
        builder.Services.AddHostedService<AlarmClocks>();
        builder.Services.AddHostedService<BookKeeper>();
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.Use(LastCatchAsync);
        app.UseWebSockets();
        app.MapBot();
        return app;
    }

    private static void CheckAddresses(string? urls)
    {
        foreach (var address in (urls ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                BindingAddress.Parse(address);
            }
            catch (FormatException)
            {
                throw new BadSetting(Statement.Of("Setting.Urls", ("value", address)));
            }
        }
    }

    /// <summary>A bug on the way in: logged, and one sentence for the caller, in Development too.</summary>
    private static async Task LastCatchAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to answer.
        }
        catch (Exception e)
        {
            context.RequestServices.GetRequiredService<ILogger<WebApplication>>().LogError(e, "{Method} {Path} failed", context.Request.Method, context.Request.Path);
            if (context.Response.HasStarted) throw;
            context.Response.Clear();
            await Channels.Answer.ErrorAsync(context, StatusCodes.Status500InternalServerError, "ServiceError", context.RequestServices.GetRequiredService<WordingFile>().Say("Channel.Failed"));
        }
    }

    /// <summary>Where to look, on the console.</summary>
    public static void SayWhereItIsOpen(WebApplication app, TextWriter console)
    {
        var words = app.Services.GetRequiredService<WordingFile>();
        var books = app.Services.GetRequiredService<Books>();
        foreach (var address in app.Urls) console.WriteLine(words.Say("Host.Open", ("address", address)));
        if (app.Services.GetRequiredService<PageMarking>()() is not null)
        {
            var now = books.Store.Now;
            console.WriteLine(words.Say("Host.Demo", ("year", now.Year), ("day", DateOnly.FromDateTime(now)), ("time", TimeOnly.FromDateTime(now))));
        }

        if (books.ClockWarning is { } warning) console.WriteLine(words.Say(warning));
        if (!Channels.WebChat.ChatAssets.HasWebChat) console.WriteLine(words.Say("Host.NoWebChat"));
    }

    /// <summary>The reason in words when the start failed for a reason an operator can mend; null for anything else, which is a bug.</summary>
    public static Statement? WhyItCannotStart(Exception e) => e switch
    {
        BadSetting bad => bad.Why,
        DatabaseUnusable unusable => unusable.Why,
        DataFileError file => file.Why,
        IOException { InnerException: AddressInUseException } => Statement.Of("Host.AddressInUse", ("reason", e.Message)),
        _ => null,
    };
}
