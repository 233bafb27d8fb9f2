using System.Text.Encodings.Web;
using System.Text.Json;
using PartyProjects.Data.DataFiles;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Commands;

/// <summary>
/// <c>evaluate --data FILE --on DATE [--quarter Q] --json</c>: the rules on a data file, without database or server; one line a project, in file order (domain.md 14.16).
/// </summary>
internal static class EvaluateCommand
{
    public static async Task<int> RunAsync(CommandContext command)
    {
        if (command.Option("--data") is not { } path) return command.Fail("Command.NeedsOption", ("option", "--data FILE"), ("example", "evaluate --data demo.json --on 2017-09-30 --json"));
        if (!File.Exists(path)) return command.Fail("Command.NoFile", ("file", path));
        try
        {
            var file = DataFile.Read(await File.ReadAllTextAsync(path));
            var calendar = new WorkCalendar(HolidayFile.Read(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "holidays.json"))));
            if (command.Option("--quarter") is { } quarterText)
            {
                if (!Quarter.TryParse(quarterText, out var quarter)) return command.Fail("Command.BadQuarter", ("value", quarterText));
                foreach (var card in QuarterScore.Rank(file.Projects, quarter, ProgrammeYear.Default, calendar)) await command.Output.WriteLineAsync(Line(w => Card(w, card, command)));
                return 0;
            }

            if (command.Option("--on") is not { } dayText) return command.Fail("Command.NeedsOption", ("option", "--on DATE"), ("example", "--on 2017-09-30"));
            if (!DateOnly.TryParseExact(dayText, "yyyy-MM-dd", out var day)) return command.Fail("Command.BadDate", ("value", dayText));
            foreach (var project in file.Projects)
            {
                var reading = TrafficLight.At(project, day, ProgrammeYear.Default, calendar);
                await command.Output.WriteLineAsync(Line(w => Reading(w, project.Project.Code, reading)));
            }

            return 0;
        }
        catch (DataFileError e)
        {
            return command.Fail(e.Why.Key, [.. e.Why.Facts.Select(f => (f.Key, f.Value))]);
        }
    }

    private static void Reading(Utf8JsonWriter json, string code, LightReading reading)
    {
        json.WriteString("code", code);
        json.WriteString("light", reading.Light?.ToString());
        json.WriteStartArray("reasons");
        foreach (var reason in reading.Codes) json.WriteStringValue(reason);
        json.WriteEndArray();
        Number(json, "P", reading.Plan);
        Number(json, "E", reading.Earned);
        Number(json, "R", reading.Reported);
        Number(json, "C", reading.Ceiling);
        Number(json, "A", reading.Actual);
        Number(json, "lag", reading.Lag);
    }

    private static void Card(Utf8JsonWriter json, QuarterScoreCard card, CommandContext command)
    {
        json.WriteString("code", card.Code);
        Number(json, "progress", card.Progress);
        Number(json, "milestones", card.Milestones);
        Number(json, "reports", card.Reports);
        Number(json, "issues", card.Issues);
        Number(json, "personal", card.Personal);
        Number(json, "total", card.Total);
        json.WriteString("grade", command.Wording.Format(card.Grade));
        json.WriteString("light", card.Light?.ToString());
        json.WriteNumber("rank", card.Rank);
    }

    private static void Number(Utf8JsonWriter json, string name, decimal? value)
    {
        json.WritePropertyName(name);
        if (value is { } v) json.WriteRawValue(Math.Round(v, 1, MidpointRounding.AwayFromZero).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture));
        else json.WriteNullValue();
    }

    private static string Line(Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
