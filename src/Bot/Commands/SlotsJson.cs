using System.Globalization;
using System.Text.Json;
using PartyProjects.Bot.Understanding;

namespace PartyProjects.Bot.Commands;

/// <summary>Slots as the scorer reads them: one value plainly, several as an array, none left out.</summary>
internal static class SlotsJson
{
    public static void Write(Utf8JsonWriter json, Slots slots)
    {
        json.WriteStartObject();
        Several(json, "project", slots.Projects, (writer, value) => writer.WriteStringValue(value));
        Several(json, "org", slots.Orgs, (writer, value) => writer.WriteStringValue(value));
        Several(json, "percent", slots.Percents, (writer, value) => writer.WriteNumberValue(value));
        Several(json, "period", slots.Periods, (writer, value) => writer.WriteStringValue(value));
        Several(json, "date", slots.Dates, (writer, value) => writer.WriteStringValue(Day(value)));
        Several(json, "range", slots.Ranges, Range);
        Several(json, "datetime", slots.DateTimes, (writer, value) => writer.WriteStringValue(value.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)));
        if (slots.Score is { } score) json.WriteNumber("score", score);
        if (slots.Code is { } code) json.WriteString("code", code);
        Several(json, "done", slots.Done, (writer, value) => writer.WriteStringValue(value));
        Several(json, "problem", slots.Problem, (writer, value) => writer.WriteStringValue(value));
        Several(json, "plan", slots.Plan, (writer, value) => writer.WriteStringValue(value));
        Several(json, "milestone", slots.Milestone, (writer, value) => writer.WriteStringValue(value));
        Several(json, "reason", slots.Reason, (writer, value) => writer.WriteStringValue(value));
        json.WriteEndObject();
    }

    private static void Several<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> values, Action<Utf8JsonWriter, T> write)
    {
        if (values.Count == 0) return;
        json.WritePropertyName(name);
        if (values.Count > 1) json.WriteStartArray();
        foreach (var value in values) write(json, value);
        if (values.Count > 1) json.WriteEndArray();
    }

    private static void Range(Utf8JsonWriter json, DateRange range)
    {
        json.WriteStartObject();
        json.WriteString("from", Day(range.From));
        json.WriteString("to", Day(range.To));
        json.WriteEndObject();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
