using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartyProjects.Bench;

/// <summary>Rosters beyond the demo: the demo's fifteen projects cloned under invented units, in the schema that <c>import</c> reads. The same count gives the same file.</summary>
internal static class Roster
{
    public static async Task<int> RunAsync(string[] args)
    {
        var options = new Options(args);
        var file = options.Text("out") ?? "roster.json";
        await File.WriteAllTextAsync(file, Json(options.Int("units", 200)));
        Console.WriteLine(Path.GetFullPath(file));
        return 0;
    }

    public static string Json(int units)
    {
        var demo = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "demo-2017.json")))!;
        var models = demo["projects"]!.AsArray();
        var projects = new JsonArray();
        for (var i = 0; i < units; i++)
        {
            var model = models[i % models.Count]!;
            var org = (string)model["org"]!;
            var stem = $"第{(i + 1).ToString("000000", CultureInfo.InvariantCulture)}";
            // Every mention of the unit, its secretary and its liaison begins with the unit's short name.
            var text = model.ToJsonString(Plain).Replace(Stem(org), stem, StringComparison.Ordinal);
            var project = JsonNode.Parse(text)!.AsObject();
            project["code"] = $"WH2017-{(i + 1).ToString("00", CultureInfo.InvariantCulture)}";
            project["no"] = i + 1;
            project["name"] = $"{stem}号示范阵地建设项目";
            projects.Add(project);
        }

        var roster = new JsonObject
        {
            ["meta"] = demo["meta"]!.DeepClone(),
            ["calendar"] = demo["calendar"]!.DeepClone(),
            ["projects"] = projects,
            ["placeholders"] = new JsonArray(),
            ["lowerLevel"] = new JsonArray(),
            ["stateSamples"] = new JsonArray(),
            ["supervisions"] = new JsonArray(),
            ["escalations"] = new JsonArray(),
        };
        return roster.ToJsonString(Plain);
    }

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Stem(string org)
    {
        foreach (var tail in (string[])["街道党工委", "党工委", "工委", "党委"])
        {
            if (org.EndsWith(tail, StringComparison.Ordinal)) return org[..^tail.Length];
        }

        return org;
    }
}
