using System.Collections.Concurrent;
using System.IO.Compression;

namespace PartyProjects.Bot.Channels.WebChat;

/// <summary>The few files of the chat page: read, named by version and compressed once, on first use.</summary>
internal sealed class ChatAssets
{
    public const string WebChat = "lib/webchat.js";
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["chat.js"] = "text/javascript; charset=utf-8",
        ["chat-plain.js"] = "text/javascript; charset=utf-8",
        ["chat.css"] = "text/css; charset=utf-8",
        [WebChat] = "text/javascript; charset=utf-8",
    };

    private readonly ConcurrentDictionary<string, Lazy<byte[]>> _compressed = new(StringComparer.Ordinal);

    /// <summary>False when the build could not fetch Microsoft's client.</summary>
    public static bool HasWebChat => File.Exists(Path.Combine(Folder, WebChat));

    public static IEnumerable<string> Names => Types.Keys;

    /// <summary>The address under which a browser may keep the file for good: it changes with the file.</summary>
    public static string AddressOf(string name) => new FileInfo(Path.Combine(Folder, name)) is { Exists: true } file ? $"/{name}?v={file.LastWriteTimeUtc.Ticks:x}{file.Length:x}" : "/" + name;

    public async Task SendAsync(HttpContext context, string name)
    {
        var file = Path.Combine(Folder, name);
        if (!File.Exists(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = context.Response.Headers;
        context.Response.ContentType = Types[name];
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = "Accept-Encoding";
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            await context.Response.SendFileAsync(file, context.RequestAborted);
            return;
        }

        var bytes = _compressed.GetOrAdd(name, _ => new Lazy<byte[]>(() => Compress(file))).Value;
        headers.ContentEncoding = "gzip";
        context.Response.ContentLength = bytes.Length;
        await context.Response.BodyWriter.WriteAsync(bytes, context.RequestAborted);
    }

    private static byte[] Compress(string file)
    {
        var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(File.ReadAllBytes(file));
        return bytes.ToArray();
    }
}
