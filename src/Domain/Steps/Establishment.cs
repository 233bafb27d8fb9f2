using System.Globalization;
using PartyProjects.Domain.People;

namespace PartyProjects.Domain.Steps;

/// <summary>立项 or 自行实施 by decision record, and the code the project gets with it (domain.md sections 4 and 5).</summary>
public static class Establishment
{
    private const string District = "WH", Draft = "SB";

    /// <summary>Enters the leading group's decision: the move and the project's code. 2017: 24 declared, 15 established, the other 9 run by their committees [A].</summary>
    public static Decision<(StageChange Change, string Code)> Decide(ProjectSnapshot project, bool establish, Role role, string by, DateTime at, string? minutesNo, IEnumerable<string> codesOfYear) =>
        StageTable.Move(project, establish ? StageAct.Establish : StageAct.SelfRun, role, by, at, minutesNo: minutesNo) switch
        {
            Decision<StageChange>.Accepted yes => (yes.Value, NextCode(establish ? ProjectTrack.Established : ProjectTrack.SelfRun, project.Project.Year, codesOfYear)),
            Decision<StageChange>.Refused no => no.Why,
            _ => throw new InvalidOperationException("a decision is accepted or refused"),
        };

    /// <summary>WH2017-01, WH2017-S01; one more than the highest given.</summary>
    public static string NextCode(ProjectTrack track, int year, IEnumerable<string> codesOfYear) => Next($"{District}{year}-{(track == ProjectTrack.SelfRun ? "S" : "")}", codesOfYear);

    /// <summary>SB2017-01: the number of a draft.</summary>
    public static string NextDraftCode(int year, IEnumerable<string> codesOfYear) => Next($"{Draft}{year}-", codesOfYear);

    /// <summary>WH2017-02-L1: a lower-level project under its parent's.</summary>
    public static string NextLowerCode(string parentCode, IEnumerable<string> codesOfYear)
    {
        var highest = codesOfYear.Where(c => c.StartsWith(parentCode[..parentCode.IndexOf('-', StringComparison.Ordinal)], StringComparison.Ordinal)).Select(c => Number(c, c.LastIndexOf("-L", StringComparison.Ordinal) is var at && at > 0 ? c[..(at + 2)] : "?")).DefaultIfEmpty(0).Max();
        return string.Create(CultureInfo.InvariantCulture, $"{parentCode}-L{highest + 1}");
    }

    private static string Next(string prefix, IEnumerable<string> codes) => string.Create(CultureInfo.InvariantCulture, $"{prefix}{codes.Select(c => Number(c, prefix)).DefaultIfEmpty(0).Max() + 1:00}");

    private static int Number(string code, string prefix) =>
        code.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(code.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
}
