using System.Buffers;
using System.Globalization;
using System.Text.Json;
using PartyProjects.Bot.Commands;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data.DataFiles;

namespace PartyProjects.Tests.Bot.Understanding;

/// <summary>
/// Slots with the intent given: the development set, and lines written beside it for every slot and convention (slot-lines.txt: now | intent | text | slots).
/// Whole readings with the intent read too stand in the tests of the reader.
/// </summary>
public sealed class SlotLinesTests
{
    internal static readonly string Folder = Path.Combine(Root(), "tests", "Bot.Tests", "Understanding");
    private static readonly SlotReader Reader = NewReader();

    internal static SlotReader NewReader()
    {
        var bot = Path.Combine(Root(), "src", "Bot");
        using var article = JsonDocument.Parse(File.ReadAllText(Path.Combine(bot, "Demo", "wuhua-2017.json")));
        var names = new List<KnownName>();
        foreach (var item in article.RootElement.GetProperty("items").EnumerateArray())
        {
            names.Add(new KnownName(item.GetProperty("org").GetString()!, false, Texts(item, "org_aliases")));
            names.Add(new KnownName(item.GetProperty("project").GetString()!, true, Texts(item, "project_aliases")));
        }

        return new SlotReader(new Gazetteer(names), HolidayFile.Read(File.ReadAllText(Path.Combine(bot, "holidays.json"))));
    }

    [Fact]
    public void The_development_set_is_read_with_the_heights_that_acceptance_asks()
    {
        var score = new Scorer();
        foreach (var line in File.ReadLines(Path.Combine(Folder, "dev-utterances.jsonl")).Where(l => l.Length > 1))
        {
            using var gold = JsonDocument.Parse(line.TrimStart('\uFEFF'));
            var root = gold.RootElement;
            var intent = root.GetProperty("intent").GetString()!;
            using var said = Read(root.GetProperty("text").GetString()!, intent, DateTimeOffset.Parse(root.GetProperty("now").GetString()!, CultureInfo.InvariantCulture).DateTime);
            score.Add(root.GetProperty("text").GetString()!, intent, root.GetProperty("slots"), intent, said.RootElement);
        }

        Assert.True(score is { ExactF1: >= 0.99, TimeF1: >= 0.99, SpanF1: >= 0.95 }, Told(score));
    }

    [Fact]
    public void Lines_of_every_slot_and_convention_are_read()
    {
        var score = new Scorer();
        foreach (var line in File.ReadLines(Path.Combine(Folder, "slot-lines.txt")).Where(l => l.Length > 0 && l[0] != '#'))
        {
            var parts = line.Split('|', 4);
            var (text, intent) = (parts[2].Trim(), parts[1].Trim());
            using var gold = JsonDocument.Parse(GoldOf(parts.Length > 3 ? parts[3] : ""));
            using var said = Read(text, intent, DateTime.Parse(parts[0], CultureInfo.InvariantCulture));
            score.Add(text, intent, gold.RootElement, intent, said.RootElement);
        }

        Assert.True(score is { ExactF1: >= 0.99, TimeF1: >= 0.99, SpanF1: >= 0.95 }, Told(score));
    }

    private static JsonDocument Read(string text, string intent, DateTime now)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer)) SlotsJson.Write(json, Reader.Read(Line.Of(text), intent, now).Slots);
        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static string Told(Scorer score) => $"exact {score.ExactF1:0.0000} time {score.TimeF1:0.0000} span {score.SpanF1:0.0000}\n{string.Join('\n', score.Errors)}";

    /// <summary>slot=value || slot=value; the same slot twice is a list; a range is from..to.</summary>
    private static string GoldOf(string slots)
    {
        var values = slots.Split("||", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .GroupBy(pair => pair[0], pair => pair[0] == "range" ? (object)new { from = pair[1].Split("..")[0], to = pair[1].Split("..")[1] } : pair[1])
            .ToDictionary(g => g.Key, g => g.ToArray());
        return JsonSerializer.Serialize(values);
    }

    private static List<string> Texts(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(a => a.GetString()!)];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PartyProjects.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
