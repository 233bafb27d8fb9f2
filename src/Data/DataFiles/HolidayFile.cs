using System.Text.Json;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Data.DataFiles;

/// <summary>holidays.json: year → { holidays: { day: name }, workdays: [day] }.</summary>
public static class HolidayFile
{
    /// <exception cref="DataFileError">Not JSON, or a day that does not exist.</exception>
    public static IReadOnlyList<CalendarYear> Read(string json)
    {
        try
        {
            using var file = JsonDocument.Parse(json);
            return [.. file.RootElement.EnumerateObject().Select(Year)];
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new DataFileError(new Statement("DataFile.NotHolidays"), e);
        }
    }

    private static CalendarYear Year(JsonProperty year)
    {
        var holidays = year.Value.GetProperty("holidays").EnumerateObject().ToDictionary(d => DateOnly.ParseExact(d.Name, "yyyy-MM-dd"), d => d.Value.GetString() ?? "");
        var workdays = year.Value.GetProperty("workdays").EnumerateArray().Select(d => DateOnly.ParseExact(d.GetString()!, "yyyy-MM-dd")).ToHashSet();
        return new CalendarYear(int.Parse(year.Name), holidays, workdays);
    }
}
