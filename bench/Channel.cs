using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;

namespace PartyProjects.Bench;

/// <summary>The other side: sends messages of N conversations and takes the replies through its connector, each matched to the message it answers.</summary>
internal sealed class Channel : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _waiting = new(StringComparer.Ordinal);
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false });
    private readonly WebApplication _connector;
    private readonly string _serviceUrl;
    private long _ids;

    private Channel(WebApplication connector, int port)
    {
        _connector = connector;
        _serviceUrl = $"http://127.0.0.1:{port}";
    }

    public static async Task<Channel> OpenAsync()
    {
        var port = BotProcess.FreePort();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var channel = new Channel(app, port);
        app.MapPost("/v3/conversations/{cid}/activities/{id?}", (RequestDelegate)channel.TakeAsync);
        await app.StartAsync();
        return channel;
    }

    /// <summary>Sends one message and waits for the reply to it; throws when none comes within the time.</summary>
    public async Task<string> SayAsync(int botPort, string conversation, string user, string text)
    {
        var id = $"{conversation}-{Interlocked.Increment(ref _ids)}";
        var reply = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = reply;
        var activity = new WireActivity
        {
            Type = "message",
            Id = id,
            Text = text,
            ChannelId = "emulator",
            ServiceUrl = _serviceUrl,
            From = new WireAccount { Id = user, Name = user },
            Recipient = new WireAccount { Id = "bot", Name = "bot" },
            Conversation = new WireAccount { Id = conversation },
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"http://127.0.0.1:{botPort}/api/messages")
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(activity, WireContext.Default.WireActivity)) { Headers = { ContentType = new("application/json") } },
        };
        using var response = await _client.SendAsync(request, CancellationToken.None);
        if ((int)response.StatusCode >= 300) throw new InvalidOperationException($"the bot answered {(int)response.StatusCode}");
        return await reply.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    /// <summary>Every conversation speaks as soon as it was answered, for the given time; gives turns a second and the latencies in milliseconds, sorted.</summary>
    public async Task<(double TurnsPerSecond, double[] Latencies)> LoadAsync(int botPort, int conversations, TimeSpan time, Func<int, int, string> say, Func<int, string> user, Func<string, bool> isRight)
    {
        var all = new ConcurrentBag<double>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, conversations).Select(c => Task.Run(async () =>
        {
            for (var n = 0; watch.Elapsed < time; n++)
            {
                var before = watch.Elapsed;
                var answer = await SayAsync(botPort, "c" + user(c), user(c), say(c, n));
                if (!isRight(answer)) throw new InvalidOperationException("not the answer to this message: " + answer);
                all.Add((watch.Elapsed - before).TotalMilliseconds);
            }
        })));
        var sorted = all.ToArray();
        Array.Sort(sorted);
        return (sorted.Length / watch.Elapsed.TotalSeconds, sorted);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _connector.DisposeAsync();
    }

    private async Task TakeAsync(HttpContext context)
    {
        var activity = await JsonSerializer.DeserializeAsync(context.Request.Body, WireContext.Default.WireActivity, context.RequestAborted);
        context.Response.StatusCode = 201;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync("{\"id\":\"r\"}");
        if (activity is { Type: "message", ReplyToId: { } id } && _waiting.TryRemove(id, out var reply)) reply.TrySetResult(activity.Text ?? "");
    }
}
