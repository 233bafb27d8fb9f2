using PartyProjects.Data.DataFiles;
using PartyProjects.Domain;

namespace PartyProjects.Data.Demo;

/// <summary>
/// The demo year, replayed: at the start everything up to the clock's moment, then each dated event as the clock passes it. What a person did by chat stands:
/// an event of the file that no longer fits (the report is already in, the stage has moved) is left out. After the file's last event nobody acts by himself.
/// </summary>
public sealed class DemoReplay(DataFile file, OfficeFile offices, AliasFile aliases)
{
    private const string Source = "demo";

    /// <summary>Fills an empty database as of the moment, or replays what happened since the last time; returns the number of events applied.</summary>
    public int Advance(WriteSession session, DateTime moment)
    {
        if (session.Programme.IsEmpty)
        {
            session.Load(file, offices, aliases, moment);
            session.StoreReplay(Source, moment);
            return file.Projects.Count;
        }

        if (session.ReplayedTo(Source) is not { } reached || reached >= moment) return 0;
        var applied = file.Projects.Concat(file.LowerLevel.Select(LowerLevelYear.Of)).Sum(project => Advance(session, project.At(reached), project.At(moment)));
        session.StoreReplay(Source, moment);
        return applied;
    }

    private static int Advance(WriteSession session, ProjectSnapshot before, ProjectSnapshot after)
    {
        var id = after.Project.Id;
        if (session.Programme.SnapshotOf(id) is null) return 0;
        var acts = Acts(session, id, before, after).ToList();
        foreach (var act in acts.OrderBy(a => a.At)) act.Apply();
        return acts.Count;
    }

    private static IEnumerable<(DateTime At, Action Apply)> Acts(WriteSession session, string id, ProjectSnapshot before, ProjectSnapshot after)
    {
        ProjectSnapshot Now() => session.Programme.SnapshotOf(id)!;
        foreach (var change in after.History.Skip(before.History.Count))
        {
            yield return (change.At, () =>
            {
                if (Now().History.LastOrDefault()?.To == change.From) session.StoreStageChange(id, change);
            });
        }

        foreach (var milestone in after.Milestones)
        {
            var old = before.Milestone(milestone.Id)!;
            foreach (var e in milestone.Events.Skip(old.Events.Count))
            {
                yield return (e.At, () =>
                {
                    var last = Now().Milestone(milestone.Id)?.Events.LastOrDefault();
                    var fits = e.Kind == MilestoneEventKind.Claim ? last is null or { Kind: MilestoneEventKind.Return } : last?.Kind == MilestoneEventKind.Claim;
                    if (fits) session.StoreMilestoneEvent(id, milestone.Id, e);
                });
            }

            foreach (var revision in milestone.Revisions.Skip(old.Revisions.Count))
            {
                yield return (revision.ApprovedOn.ToDateTime(new TimeOnly(17, 30)), () =>
                {
                    if (Now().Milestone(milestone.Id) is { Revisions.Count: 0 }) session.StoreRevision(id, milestone.Id, revision);
                });
            }
        }

        foreach (var report in after.Reports)
        {
            var seen = before.Report(report.Period)?.Events.Count ?? 0;
            foreach (var (e, i) in report.Events.Select((e, i) => (e, i)).Skip(seen))
            {
                // Only while the book holds exactly what the file holds before this event: somebody's own filing stands.
                yield return (e.At, () =>
                {
                    var events = Now().Report(report.Period)?.Events ?? [];
                    if (events.Count == i && events.Zip(report.Events).All(pair => pair.First.Kind == pair.Second.Kind && pair.First.At == pair.Second.At)) session.StoreReportEvent(id, report.Period, e);
                });
            }
        }

        foreach (var issue in after.Issues)
        {
            var old = before.Issues.FirstOrDefault(i => i.Id == issue.Id);
            var closes = old is not null && issue.ResolvedOn is not null && old.ResolvedOn is null;
            if (old is not null && !closes) continue;
            yield return ((closes ? issue.ResolvedOn!.Value : issue.RaisedOn).ToDateTime(new TimeOnly(17, 30)), () =>
            {
                var now = Now().Issues.FirstOrDefault(i => i.Id == issue.Id);
                if (closes ? now is { ResolvedOn: null } : now is null) session.StoreIssue(id, issue, closes ? "Resolve" : "Raise");
            });
        }

        foreach (var check in after.SelfChecks.Skip(before.SelfChecks.Count))
        {
            yield return (check.FiledAt ?? check.Quarter.LastDay.ToDateTime(default), () =>
            {
                if (!Now().SelfChecks.Any(s => s.Quarter == check.Quarter)) session.StoreSelfCheck(id, check);
            });
        }

        foreach (var followUp in after.FollowUps.Skip(before.FollowUps.Count)) yield return (followUp.On.ToDateTime(new TimeOnly(17, 30)), () => session.StoreFollowUp(id, followUp));
        foreach (var act in after.CaseActs.Skip(before.CaseActs.Count)) yield return (act.At, () => session.StoreCaseAct(id, act));
    }
}
