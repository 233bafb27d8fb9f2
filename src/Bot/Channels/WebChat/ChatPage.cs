using System.Globalization;
using System.Security.Cryptography;
using PartyProjects.Bot.Channels.ActivityProtocol;
using PartyProjects.Bot.Channels.DirectLine;
using PartyProjects.Bot.Pages;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Channels.WebChat;

/// <summary>The page at <c>/</c>: the chat window, who sits before it, and in the demo the people to step in as. Nothing on it comes from another host.</summary>
internal sealed class ChatPage(ProgrammeStore store, WebSessions sessions, WordingFile words, PageMarking marking, ChatAssets assets, IHostEnvironment environment)
{
    private const string SteppedInAs = "demo";

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", ShowAsync);
        routes.MapPost("/step-in", StepInAsync);
        routes.MapPost("/step-out", StepOutAsync);
        routes.MapGet("/programme-time", context => context.Response.WriteAsync(Time(), context.RequestAborted));
        foreach (var name in ChatAssets.Names) routes.MapGet("/" + name, context => assets.SendAsync(context, name));
    }

    private Task ShowAsync(HttpContext context)
    {
        var user = sessions.UserOf(context) ?? sessions.Begin(context);
        var programme = store.Current;
        var person = programme.Speaker(DirectLineChannel.ChannelName, "", user);
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = $"default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws://{context.Request.Host} wss://{context.Request.Host}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(Page(context, programme, person, user, nonce).Text, context.RequestAborted);
    }

    private Html Page(HttpContext context, Programme programme, Person? person, string user, string nonce) => Html.Of($"""
        <!doctype html>
        <html lang="zh-CN">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content">
        <title>{words.Say("ProductName")}</title>
        <link rel="icon" href="data:,">
        <link rel="stylesheet" href="{ChatAssets.AddressOf("chat.css")}">
        {Scripts()}
        </head>
        <body>
        <header><h1>{words.Say("ProductName")}</h1>{Mark()}<span id="clock">{Time()}</span>{Who(person)}</header>
        {Rooms(context, programme, person)}
        {(person is null ? SignIn(context, programme) : Html.Nothing)}
        <main id="chat" data-nonce="{nonce}" data-user="{UserMark(user)}" data-plain="{ChatAssets.AddressOf("chat-plain.js")}" data-opening="{words.Say("Chat.Opening")}" data-placeholder="{words.Say("Chat.Placeholder")}" data-send="{words.Say("Chat.Send")}"></main>
        <noscript><p class="notice">{words.Say("Chat.NeedsScript")}</p></noscript>
        </body>
        </html>
        """);

    private static Html Scripts() => Html.Join((ChatAssets.HasWebChat ? new[] { ChatAssets.WebChat, "chat.js" } : ["chat.js"]).Select(name => Html.Of($"<script src=\"{ChatAssets.AddressOf(name)}\" defer></script>\n")));

    private Html Mark() => marking() is { } mark ? Html.Of($"<span class=\"mark\">{mark}</span>") : Html.Nothing;

    private Html Who(Person? person) => person is null ? Html.Nothing : Html.Of($"""
        <span class="who">{person.Title}</span><form method="post" action="/step-out"><button>{words.Say("Chat.StepOut")}</button></form>
        """);

    private Html Rooms(HttpContext context, Programme programme, Person? person)
    {
        if (person is null) return Html.Nothing;
        var now = store.Now;
        var today = DateOnly.FromDateTime(now);
        var visit = new Visit { Http = context, Person = person, Programme = programme, Store = store, Now = now, Say = words.Say, Roles = [.. Enum.GetValues<Role>().Where(r => Programme.Holds(person, r, today))] };
        var names = ((Say)words.Say).List("RoomNames");
        var rooms = PageRoutes.RoomsOf(visit).Select(r => Html.Of($"<a href=\"{r.Path}\">{names[r.Room]}</a>")).ToList();
        return rooms.Count == 0 ? Html.Nothing : Html.Of($"<nav aria-label=\"{words.Say("RoomsLabel")}\">{rooms}</nav>");
    }

    private Html SignIn(HttpContext context, Programme programme)
    {
        if (!MayStepIn(context)) return Html.Of($"<section class=\"notice\"><p>{words.Say("Chat.SignIn")}</p></section>");
        var offices = programme.Organizations
            .OrderBy(o => o.Type == OrganizationType.Other).ThenBy(o => o.Type)
            .Select(o => (Organization: o, People: programme.PeopleOf(o.Id).ToList()))
            .Where(o => o.People.Count > 0)
            .Select(o => Html.Of($"<optgroup label=\"{o.Organization.Name}\">{o.People.Select(p => Html.Of($"<option value=\"{p.Id}\">{p.Title}</option>"))}</optgroup>"));
        return Html.Of($"""
            <section class="notice"><p><label for="person">{words.Say("Chat.StepInAs")}</label></p>
            <form method="post" action="/step-in"><select id="person" name="person">{offices}</select><button>{words.Say("Chat.StepIn")}</button></form>
            <p class="small">{words.Say("Chat.OrBind")}</p></section>
            """);
    }

    /// <summary>Only in the demo, only in Development, only at this machine.</summary>
    private bool MayStepIn(HttpContext context) => environment.IsDevelopment() && marking() is not null && CallerCheck.IsThisMachine(context);

    private async Task StepInAsync(HttpContext context)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        if (!MayStepIn(context) || !IsFromHere(context) || store.Current.Person(form["person"]) is not { } person)
        {
            await Answer.ErrorAsync(context, StatusCodes.Status403Forbidden, "Forbidden", words.Say("Chat.MayNotStepIn"));
            return;
        }

        var user = $"{SteppedInAs}-{person.Id}";
        if (store.Current.Speaker(DirectLineChannel.ChannelName, "", user) is null)
        {
            await store.WriteAsync(session => session.BindIdentity(person.Id, DirectLineChannel.ChannelName, "", user, null, SteppedInAs), context.RequestAborted);
        }

        sessions.Begin(context, user);
        GoHome(context);
    }

    private static Task StepOutAsync(HttpContext context)
    {
        if (IsFromHere(context)) WebSessions.End(context);
        GoHome(context);
        return Task.CompletedTask;
    }

    private static void GoHome(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = "/";
    }

    /// <summary>A form of another site cannot act for somebody here.</summary>
    private static bool IsFromHere(HttpContext context)
    {
        var site = context.Request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        var origin = context.Request.Headers.Origin.ToString();
        return origin.Length == 0 || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == context.Request.Host.Value);
    }

    private string Time() => words.Say("Chat.Time", ("day", DateOnly.FromDateTime(store.Now)), ("year", store.Now.Year), ("time", TimeOnly.FromDateTime(store.Now)));

    /// <summary>Tells conversations of several users of one browser apart, without giving the id away.</summary>
    private static string UserMark(string user) => Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(user)))[..8];
}
