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
    private static readonly TimeSpan Handshake = TimeSpan.FromSeconds(2);
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
        using var stream = new Stream();
        using var stopping = lifetime.ApplicationStopping.Register(() => stream.End("server stops"));
        _open.AddOrUpdate(conversationId, stream, (_, before) =>
        {
            before.End("collision");
            return stream;
        });
        try
        {
            // Cancelling a receive would tear the connection down, so both loops are ended by what they see, not by a token.
            var receiving = ReceiveAsync(socket, stream, aborted);
            await SendAsync(socket, stream, conversationId, watermark, aborted);
            await CloseAsync(socket, stream.Ended ?? "closing");
            await Task.WhenAny(receiving, Task.Delay(Handshake, CancellationToken.None));
        }
        finally
        {
            _open.TryRemove(KeyValuePair.Create(conversationId, stream));
        }
    }

    /// <summary>The set as it goes over the wire; the bodies are JSON already.</summary>
    public static string SetOf(IReadOnlyList<DirectLineActivity> activities, long watermark) =>
        $$"""{"activities":[{{string.Join(',', activities.Select(a => a.Body))}}],"watermark":"{{(activities.Count > 0 ? activities[^1].Number : watermark)}}"}""";

    private async Task SendAsync(WebSocket socket, Stream stream, string conversationId, long watermark, CancellationToken aborted)
    {
        try
        {
            while (stream.Ended is null)
            {
                var activities = repository.After(conversationId, watermark, MostAtOnce);
                if (activities.Count > 0)
                {
                    await SendAsync(socket, SetOf(activities, watermark), aborted);
                    watermark = activities[^1].Number;
                    continue;
                }

                if (!await stream.WaitAsync(KeepAlive, aborted)) await SendAsync(socket, "", aborted);
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
    private static async Task ReceiveAsync(WebSocket socket, Stream stream, CancellationToken aborted)
    {
        var ignored = new byte[1024];
        try
        {
            while ((await socket.ReceiveAsync(ignored.AsMemory(), aborted)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Gone without a word.
        }

        stream.End("closed");
    }

    private static async Task CloseAsync(WebSocket socket, string reason)
    {
        using var patience = new CancellationTokenSource(Handshake);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived) await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, reason, patience.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException or IOException)
        {
            // Then it is closed already.
        }
    }

    private sealed class Stream : IDisposable
    {
        private readonly SemaphoreSlim _news = new(0, 1);
        private string? _ended;

        /// <summary>Why it is over; null while it is not.</summary>
        public string? Ended => Volatile.Read(ref _ended);

        public void Look()
        {
            try
            {
                _news.Release();
            }
            catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
            {
                // It is about to look anyway, or is gone.
            }
        }

        public void End(string why)
        {
            Interlocked.CompareExchange(ref _ended, why, null);
            Look();
        }

        public Task<bool> WaitAsync(TimeSpan time, CancellationToken cancellation) => _news.WaitAsync(time, cancellation);

        public void Dispose() => _news.Dispose();
    }
}
