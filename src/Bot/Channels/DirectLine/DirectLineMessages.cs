using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartyProjects.Bot.Channels.DirectLine;

internal sealed record GenerateRequest
{
    public DirectLineUser? User { get; init; }
    public IReadOnlyList<string>? TrustedOrigins { get; init; }

    /// <summary>Ours: the conversation that the signed-in page had open before it was loaded again.</summary>
    public string? ConversationId { get; init; }
}

internal sealed record DirectLineUser
{
    public string? Id { get; init; }
    public string? Name { get; init; }
}

internal sealed record ConversationAnswer
{
    public required string ConversationId { get; init; }
    public required string Token { get; init; }
    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }
    public string? StreamUrl { get; init; }
}

internal sealed record IdAnswer(string Id);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GenerateRequest))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(IdAnswer))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonNode))]
[JsonSerializable(typeof(System.Text.Json.Nodes.JsonObject))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
