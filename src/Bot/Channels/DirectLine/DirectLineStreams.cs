using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using PartyProjects.Data;

namespace PartyProjects.Bot.Channels.DirectLine;

/// <summary>
/// The open sockets, one a conversation (channels.md 2.3). A socket only ever sends what the database has after its own watermark; a new activity is no more than a
/// reason to look. So nothing is lost between posting and opening, nothing doubled, and what another process stored is found at the next look.
/// </summary>
internal sealed class DirectLineStreams(DirectLineRepository repository, IHostApplicationLifetime lifetime)
{
    private const int MostAtOnce = 100;
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<string, Stream> _open = new(StringComparer.Ordinal);

    public bool IsOpen(string conversationId) => _open.ContainsKey(conversationId);

    /// <summary>Something was stored in the conversation.</summary>
    public void Look(string conversationId)
    {
        if (_open.TryGetValue(conversationId, out var stream)) stream.Look();
    }

    /// <summary>Serves a socket until either side closes it, the host stops, or another socket of the same conversation takes over.</summary>
    public async Task ServeAsync(WebSocket socket, string conversationId, long watermark, CancellationToken aborted)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
        using var stream = new Stream(stop);
        _open.AddOrUpdate(conversationId, stream, (_, before) =>
        {
            before.Collide();
            return stream;
        });
        try
        {
            await Task.WhenAny(SendAsync(socket, stream, conversationId, watermark, stop.Token), ReceiveAsync(socket, stop.Token));
            await CloseAsync(socket, stream.HasCollided ? "collision" : "closing");
        }
        finally
        {
            _open.TryRemove(KeyValuePair.Create(conversationId, stream));
            await stop.CancelAsync();
        }
    }

    /// <summary>The set as it goes over the wire; the bodies are JSON already.</summary>
    public static string SetOf(IReadOnlyList<DirectLineActivity> activities, long watermark) =>
        $$"""{"activities":[{{string.Join(',', activities.Select(a => a.Body))}}],"watermark":"{{(activities.Count > 0 ? activities[^1].Number : watermark)}}"}""";

    private async Task SendAsync(WebSocket socket, Stream stream, string conversationId, long watermark, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested)
            {
                var activities = repository.After(conversationId, watermark, MostAtOnce);
                if (activities.Count > 0)
                {
                    await SendAsync(socket, SetOf(activities, watermark), stop);
                    watermark = activities[^1].Number;
                    continue;
                }

                if (!await stream.WaitAsync(KeepAlive, stop)) await SendAsync(socket, "", stop);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // The other side is gone; what was not seen is asked for again with the watermark.
        }
    }

    private static ValueTask SendAsync(WebSocket socket, string text, CancellationToken stop) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text).AsMemory(), WebSocketMessageType.Text, endOfMessage: true, stop);

    /// <summary>Clients send nothing but empty frames; anything else is read and ignored.</summary>
    private static async Task ReceiveAsync(WebSocket socket, CancellationToken stop)
    {
        var ignored = new byte[1024];
        try
        {
            while (socket.State == WebSocketState.Open && (await socket.ReceiveAsync(ignored.AsMemory(), stop)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
        }
    }

    private static async Task CloseAsync(WebSocket socket, string reason)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, reason, patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
        }
    }

    private sealed class Stream(CancellationTokenSource stop) : IDisposable
    {
        private readonly SemaphoreSlim _news = new(0, 1);
        private volatile bool _collided;
        private volatile bool _disposed;

        public bool HasCollided => _collided;

        public void Look()
        {
            if (_disposed) return;
            try
            {
                _news.Release();
            }
            catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
            {
                // It is about to look anyway, or is gone.
            }
        }

        public Task<bool> WaitAsync(TimeSpan time, CancellationToken cancellation) => _news.WaitAsync(time, cancellation);

        public void Collide()
        {
            _collided = true;
            Look();
            try
            {
                stop.CancelAfter(TimeSpan.Zero);
            }
            catch (ObjectDisposedException)
            {
                // It closed in the same moment.
            }
        }

        public void Dispose()
        {
            _disposed = true;
            _news.Dispose();
        }
    }
}
