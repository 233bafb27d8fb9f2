using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PartyProjects.Data;

namespace PartyProjects.Bot.Channels.DirectLine;

/// <summary>What a token of ours says. The claim names are those the web client reads (channels.md 2.2).</summary>
public sealed record TokenClaims
{
    /// <summary>What it is good for: <c>directline</c>, <c>stream</c> or <c>session</c>; one kind is never taken for another.</summary>
    public required string Use { get; init; }
    public string? Conv { get; init; }
    public string? User { get; init; }
    public string Bot { get; init; } = DirectLineActivityWriter.BotId;

    /// <summary>Seconds since 1970, real time.</summary>
    public long Exp { get; init; }
    public string? Jti { get; init; }

    /// <summary>Pages that may use the token; null means any that CORS lets through.</summary>
    public IReadOnlyList<string>? Origins { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TokenClaims))]
internal sealed partial class TokenJson : JsonSerializerContext;

/// <summary>Signs and checks our own tokens: JWT, HMAC-SHA256 and nothing else, with the key kept in the database.</summary>
public sealed class SignedTokens(DirectLineRepository repository, RealTime realTime)
{
    private static readonly string Header = Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8);

    // Read once, on first use: the store's writer has a thread of its own, so waiting for it here cannot lock anything up.
    private readonly Lazy<byte[]> _key = new(() => Convert.FromHexString(repository.SigningKeyAsync(Convert.ToHexString(RandomNumberGenerator.GetBytes(32)), CancellationToken.None).GetAwaiter().GetResult()));

    public string Issue(TokenClaims claims, TimeSpan lifetime)
    {
        var dated = claims with { Exp = (realTime.Clock.GetUtcNow() + lifetime).ToUnixTimeSeconds() };
        var text = $"{Header}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(dated, TokenJson.Default.TokenClaims))}";
        return $"{text}.{Base64Url.EncodeToString(Signature(_key.Value, text))}";
    }

    /// <summary>Null when the token is not ours, was changed, is for another use, or has expired.</summary>
    public TokenClaims? Read(string? token, string use)
    {
        if (token is null || token.LastIndexOf('.') is var dot && dot <= Header.Length || !token.StartsWith(Header + ".", StringComparison.Ordinal)) return null;
        var signature = new byte[HMACSHA256.HashSizeInBytes];
        var decoded = Base64Url.DecodeFromChars(token.AsSpan(dot + 1), signature, out _, out var length);
        if (decoded != OperationStatus.Done || length != signature.Length) return null;
        if (!CryptographicOperations.FixedTimeEquals(signature, Signature(_key.Value, token[..dot]))) return null;
        // Signed by us, so it is what we wrote.
        var claims = JsonSerializer.Deserialize(Base64Url.DecodeFromChars(token.AsSpan(Header.Length + 1, dot - Header.Length - 1)), TokenJson.Default.TokenClaims);
        return claims?.Use == use && claims.Exp > realTime.Clock.GetUtcNow().ToUnixTimeSeconds() ? claims : null;
    }

    private static byte[] Signature(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text));
}
