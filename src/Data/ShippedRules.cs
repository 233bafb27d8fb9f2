using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Data;

/// <summary>What comes with the program and is not in the database: holidays published so far and the defaults of the settings (programme.json).</summary>
public sealed record ShippedRules(IReadOnlyList<CalendarYear> Years, ProgrammeYear Defaults, Func<ProgrammeYear, string, string, ProgrammeYear> Apply)
{
    public static readonly ShippedRules None = new([], ProgrammeYear.Default, (settings, _, _) => settings);
}
