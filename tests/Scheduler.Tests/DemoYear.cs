using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Data.DataFiles;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Tests.Scheduler;

/// <summary>The demo year, the published calendar and the words, read once.</summary>
internal static class DemoYear
{
    public static readonly DataFile File2017 = DataFile.Read(Text("Demo/demo-2017.json"));

    public static readonly OfficeFile Offices = OfficeFile.Read(Text("Demo/offices.json"));

    public static readonly IReadOnlyList<CalendarYear> Years = HolidayFile.Read(Text("holidays.json"));

    public static readonly WorkCalendar Calendar = new(Years);

    public static readonly WordingFile Words = WordingFile.Load();

    public static readonly ShippedRules Shipped = ShippedRules.None with { Years = Years, Defaults = ProgrammeYear.Default };

    private static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name));
}
