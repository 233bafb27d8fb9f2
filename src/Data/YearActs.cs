using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>What people did in a year that belongs to no single project (panel, 督查, 通报), as of a moment.</summary>
public sealed record YearActs
{
    /// <summary>Null before the panel opened.</summary>
    public DateOnly? PanelOpenedOn { get; init; }
    public bool PanelClosed { get; init; }

    /// <summary>Sheets in by person of the panel; 回避 counts as in.</summary>
    public required IReadOnlyDictionary<string, int> SheetsIn { get; init; }

    /// <summary>Quarters in which findings were entered.</summary>
    public required IReadOnlySet<Quarter> FindingsEntered { get; init; }

    /// <summary>Quarters whose bulletin is signed, with the day of the first edition.</summary>
    public required IReadOnlyDictionary<Quarter, DateOnly> BulletinsSigned { get; init; }

    internal static YearActs Read(Connection connection, int year, DateTime asOf)
    {
        var panel = connection.Row("select opened_at, closed_at from panel_round where year = $1 and opened_at <= $2", r => ((DateTime OpenedAt, DateTime? ClosedAt)?)(r.Moment(0), r.MomentOrNull(1)), year, asOf);
        return new YearActs
        {
            PanelOpenedOn = panel is { } round ? DateOnly.FromDateTime(round.OpenedAt) : null,
            PanelClosed = panel?.ClosedAt <= asOf,
            SheetsIn = connection.Rows("""
                select s.person_id, count(*) from panel_sheet s join project p on p.id = s.project_id where p.year = $1 and s.at <= $2 group by s.person_id
                """, r => (Person: r.GetString(0), Sheets: (int)r.GetInt64(1)), year, asOf).ToDictionary(s => s.Person, s => s.Sheets, StringComparer.Ordinal),
            FindingsEntered = connection.Rows("select distinct quarter from finding where at <= $1", r => Stored.QuarterOf(r.GetString(0)), asOf).ToHashSet(),
            BulletinsSigned = connection.Rows("select quarter, min(signed_at) from bulletin where state = 'Signed' and signed_at <= $1 group by quarter", r => (Quarter: Stored.QuarterOf(r.GetString(0)), At: r.Moment(1)), asOf)
                .Where(b => b.Quarter.Year == year).ToDictionary(b => b.Quarter, b => DateOnly.FromDateTime(b.At)),
        };
    }
}
