using PartyProjects.Bot.Pictures;
using PartyProjects.Bot.Wording;

namespace PartyProjects.Bot.Pages;

/// <summary>Puts the pages into the host. Who is signed in (<see cref="SignedIn"/>) is registered by the one who owns the cookie.</summary>
public static class PagesRegistration
{
    public static IServiceCollection AddPages(this IServiceCollection services, PageMarking marking)
    {
        services.AddSingleton(marking);
        services.AddSingleton(s => new PageRooms(s.GetRequiredService<WordingFile>().Say, PictureFont.Find()));
        services.AddSingleton<PageHost>();
        return services;
    }

    public static void MapPages(this IEndpointRouteBuilder routes) => routes.ServiceProvider.GetRequiredService<PageHost>().Map(routes);
}
