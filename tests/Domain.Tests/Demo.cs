using System.Text.Json;
using PartyProjects.Data.DataFiles;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Tests.Domain;

/// <summary>The demo year and the published calendar, read once.</summary>
internal static class Demo
{
    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Demo", "demo-2017.json"));

    public static readonly DataFile File2017 = DataFile.Read(Text);

    public static readonly JsonElement Json = JsonDocument.Parse(Text).RootElement;

    public static readonly WorkCalendar Calendar = new(HolidayFile.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "holidays.json"))));
}
