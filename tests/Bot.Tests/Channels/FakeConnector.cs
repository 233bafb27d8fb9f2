using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;

namespace PartyProjects.Tests.Bot.Channels;

/// <summary>The other end of the Activity protocol: takes replies, remembers how they came, answers as told.</summary>
internal sealed class FakeConnector : IDisposable
{
    private readonly HttpListener _listener = new();
    private readonly ConcurrentQueue<(int Status, string? RetryAfter)> _answers = new();
    private readonly SemaphoreSlim _arrived = new(0);

    public FakeConnector()
    {
        for (var port = 41000; ; port++)
        {
            _listener.Prefixes.Clear();
            _listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                _listener.Start();
                ServiceUrl = $"http://127.0.0.1:{port}";
                break;
            }
            catch (HttpListenerException) when (port < 41999)
            {
                // In use; the next one.
            }
        }

        _ = ServeAsync();
    }

    public string ServiceUrl { get; }

    /// <summary>Raw path (as percent-encoded on the wire) and body of everything that came.</summary>
    public ConcurrentQueue<(string Path, JsonElement Activity)> Posts { get; } = new();

    public void AnswerNext(int status, string? retryAfter = null) => _answers.Enqueue((status, retryAfter));

    public async Task<(string Path, JsonElement Activity)> NextAsync()
    {
        Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(15)), "no reply came");
        return Posts.ToArray()[^1];
    }

    public void Dispose() => _listener.Close();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            var body = await JsonDocument.ParseAsync(context.Request.InputStream);
            Posts.Enqueue((context.Request.RawUrl!, body.RootElement.Clone()));
            var (status, retryAfter) = _answers.TryDequeue(out var told) ? told : (201, null);
            context.Response.StatusCode = status;
            if (retryAfter is not null) context.Response.AddHeader("Retry-After", retryAfter);
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes("""{"id":"r1"}"""));
            context.Response.Close();
            _arrived.Release();
        }
    }
}
