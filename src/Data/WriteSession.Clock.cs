using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Data;

/// <summary>How far time has come: the programme clock, the demo's replay, and the month-ends that passed.</summary>
public sealed partial class WriteSession
{
    private const string MonthEnds = "month-ends";

    /// <summary>How far a source was replayed; null before.</summary>
    public DateTime? ReplayedTo(string source) => connection.Scalar("select reached_at from replay where source = $1", source) is string at ? Stored.Local(at) : null;

    public void StoreReplay(string source, DateTime reached) => connection.Execute(
        "insert into replay (source, reached_at) values ($1, $2) on conflict (source) do update set reached_at = excluded.reached_at where excluded.reached_at > replay.reached_at", source, reached);

    /// <summary>Never back: a verb that runs beside the server may be a moment behind it.</summary>
    public void StoreClock(DateTimeOffset reached) => connection.Execute(
        "insert into clock (id, reached_at) values (1, $1) on conflict (id) do update set reached_at = excluded.reached_at where excluded.reached_at > clock.reached_at", reached);

    /// <summary>Once a day: message ids that no vendor repeats any more with their answers, guesses whose window is over, codes long expired. Returns the rows that went.</summary>
    public int ForgetOld()
    {
        var today = Stored.Local(RealNow).Date;
        if (ReplayedTo(Forgotten) >= today) return 0;
        StoreReplay(Forgotten, today);
        return connection.Execute("delete from inbound_message where received_at < $1", RealNow - InboundKept)
            + connection.Execute("delete from binding_attempt where at < $1", RealNow - GuessingWindow)
            + connection.Execute("delete from binding_code where expires_at < $1", RealNow - ExpiredCodesKept);
    }

    private const string Forgotten = "forgotten";

    /// <summary>Vendors repeat a message for 7 hours at most (channels.md 0.2); a week leaves room for a machine that was off.</summary>
    private static readonly TimeSpan InboundKept = TimeSpan.FromDays(7);

    /// <summary>So long an expired code is still told to be expired, not unknown.</summary>
    private static readonly TimeSpan ExpiredCodesKept = TimeSpan.FromDays(90);

    /// <summary>
    /// Stores the light of every established project at every month-end that has passed and is not stored yet, oldest first, so that each looks at the stored ones before it.
    /// Lights are those of the end of their day, whatever was filed since. Returns how many were stored.
    /// </summary>
    public int KeepMonthEnds()
    {
        // Asked every few seconds: gone through once a month, and again after an import.
        var monthBefore = Period.Of(Today).FirstDay.AddDays(-1).ToDateTime(default);
        if (ReplayedTo(MonthEnds) >= monthBefore) return 0;
        StoreReplay(MonthEnds, monthBefore);
        var stored = 0;
        foreach (var year in Programme.Years.Where(y => y <= Today.Year))
        {
            foreach (var heading in Programme.Projects.Where(p => p.Year == year && p.Track == ProjectTrack.Established).ToList())
            {
                for (var period = new Period(year, 1); period.Year == year && period.LastDay < Today; period = period.Add(1))
                {
                    var snapshot = Snapshot(heading.Id);
                    if (snapshot.MonthEnds.Any(m => m.AsOf == period.LastDay)) continue;
                    var reading = TrafficLight.At(snapshot, period.LastDay, Programme.SettingsOn(period.LastDay), Programme.Calendar);
                    if (reading.Light is null) continue;
                    if (StoreMonthEnd(heading.Id, new MonthEndLight(period.LastDay, reading.Light, reading.Codes, reading.Plan, reading.Actual, reading.Lag))) stored++;
                }
            }
        }

        return stored;
    }
}
