using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PartyProjects.Bot.Channels;

/// <summary>How reading a body ended.</summary>
internal enum BodyState { Read, NotJson, TooLarge }

/// <summary>Reads JSON bodies once, with a cap. What is too large is read to its end all the same, so that the caller hears the answer instead of a broken connection.</summary>
internal static class RequestBody
{
    /// <summary>4 MB: many times what a person can write; files go by upload.</summary>
    public const int Limit = 4 * 1024 * 1024;

    // Past this nobody is owed a polite answer.
    private const long Patience = 64L * 1024 * 1024;

    public static async Task<(BodyState State, T? Value)> ReadJsonAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        var reader = context.Request.BodyReader;
        long thrownAway = 0;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            var buffer = read.Buffer;
            if (thrownAway > 0 || buffer.Length > Limit)
            {
                thrownAway += buffer.Length;
                reader.AdvanceTo(buffer.End);
                if (read.IsCompleted || thrownAway > Patience) return (BodyState.TooLarge, null);
                continue;
            }

            if (!read.IsCompleted)
            {
                reader.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            try
            {
                return Parse(buffer, type) is { } value ? (BodyState.Read, value) : (BodyState.NotJson, null);
            }
            catch (JsonException)
            {
                return (BodyState.NotJson, null);
            }
            finally
            {
                reader.AdvanceTo(buffer.End);
            }
        }
    }

    private static T? Parse<T>(ReadOnlySequence<byte> body, JsonTypeInfo<T> type)
    {
        var json = new Utf8JsonReader(body);
        var value = JsonSerializer.Deserialize(ref json, type);
        if (json.Read()) throw new JsonException();
        return value;
    }
}
