using System.Security.Cryptography;
using System.Text;
using PartyProjects.Bot.Channels.ActivityProtocol;
using PartyProjects.Bot.Channels.WebChat;

namespace PartyProjects.Bot.Channels.DirectLine;

/// <summary>Who calls: with the secret, or with a token of one conversation, or without anything.</summary>
internal sealed record Caller(bool HasSecret, TokenClaims? Token);

/// <summary>Why a call is not let in; the status is the protocol's.</summary>
internal sealed record Denied(int Status, string Code, string Key);

/// <summary>Who may do what (channels.md 2.1, 2.2): a token is one conversation, and nobody ever speaks as another user.</summary>
internal sealed class DirectLineCallers(DirectLineSettings settings, SignedTokens tokens, WebSessions sessions, IHostEnvironment environment)
{
    public const string TokenUse = "directline";
    public const string StreamUse = "stream";
    private static readonly Denied NoHeader = new(StatusCodes.Status401Unauthorized, "MissingToken", "Channel.NoToken");
    private static readonly Denied BadToken = new(StatusCodes.Status403Forbidden, "BadToken", "Channel.BadToken");
    private static readonly Denied Foreign = new(StatusCodes.Status403Forbidden, "ForeignConversation", "Channel.ForeignConversation");
    private static readonly Denied OtherUser = new(StatusCodes.Status403Forbidden, "OtherUser", "Channel.OtherUser");

    /// <summary>The caller of everything but tokens/generate.</summary>
    public (Caller? Caller, Denied? Denied) Of(HttpContext context, string? conversationId)
    {
        if (Bearer(context) is not { } bearer) return (null, NoHeader);
        if (IsSecret(bearer)) return (new Caller(true, null), null);
        if (tokens.Read(bearer, TokenUse) is not { } claims) return (null, BadToken);
        if (conversationId is not null && claims.Conv != conversationId) return (null, Foreign);
        if (claims.Origins is { Count: > 0 } origins && context.Request.Headers.Origin.ToString() is { Length: > 0 } origin && !origins.Contains(origin, StringComparer.OrdinalIgnoreCase)) return (null, BadToken);
        return (new Caller(false, claims), null);
    }

    /// <summary>
    /// The user a new token is for. With the secret: the one asked for, or none yet. With the page's cookie: the one of the cookie. Without either: the one asked for,
    /// but only in Development and from this machine.
    /// </summary>
    public (string? UserId, bool IsSession, Denied? Denied) UserOfNewToken(HttpContext context, string? askedFor)
    {
        if (Bearer(context) is { } bearer) return IsSecret(bearer) ? (askedFor, false, null) : (null, false, BadToken);
        if (context.Request.Headers.Authorization.Count > 0) return (null, false, NoHeader);
        if (sessions.UserOf(context) is { } user) return askedFor is null || askedFor == user ? (user, true, null) : (null, false, OtherUser);
        return environment.IsDevelopment() && CallerCheck.IsThisMachine(context) ? (askedFor, false, null) : (null, false, NoHeader);
    }

    private bool IsSecret(string bearer) =>
        settings.Secret is { } secret && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(bearer)), SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static string? Bearer(HttpContext context)
    {
        var parts = context.Request.Headers.Authorization.ToString().Split(' ');
        return parts is [var scheme, { Length: > 0 } value] && scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase) ? value : null;
    }
}
