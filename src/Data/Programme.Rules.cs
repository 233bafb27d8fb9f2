using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Data;

/// <summary>The settings and the calendar that rules are given.</summary>
public sealed partial class Programme
{
    /// <summary>The settings in force on a day: the defaults, overridden by every change effective by then. A rule gets the values of its day.</summary>
    public ProgrammeYear SettingsOn(DateOnly day)
    {
        var settings = Shipped.Defaults;
        foreach (var change in SettingChanges)
        {
            if (change.EffectiveOn > day) break;
            settings = Shipped.Apply(settings, change.Key, change.Value);
        }

        return settings;
    }

    /// <summary>Workdays: published years, imported ones, and the district's own days.</summary>
    public WorkCalendar Calendar => calendar ??= NewCalendar();

    private WorkCalendar NewCalendar()
    {
        var imported = CalendarYears.Select(year => new CalendarYear(
            year,
            CalendarDays.Where(d => !d.District && d.Day.Year == year && !d.Works).ToDictionary(d => d.Day, d => d.Name ?? ""),
            CalendarDays.Where(d => !d.District && d.Day.Year == year && d.Works).Select(d => d.Day).ToHashSet()));
        return new WorkCalendar(Shipped.Years.Where(y => !CalendarYears.Contains(y.Year)).Concat(imported), CalendarDays.Where(d => d.District).Select(d => KeyValuePair.Create(d.Day, d.Works)));
    }
}
