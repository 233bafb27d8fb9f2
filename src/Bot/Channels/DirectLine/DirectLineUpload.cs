using System.Text.Json;
using System.Text.Json.Nodes;
using PartyProjects.Bot.Conversation;

namespace PartyProjects.Bot.Channels.DirectLine;

/// <summary>Files of a message: several parts of which one may be the activity, in either order, or one file as the whole body (channels.md 2.1).</summary>
internal static class DirectLineUpload
{
    private const string ActivityType = "application/vnd.microsoft.activity";
    private static readonly Denied TooLarge = new(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "Channel.FileTooLarge");
    private static readonly Denied Bad = new(StatusCodes.Status400BadRequest, "BadSyntax", "Channel.BadUpload");

    public static async Task<(JsonObject? Activity, IReadOnlyList<IncomingFile> Files, Denied? Denied)> ReadAsync(HttpContext context, int limit)
    {
        if (context.Request.ContentLength > limit) return (null, [], TooLarge);
        try
        {
            return context.Request.HasFormContentType ? await FormAsync(context, limit) : await WholeAsync(context, limit);
        }
        catch (Exception e) when (e is JsonException or InvalidDataException or BadHttpRequestException)
        {
            return (null, [], Bad);
        }
    }

    private static async Task<(JsonObject?, IReadOnlyList<IncomingFile>, Denied?)> FormAsync(HttpContext context, int limit)
    {
        var form = await context.Request.ReadFormAsync(new Microsoft.AspNetCore.Http.Features.FormOptions { MultipartBodyLengthLimit = limit }, context.RequestAborted);
        var activity = form.TryGetValue("activity", out var text) && text.ToString() is { Length: > 0 } json ? JsonNode.Parse(json) as JsonObject : null;
        var files = new List<IncomingFile>();
        foreach (var part in form.Files)
        {
            var content = await BytesAsync(part.OpenReadStream(), limit, context.RequestAborted);
            if (part.Name == "activity" || (part.ContentType ?? "").StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase)) activity = JsonNode.Parse(content) as JsonObject;
            else files.Add(new IncomingFile(Path.GetFileName(part.FileName), part.ContentType ?? "application/octet-stream", content));
        }

        return (activity ?? Empty(), files, files.Count == 0 && activity is null ? Bad : null);
    }

    private static async Task<(JsonObject?, IReadOnlyList<IncomingFile>, Denied?)> WholeAsync(HttpContext context, int limit)
    {
        var content = await BytesAsync(context.Request.Body, limit, context.RequestAborted);
        if (content.Length == 0) return (null, [], Bad);
        if (content.Length > limit) return (null, [], TooLarge);
        var name = Microsoft.Net.Http.Headers.ContentDispositionHeaderValue.TryParse(context.Request.Headers.ContentDisposition.ToString(), out var disposition)
            ? (disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : disposition.FileName.Value?.Trim('"')) : null;
        return (Empty(), [new IncomingFile(Path.GetFileName(name ?? "file"), context.Request.ContentType ?? "application/octet-stream", content)], null);
    }

    private static async Task<byte[]> BytesAsync(System.IO.Stream stream, int limit, CancellationToken cancellation)
    {
        var bytes = new MemoryStream();
        var part = new byte[64 * 1024];
        while (bytes.Length <= limit && await stream.ReadAsync(part, cancellation) is > 0 and var read) bytes.Write(part, 0, read);
        return bytes.ToArray();
    }

    private static JsonObject Empty() => new() { ["type"] = "message" };
}
