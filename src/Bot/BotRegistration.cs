using PartyProjects.Bot.Channels;
using PartyProjects.Bot.Channels.ActivityProtocol;
using PartyProjects.Bot.Channels.DirectLine;
using PartyProjects.Bot.Channels.WebChat;
using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Pages;
using PartyProjects.Bot.Pictures;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Scheduler.Outbox;

namespace PartyProjects.Bot;

/// <summary>The bot's part of the host: conversation, channels, pages.</summary>
internal static class BotRegistration
{
    public static IServiceCollection AddBot(this IServiceCollection services, IConfiguration configuration, BotSettings settings, Books books, WordingFile words)
    {
        services.AddSingleton(books.Rules.Words).AddConversation();
        services.AddSingleton<Converse>(s => s.GetRequiredService<Turn>().HandleAsync);
        services.AddSingleton(ChannelSettings.DirectLine(configuration));
        services.AddSingleton<Welcome>();
        services.AddSingleton<CallerCheck>().AddSingleton<Connector>().AddSingleton<AnsweredActivities>().AddSingleton<ActivityEndpoint>();
        services.AddSingleton<DirectLineRepository>().AddSingleton<SignedTokens>().AddSingleton<DirectLineStreams>().AddSingleton<DirectLineCallers>();
        services.AddSingleton(s => new DirectLineActivityWriter(s.GetRequiredService<RealTime>(), words.Say("ProductName")));
        services.AddSingleton<DirectLineConversations>().AddSingleton<DirectLineEndpoints>();
        services.AddSingleton<IChannel, DirectLineChannel>().AddSingleton<IChannel, ActivityChannel>().AddSingleton<IMessageSender, ChannelDispatcher>();

        services.AddSingleton<WebSessions>().AddSingleton<ChatAssets>().AddSingleton<ChatPage>();
        services.AddSingleton<SignedIn>(s => s.GetRequiredService<WebSessions>().PersonOf);
        services.AddSingleton<PageMarking>(() => settings.Demo ? words.Say(new Statement(books.Clock.IsMoved ? "Host.DemoMark" : "Host.DemoDataMark")) : books.Clock.IsMoved ? words.Say(new Statement("Host.ClockMark")) : null);
        services.AddSingleton(_ => new PageRooms(words.Say, new Lazy<PictureFont?>(PictureFont.Find))).AddSingleton<PageHost>();
        return services;
    }

    /// <summary>Every address of ours. In Production <c>/api/messages</c> does not exist until it is configured.</summary>
    public static void MapBot(this WebApplication app)
    {
        if (app.Services.GetRequiredService<CallerCheck>().IsOpen) app.Map("/api/messages", (RequestDelegate)app.Services.GetRequiredService<ActivityEndpoint>().HandleAsync);
        app.Services.GetRequiredService<DirectLineEndpoints>().Map(app);
        app.Services.GetRequiredService<ChatPage>().Map(app);
        app.Services.GetRequiredService<PageHost>().Map(app);
    }
}
