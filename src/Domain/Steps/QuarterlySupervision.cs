using System.Security.Cryptography;
using System.Text;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Domain.Steps;

/// <summary>督查任务单 of a quarter: all red projects, and those drawn from the others. Anyone can draw again with the published seed.</summary>
public sealed record SpotCheck(Quarter Quarter, string Seed, IReadOnlyList<string> Red, IReadOnlyList<string> Drawn);

/// <summary>季度有督查问效 [A]: whom to visit (N17).</summary>
public static class QuarterlySupervision
{
    public const int DrawnPercent = 20, DrawnAtLeast = 3;

    /// <summary>All red at the lock, and 20 % of the rest, three at least: the projects whose SHA-256 of "seed|code" is smallest.</summary>
    public static SpotCheck Draw(IEnumerable<ProjectSnapshot> projects, Quarter quarter, string seed, ProgrammeYear settings, WorkCalendar calendar)
    {
        var scored = projects.Where(p => QuarterScore.IsScored(p, quarter.LastDay)).ToList();
        var red = scored.Where(p => TrafficLight.At(p, quarter.LastDay, settings, calendar).Light == Light.Red).Select(p => p.Project.Code).Order(StringComparer.Ordinal).ToList();
        var others = scored.Select(p => p.Project.Code).Except(red, StringComparer.Ordinal).ToList();
        var count = Math.Max(DrawnAtLeast, ((others.Count * DrawnPercent) + 99) / 100);
        return new SpotCheck(quarter, seed, red, [.. others.OrderBy(code => Lot(seed, code), StringComparer.Ordinal).Take(count).Order(StringComparer.Ordinal)]);
    }

    private static string Lot(string seed, string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{code}")));
}
