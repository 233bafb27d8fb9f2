using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using PartyProjects.Scheduler.Outbox;

namespace PartyProjects.Bot.Channels.ActivityProtocol;

/// <summary>What the connector said to one post.</summary>
internal sealed record ConnectorAnswer(HttpStatusCode? Status, string? Id, string? ErrorCode, TimeSpan? RetryAfter, bool MayHaveArrived)
{
    public bool IsTaken => Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted;

    /// <summary>Channels.md 1.5, as outcomes of a delivery.</summary>
    public DeliveryOutcome Outcome(string text)
    {
        if (IsTaken) return new DeliveryOutcome.Sent(Id ?? "", text);
        var reason = Status is null ? "no answer" : $"{(int)Status} {ErrorCode}".Trim();
        return Status switch
        {
            null => MayHaveArrived ? new DeliveryOutcome.Unknown(reason) : new DeliveryOutcome.Retry(FirstPause, OutcomeScope.Row, reason),
            HttpStatusCode.TooManyRequests => new DeliveryOutcome.Retry(RetryAfter ?? FirstPause, OutcomeScope.Row, reason),
            HttpStatusCode.Forbidden when ErrorCode == "BotDisabledByAdmin" => new DeliveryOutcome.GiveUp(reason, OutcomeScope.Channel),
            HttpStatusCode.Unauthorized => new DeliveryOutcome.GiveUp(reason, OutcomeScope.Channel),
            HttpStatusCode.Forbidden or HttpStatusCode.NotFound => new DeliveryOutcome.GiveUp(reason, OutcomeScope.Recipient),
            HttpStatusCode.PreconditionFailed or >= HttpStatusCode.InternalServerError => new DeliveryOutcome.Retry(RetryAfter ?? FirstPause, OutcomeScope.Row, reason),
            _ => new DeliveryOutcome.GiveUp(reason, OutcomeScope.Row),
        };
    }

    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
}

/// <summary>Posts activities to a channel's connector. One handler for the whole process: a client per turn costs more than the turn.</summary>
internal sealed class Connector : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        UseCookies = false,
        UseProxy = false,
        AllowAutoRedirect = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ConnectTimeout = TimeSpan.FromSeconds(5),
    });

    public async Task<ConnectorAnswer> PostAsync(Uri service, string conversationId, string? replyToId, Activity activity, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Post, ServiceAddress.Activities(service, conversationId, replyToId))
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity, ActivityJson.Default.Activity)) { Headers = { ContentType = Json } },
        };
        try
        {
            using var response = await _http.SendAsync(request, patience.Token);
            var body = await BodyAsync(response, patience.Token);
            return new ConnectorAnswer(response.StatusCode, body?.Id, body?.Error?.Code, response.Headers.RetryAfter?.Delta, MayHaveArrived: true);
        }
        catch (HttpRequestException e)
        {
            return new ConnectorAnswer(null, null, null, null, e.HttpRequestError is not (HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new ConnectorAnswer(null, null, null, null, MayHaveArrived: true);
        }
    }

    private static async Task<ResourceAnswer?> BodyAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        const int Enough = 64 * 1024;
        if (response.Content.Headers.ContentLength is 0 or > Enough) return null;
        try
        {
            return JsonSerializer.Deserialize(await response.Content.ReadAsByteArrayAsync(cancellation), ActivityJson.Default.ResourceAnswer);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public void Dispose() => _http.Dispose();
}
