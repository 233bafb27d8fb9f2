
namespace PartyProjects.Domain;

/// <summary>A snapshot as it stood at a moment: what came later has not happened yet. Facts that carry only a day happened at the end of office hours of that day.</summary>
public static class SnapshotAtAMoment
{
    private static readonly TimeOnly OfficeCloses = new(17, 30);

    /// <summary>A self-check on file without its moment was filed after the hint of the 10th, on this day of the quarter's last month.</summary>
    private const int SelfCheckDay = 13;

    public static ProjectSnapshot At(this ProjectSnapshot project, DateTime moment) => project with
    {
        History = [.. project.History.TakeWhile(h => h.At <= moment)],
        Milestones = [.. project.Milestones.Select(m => m with
        {
            Events = [.. m.Events.TakeWhile(e => e.At <= moment)],
            Revisions = [.. m.Revisions.Where(r => Happened(r.ApprovedOn, moment))],
        })],
        Reports = [.. project.Reports.Select(r => r with { Events = [.. r.Events.TakeWhile(e => e.At <= moment)] })],
        Issues = [.. project.Issues.Where(i => Happened(i.RaisedOn, moment)).Select(i => Happened(i.ResolvedOn, moment) ? i : i with { ResolvedOn = null, Resolution = null })],
        FollowUps = [.. project.FollowUps.Where(f => Happened(f.On, moment))],
        Changes = [.. project.Changes.Where(c => c.AskedAt <= moment).Select(c => c.DecidedAt <= moment ? c : c with { DecidedAt = null, DecidedBy = null, Approved = null, DecisionReason = null })],
        SelfChecks = [.. project.SelfChecks.Where(s => (s.FiledAt ?? s.Quarter.LastDay.AddDays(SelfCheckDay - s.Quarter.LastDay.Day).ToDateTime(OfficeCloses)) <= moment)],
        CaseActs = [.. project.CaseActs.TakeWhile(a => a.At <= moment)],
        MonthEnds = [.. project.MonthEnds.Where(m => m.AsOf < DateOnly.FromDateTime(moment))],
    };

    private static bool Happened(DateOnly? day, DateTime moment) => day is { } on && on.ToDateTime(OfficeCloses) <= moment;
}
