using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartyProjects.Bench;

/// <summary>The floor: bare Kestrel that answers each Activity through the connector and remembers nothing.</summary>
internal static class EchoBot
{
    public static async Task<int> RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{new Options(args).Int("port", 5101)}");
        var app = builder.Build();
        var connector = new HttpMessageInvoker(new SocketsHttpHandler { UseCookies = false, UseProxy = false });
        app.MapPost("/api/messages", (RequestDelegate)(async context =>
        {
            var activity = await JsonSerializer.DeserializeAsync(context.Request.Body, WireContext.Default.WireActivity, context.RequestAborted);
            context.Response.StatusCode = 202;
            await ReplyAsync(connector, activity!);
        }));
        app.MapGet("/", () => "ok");
        await app.RunAsync();
        return 0;
    }

    private static async Task ReplyAsync(HttpMessageInvoker connector, WireActivity activity)
    {
        var reply = new WireActivity
        {
            Type = "message",
            Text = activity.Text,
            ReplyToId = activity.Id,
            ChannelId = activity.ChannelId,
            Conversation = activity.Conversation,
            From = activity.Recipient,
            Recipient = activity.From,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{activity.ServiceUrl}/v3/conversations/{activity.Conversation!.Id}/activities/{activity.Id}")
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(reply, WireContext.Default.WireActivity))
            {
                Headers = { ContentType = new("application/json") },
            },
        };
        using var response = await connector.SendAsync(request, CancellationToken.None);
        response.EnsureSuccessStatusCode();
    }
}

internal sealed class WireActivity
{
    public string? Type { get; set; }
    public string? Id { get; set; }
    public string? Text { get; set; }
    public string? ServiceUrl { get; set; }
    public string? ChannelId { get; set; }
    public string? ReplyToId { get; set; }
    public WireAccount? From { get; set; }
    public WireAccount? Recipient { get; set; }
    public WireAccount? Conversation { get; set; }
}

internal sealed class WireAccount
{
    public string? Id { get; set; }
    public string? Name { get; set; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(WireActivity))]
internal sealed partial class WireContext : JsonSerializerContext;
