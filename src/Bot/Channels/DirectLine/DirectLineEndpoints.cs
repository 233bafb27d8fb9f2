using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;

namespace PartyProjects.Bot.Channels.DirectLine;

/// <summary>Direct Line 3.0 over HTTP (channels.md 2.1), as Microsoft's clients expect it.</summary>
internal sealed class DirectLineEndpoints(DirectLineRepository repository, DirectLineConversations conversations, DirectLineStreams streams, DirectLineCallers callers, SignedTokens tokens, DirectLineSettings settings, WordingFile words, RealTime realTime)
{
    private const int MostAtOnce = 100;
    private const int UploadLimit = 10 * 1024 * 1024;
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan StreamLife = TimeSpan.FromSeconds(60);
    private static readonly string[] ShownInPlace = ["image/png", "image/jpeg", "image/gif", "image/webp", "image/svg+xml"];
    private readonly ConcurrentDictionary<string, DateTimeOffset> _usedStreams = new(StringComparer.Ordinal);

    public void Map(IEndpointRouteBuilder routes)
    {
        var room = routes.MapGroup("/v3/directline");
        Map(room, "POST", "/tokens/generate", GenerateAsync);
        Map(room, "POST", "/tokens/refresh", RefreshAsync);
        Map(room, "POST", "/conversations", StartAsync);
        Map(room, "GET", "/conversations/{cid}", ReconnectAsync);
        Map(room, "GET", "/conversations/{cid}/activities", ActivitiesAsync);
        Map(room, "POST", "/conversations/{cid}/activities", PostAsync);
        Map(room, "POST", "/conversations/{cid}/upload", UploadAsync);
        Map(room, "GET", "/conversations/{cid}/stream", StreamAsync);
        Map(room, "GET", "/session/getsessionid", context => Answer.BytesAsync(context, StatusCodes.Status200OK, "{}"u8.ToArray()));
        Map(room, "GET", "/files/{id}/{name}", FileAsync);
        Map(room, "OPTIONS", "/{**rest}", context =>
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        });
    }

    private void Map(IEndpointRouteBuilder room, string method, string path, RequestDelegate handle) => room.MapMethods(path, [method], (RequestDelegate)(context =>
    {
        AllowOrigin(context);
        return handle(context);
    }));

    /// <summary>Only sites that the operator named; our own page needs none of this.</summary>
    private void AllowOrigin(HttpContext context)
    {
        if (context.Request.Headers.Origin.ToString() is not { Length: > 0 } origin || !settings.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase)) return;
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.Vary = "Origin";
        headers.AccessControlAllowHeaders = "Authorization, Content-Type, x-ms-bot-agent, x-requested-with";
        headers.AccessControlAllowMethods = "GET, POST, OPTIONS";
        headers.AccessControlMaxAge = "86400";
    }

    private async Task GenerateAsync(HttpContext context)
    {
        var (state, request) = await BodyAsync(context);
        if (state != BodyState.Read)
        {
            await RefuseAsync(context, state);
            return;
        }

        var asked = string.IsNullOrEmpty(request!.User?.Id) ? null : request.User.Id;
        var (user, isSession, denied) = callers.UserOfNewToken(context, asked);
        if (denied is not null)
        {
            await RefuseAsync(context, denied);
            return;
        }

        var conversation = (isSession ? ConversationOfPage(user!, request.ConversationId) : null) ?? Guid.NewGuid().ToString("N");
        await AnswerAsync(context, StatusCodes.Status200OK, conversation, user, request.TrustedOrigins, stream: false);
    }

    /// <summary>A page that is loaded again goes on in its conversation; one that is opened anew in the last conversation of the user, unless that is open elsewhere.</summary>
    private string? ConversationOfPage(string user, string? before)
    {
        var known = repository.Of(user);
        if (before is not null && known.Any(c => c.Id == before)) return before;
        return known.FirstOrDefault() is { } last && !streams.IsOpen(last.Id) ? last.Id : null;
    }

    private async Task RefreshAsync(HttpContext context)
    {
        var (caller, denied) = callers.Of(context, null);
        if (denied is null && caller!.Token is null) denied = new Denied(StatusCodes.Status403Forbidden, "BadToken", "Channel.BadToken");
        if (denied is not null) await RefuseAsync(context, denied);
        else await AnswerAsync(context, StatusCodes.Status200OK, caller!.Token!.Conv!, caller.Token.User, caller.Token.Origins, stream: false);
    }

    private async Task StartAsync(HttpContext context)
    {
        var (caller, denied) = callers.Of(context, null);
        if (denied is not null)
        {
            await RefuseAsync(context, denied);
            return;
        }

        var (state, request) = await BodyAsync(context);
        if (state != BodyState.Read)
        {
            await RefuseAsync(context, state);
            return;
        }

        var asked = string.IsNullOrEmpty(request!.User?.Id) ? null : request.User.Id;
        var token = caller!.Token;
        if (token?.User is { } own && asked is not null && asked != own)
        {
            await RefuseAsync(context, new Denied(StatusCodes.Status403Forbidden, "OtherUser", "Channel.OtherUser"));
            return;
        }

        if (token?.User is null && IsReserved(asked))
        {
            await RefuseAsync(context, new Denied(StatusCodes.Status400BadRequest, "BadArgument", "Channel.ReservedUser"));
            return;
        }

        var user = token is null ? asked : token.User ?? asked;
        var conversation = token?.Conv ?? Guid.NewGuid().ToString("N");
        var isNew = await conversations.OpenAsync(conversation, user, CancellationToken.None);
        await AnswerAsync(context, isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, conversation, user, token?.Origins, stream: true);
    }

    private async Task ReconnectAsync(HttpContext context)
    {
        if (await ConversationAsync(context) is not var (caller, conversation)) return;
        if (Watermark(context) is null) await RefuseAsync(context, new Denied(StatusCodes.Status400BadRequest, "BadArgument", "Channel.BadWatermark"));
        else await AnswerAsync(context, StatusCodes.Status200OK, conversation.Id, caller.Token?.User, caller.Token?.Origins, stream: true);
    }

    private async Task ActivitiesAsync(HttpContext context)
    {
        if (await ConversationAsync(context) is not var (_, conversation)) return;
        if (Watermark(context) is not { } watermark)
        {
            await RefuseAsync(context, new Denied(StatusCodes.Status400BadRequest, "BadArgument", "Channel.BadWatermark"));
            return;
        }

        var set = DirectLineStreams.SetOf(repository.After(conversation.Id, watermark, MostAtOnce), watermark);
        await Answer.BytesAsync(context, StatusCodes.Status200OK, System.Text.Encoding.UTF8.GetBytes(set));
    }

    private async Task PostAsync(HttpContext context)
    {
        if (await ConversationAsync(context) is not var (caller, conversation)) return;
        var (state, activity) = await RequestBody.ReadJsonAsync(context, DirectLineJson.Default.JsonObject);
        if (state != BodyState.Read) await RefuseAsync(context, state);
        else await TakeAsync(context, caller, conversation, activity!, []);
    }

    private async Task UploadAsync(HttpContext context)
    {
        if (await ConversationAsync(context) is not var (caller, conversation)) return;
        var (activity, files, denied) = await DirectLineUpload.ReadAsync(context, UploadLimit);
        if (denied is not null)
        {
            await RefuseAsync(context, denied);
            return;
        }

        if (context.Request.Query["userId"].ToString() is { Length: > 0 } user && activity!["from"] is null) activity["from"] = new JsonObject { ["id"] = user };
        await TakeAsync(context, caller, conversation, activity!, files);
    }

    private async Task TakeAsync(HttpContext context, Caller caller, DirectLineConversation conversation, JsonObject activity, IReadOnlyList<IncomingFile> files)
    {
        var type = DirectLineConversations.Text(activity, "type");
        if (type.Length == 0)
        {
            await RefuseAsync(context, new Denied(StatusCodes.Status400BadRequest, "BadArgument", "Channel.NoType"));
            return;
        }

        var user = caller.Token?.User ?? conversation.UserId;
        if (user is null)
        {
            var speaker = activity["from"] is JsonObject from ? DirectLineConversations.Text(from, "id") : "";
            if (speaker.Length == 0 || IsReserved(speaker))
            {
                await RefuseAsync(context, new Denied(StatusCodes.Status400BadRequest, "BadArgument", speaker.Length == 0 ? "Channel.NoSender" : "Channel.ReservedUser"));
                return;
            }

            user = await repository.PinUserAsync(conversation.Id, speaker, CancellationToken.None);
        }

        // Typing and the like are for the moment only: taken, not kept.
        var id = type is "message" or "event"
            ? await conversations.PostAsync(conversation, user, activity, files, $"{context.Request.Scheme}://{context.Request.Host}/v3/directline/files/")
            : DirectLineActivityWriter.IdOf(conversation.Id, conversation.LastNumber);
        await Answer.JsonAsync(context, StatusCodes.Status200OK, new IdAnswer(id), DirectLineJson.Default.IdAnswer);
    }

    private async Task StreamAsync(HttpContext context)
    {
        var claims = tokens.Read(context.Request.Query["t"], DirectLineCallers.StreamUse);
        if (!context.WebSockets.IsWebSocketRequest) await RefuseAsync(context, new Denied(StatusCodes.Status400BadRequest, "BadArgument", "Channel.OnlyWebSocket"));
        else if (claims?.Conv is not { } conversation || conversation != Cid(context) || !IsFirstUse(claims)) await RefuseAsync(context, new Denied(StatusCodes.Status403Forbidden, "BadToken", "Channel.BadToken"));
        else
        {
            using var socket = await context.WebSockets.AcceptWebSocketAsync();
            await streams.ServeAsync(socket, conversation, Watermark(context) ?? 0, context.RequestAborted);
        }
    }

    private bool IsFirstUse(TokenClaims claims)
    {
        var now = realTime.Clock.GetUtcNow();
        foreach (var (jti, until) in _usedStreams)
        {
            if (until < now) _usedStreams.TryRemove(jti, out _);
        }

        return claims.Jti is { } id && _usedStreams.TryAdd(id, now + StreamLife + StreamLife);
    }

    private async Task FileAsync(HttpContext context)
    {
        if (repository.File((string)context.Request.RouteValues["id"]!) is not { } file)
        {
            await RefuseAsync(context, new Denied(StatusCodes.Status404NotFound, "NotFound", "Channel.NoFile"));
            return;
        }

        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";
        headers.CacheControl = "private, max-age=86400, immutable";
        if (!ShownInPlace.Contains(file.ContentType, StringComparer.Ordinal)) headers.ContentDisposition = $"attachment; filename*=UTF-8''{Uri.EscapeDataString(file.Name)}";
        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = file.Content.Length;
        await context.Response.BodyWriter.WriteAsync(file.Content, context.RequestAborted);
    }

    /// <summary>The conversation of the path, for who may enter it; null when the refusal has been said.</summary>
    private async ValueTask<(Caller Caller, DirectLineConversation Conversation)?> ConversationAsync(HttpContext context)
    {
        var cid = Cid(context);
        var (caller, denied) = callers.Of(context, cid);
        var conversation = denied is null ? repository.Find(cid) : null;
        if (conversation is null)
        {
            await RefuseAsync(context, denied ?? new Denied(StatusCodes.Status404NotFound, "ConversationNotFound", "Channel.NoSuchConversation"));
            return null;
        }

        return (caller!, conversation);
    }

    private static string Cid(HttpContext context) => (string)context.Request.RouteValues["cid"]!;

    /// <summary>Empty means from the start; null means it is none of ours.</summary>
    private static long? Watermark(HttpContext context)
    {
        var text = context.Request.Query["watermark"].ToString();
        if (text is "" or "-") return 0;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var watermark) ? watermark : null;
    }

    private static bool IsReserved(string? user) => user?.StartsWith("dl_", StringComparison.Ordinal) == true;

    private static async ValueTask<(BodyState, GenerateRequest?)> BodyAsync(HttpContext context) =>
        context.Request.ContentLength is 0 || (context.Request.ContentLength is null && !context.Request.Headers.ContainsKey("Transfer-Encoding"))
            ? (BodyState.Read, new GenerateRequest())
            : await RequestBody.ReadJsonAsync(context, DirectLineJson.Default.GenerateRequest);

    private async Task AnswerAsync(HttpContext context, int status, string conversation, string? user, IReadOnlyList<string>? origins, bool stream)
    {
        var claims = new TokenClaims { Use = DirectLineCallers.TokenUse, Conv = conversation, User = user, Origins = origins };
        var answer = new ConversationAnswer
        {
            ConversationId = conversation,
            Token = tokens.Issue(claims, TokenLife),
            ExpiresIn = (int)TokenLife.TotalSeconds,
            StreamUrl = stream ? StreamUrl(context, conversation) : null,
        };
        await Answer.JsonAsync(context, status, answer, DirectLineJson.Default.ConversationAnswer);
    }

    private string StreamUrl(HttpContext context, string conversation)
    {
        var ticket = tokens.Issue(new TokenClaims { Use = DirectLineCallers.StreamUse, Conv = conversation, Jti = Guid.NewGuid().ToString("N") }, StreamLife);
        var scheme = context.Request.IsHttps ? "wss" : "ws";
        return $"{scheme}://{context.Request.Host}/v3/directline/conversations/{Uri.EscapeDataString(conversation)}/stream?watermark={Watermark(context)}&t={ticket}";
    }

    private Task RefuseAsync(HttpContext context, Denied denied) => Answer.ErrorAsync(context, denied.Status, denied.Code, words.Say(denied.Key));

    private Task RefuseAsync(HttpContext context, BodyState state) => RefuseAsync(context, state == BodyState.TooLarge
        ? new Denied(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "Channel.TooLarge")
        : new Denied(StatusCodes.Status400BadRequest, "BadSyntax", "Channel.NotJson"));
}
