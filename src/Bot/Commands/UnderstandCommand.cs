using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Data.DataFiles;

namespace PartyProjects.Bot.Commands;

/// <summary>
/// <c>understand [--explain]</c>: JSON lines <c>{"id","text","now","org"}</c> in, <c>{"id","intent","act","slots"}</c> out, one for each line that is one; without database or server.
/// </summary>
internal static class UnderstandCommand
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(CommandContext command)
    {
        if (command.Option("--database") is { } named && !File.Exists(named)) return command.Fail("Command.NoFile", ("file", named));
        var reader = Reader(command);
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8, true, 1 << 16);
        using var buffer = new MemoryStream();
        var number = 0;
        while (await input.ReadLineAsync() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            try
            {
                using var request = JsonDocument.Parse(line);
                buffer.SetLength(0);
                Answer(reader, request.RootElement, command.Has("--explain"), buffer);
                await command.Output.WriteLineAsync(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException or KeyNotFoundException)
            {
                return command.Fail("Command.BadLine", ("number", number));
            }
        }
        return 0;
    }

    private static void Answer(TalkReader reader, JsonElement request, bool explain, Stream to)
    {
        var now = DateTimeOffset.Parse(request.GetProperty("now").GetString()!, CultureInfo.InvariantCulture);
        var org = request.TryGetProperty("org", out var who) ? who.GetString() : null;
        var understood = reader.Read(request.GetProperty("text").GetString()!, now, org);
        using var json = new Utf8JsonWriter(to, Options);
        json.WriteStartObject();
        json.WritePropertyName("id");
        request.GetProperty("id").WriteTo(json);
        json.WriteString("intent", understood.Intent);
        if (understood.Act is not null) json.WriteString("act", understood.Act);
        json.WritePropertyName("slots");
        SlotsJson.Write(json, understood.Intent == "out-of-scope" ? Slots.None : understood.Slots);
        if (explain) Explain(json, understood);
        json.WriteEndObject();
    }

    private static void Explain(Utf8JsonWriter json, Understood understood)
    {
        json.WriteString("normalized", understood.Normalized);
        json.WriteNumber("confidence", Math.Round(understood.Confidence, 4));
        json.WriteStartArray("candidates");
        foreach (var candidate in understood.Candidates)
        {
            json.WriteStartObject();
            json.WriteString("intent", candidate.Intent);
            if (candidate.Act is not null) json.WriteString("act", candidate.Act);
            json.WriteNumber("score", Math.Round(candidate.Score, 4));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("sources");
        foreach (var source in understood.Sources)
        {
            json.WriteStartObject();
            json.WriteString("slot", source.Slot);
            json.WriteString("value", source.Value);
            json.WriteString("words", source.Words);
            json.WriteNumber("start", source.Start);
            json.WriteNumber("length", source.Length);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (understood.Parts.Count == 0) return;
        json.WriteStartArray("parts");
        foreach (var part in understood.Parts)
        {
            json.WriteStartObject();
            json.WriteString("text", part.Text);
            json.WriteString("intent", part.Intent);
            if (part.Act is not null) json.WriteString("act", part.Act);
            json.WritePropertyName("slots");
            SlotsJson.Write(json, part.Slots);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Units and projects of a database where one is named, else of the article's year as delivered with the product.</summary>
    private static TalkReader Reader(CommandContext command)
    {
        var holidays = HolidayFile.Read(Books.Shipped("holidays.json"));
        if (command.Option("--database") is not { } path) return Understandings.OfArticle(Books.Shipped("Demo/wuhua-2017.json"), holidays);
        using var database = Database.Sqlite(path);
        return new Understandings(holidays).For(ProgrammeStore.Look(database));
    }
}
