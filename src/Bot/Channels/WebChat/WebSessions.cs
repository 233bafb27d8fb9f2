using System.Security.Cryptography;
using PartyProjects.Bot.Channels.DirectLine;
using PartyProjects.Data;
using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Channels.WebChat;

/// <summary>Who sits before the page: a signed cookie that names a channel user of the web chat. The person is whoever that user is bound to; nobody while it is not bound.</summary>
public sealed class WebSessions(SignedTokens tokens)
{
    private const string CookieName = "partyprojects";
    private const string Use = "session";
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>The channel user of the request's cookie; null without a valid one.</summary>
    public string? UserOf(HttpContext context) => tokens.Read(context.Request.Cookies[CookieName], Use)?.User;

    /// <summary>The person of the request; null when nobody is signed in.</summary>
    public Person? PersonOf(HttpContext context, Programme programme) =>
        UserOf(context) is { } user ? programme.Speaker(DirectLineChannel.ChannelName, "", user) : null;

    /// <summary>Begins a session; a new visitor gets an id that cannot be guessed.</summary>
    public string Begin(HttpContext context, string? userId = null)
    {
        var user = userId ?? "web-" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(CookieName, tokens.Issue(new TokenClaims { Use = Use, User = user }, Lifetime), new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = Lifetime,
            Path = "/",
        });
        return user;
    }

    public static void End(HttpContext context) => context.Response.Cookies.Delete(CookieName, new CookieOptions { Path = "/" });
}
