using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>Stores what happens to a project. Each method writes the row, raises the project's version, audits, and puts the change into <see cref="Programme"/>.</summary>
public sealed partial class WriteSession
{
    public void StoreReportEvent(string projectId, Period period, ReportEvent e)
    {
        var before = Snapshot(projectId);
        var report = before.Report(period);
        if (report is null) connection.Execute("insert into report (project_id, period, exempt, exempt_reason) values ($1, $2, 0, null)", projectId, period);
        InsertReportEvent(projectId, period, (report?.Events.Count ?? 0) + 1, e);
        var after = (report ?? new MonthlyReport { Period = period }) with { Events = [.. report?.Events ?? [], e] };
        Changed(before with { Reports = [.. before.Reports.Where(r => r.Period != period).Append(after).OrderBy(r => r.Period)] }, "report." + e.Kind, period.ToString(), report?.Events.LastOrDefault(), e);
    }

    /// <summary>免报, with its reason.</summary>
    public void StoreExemption(string projectId, Period period, string reason)
    {
        var before = Snapshot(projectId);
        var report = before.Report(period);
        connection.Execute("""
            insert into report (project_id, period, exempt, exempt_reason) values ($1, $2, 1, $3)
            on conflict (project_id, period) do update set exempt = 1, exempt_reason = excluded.exempt_reason
            """, projectId, period, reason);
        var after = (report ?? new MonthlyReport { Period = period }) with { Exempt = true, ExemptReason = reason };
        Changed(before with { Reports = [.. before.Reports.Where(r => r.Period != period).Append(after).OrderBy(r => r.Period)] }, "report.Exempt", period.ToString(), null, reason);
    }

    public void StoreStageChange(string projectId, StageChange change)
    {
        var before = Snapshot(projectId);
        InsertStageChange(projectId, before.History.Count + 1, change);
        connection.Execute("update project set stage = $2 where id = $1", projectId, change.To);
        Changed(before with { History = [.. before.History, change] }, "stage." + change.To, null, change.From, change);
    }

    public void StoreMilestoneEvent(string projectId, string milestoneId, MilestoneEvent e)
    {
        var before = Snapshot(projectId);
        var milestone = before.Milestone(milestoneId)!;
        InsertMilestoneEvent(projectId, milestone.Id, milestone.Events.Count + 1, e);
        Changed(With(before, milestone with { Events = [.. milestone.Events, e] }), "milestone." + e.Kind, milestone.Id, null, e);
    }

    public void StoreRevision(string projectId, string milestoneId, MilestoneRevision revision)
    {
        var before = Snapshot(projectId);
        var milestone = before.Milestone(milestoneId)!;
        InsertRevision(projectId, milestone.Id, milestone.Revisions.Count + 1, revision);
        Changed(With(before, milestone with { Revisions = [.. milestone.Revisions, revision] }), "milestone.Revise", milestone.Id, revision.OldDueOn, revision);
    }

    /// <summary>A new issue, or the newer state of one (resolved, handed over, target moved).</summary>
    public void StoreIssue(string projectId, Issue issue, string act, string? note = null)
    {
        var before = Snapshot(projectId);
        var known = before.Issues.FirstOrDefault(i => i.Id == issue.Id);
        if (known is null) InsertIssue(projectId, before.Issues.Count + 1, issue);
        else connection.Execute("""
            update issue set title = $3, severity = $4, need_district_help = $5, owner = $6, target_on = $7, resolved_on = $8, resolution = $9 where project_id = $1 and id = $2
            """, projectId, issue.Id, issue.Title, issue.Severity, issue.NeedDistrictHelp, issue.Owner, issue.TargetOn, issue.ResolvedOn, issue.Resolution);
        var seq = Convert.ToInt32(connection.Scalar("select count(*) from issue_event where project_id = $1 and issue_id = $2", projectId, issue.Id)) + 1;
        connection.Execute("insert into issue_event (project_id, issue_id, seq, kind, at, acted_by, note) values ($1, $2, $3, $4, $5, $6, $7)", projectId, issue.Id, seq, act, Now, Acting.Title, note);
        Changed(before with { Issues = known is null ? [.. before.Issues, issue] : [.. before.Issues.Select(i => i.Id == issue.Id ? issue : i)] }, "issue." + act, issue.Id, known, issue);
    }

    public void StoreFollowUp(string projectId, FollowUp followUp)
    {
        var before = Snapshot(projectId);
        InsertFollowUp(projectId, before.FollowUps.Count + 1, followUp);
        Changed(before with { FollowUps = [.. before.FollowUps, followUp] }, "followUp", null, null, followUp);
    }

    /// <summary>A new request, or the same one decided.</summary>
    public void StoreChangeRequest(string projectId, ChangeRequest request)
    {
        var before = Snapshot(projectId);
        var known = before.Changes.FirstOrDefault(c => c.Id == request.Id);
        if (known is null)
        {
            InsertChangeRequest(projectId, before.Changes.Count + 1, request);
        }
        else
        {
            connection.Execute("""
                update change_request set new_due_on = $3, decided_at = $4, decided_by = $5, approved = $6, decision_reason = $7, minutes_no = $8 where project_id = $1 and id = $2
                """, projectId, request.Id, request.NewDueOn, request.DecidedAt, request.DecidedBy, request.Approved, request.DecisionReason, request.MinutesNo);
        }

        Changed(before with { Changes = known is null ? [.. before.Changes, request] : [.. before.Changes.Select(c => c.Id == request.Id ? request : c)] }, "change." + (request.Approved is null ? "Ask" : "Decide"), request.Id, known, request);
    }

    public void StoreSelfCheck(string projectId, SelfCheck check)
    {
        var before = Snapshot(projectId);
        InsertSelfCheck(projectId, check);
        Changed(before with { SelfChecks = [.. before.SelfChecks.Where(s => s.Quarter != check.Quarter).Append(check).OrderBy(s => s.Quarter.FirstDay)] }, "selfCheck", check.Quarter.ToString(), before.SelfChecks.FirstOrDefault(s => s.Quarter == check.Quarter), check);
    }

    public void StoreCaseAct(string projectId, CaseAct act)
    {
        var before = Snapshot(projectId);
        InsertCaseAct(projectId, before.CaseActs.Count + 1, act);
        Changed(before with { CaseActs = [.. before.CaseActs, act] }, "case." + act.Kind, $"{act.Cause}/{act.Target}", null, act);
    }

    /// <summary>The light at 24:00 of a month's last day, stored once and never changed; false when it already stands.</summary>
    public bool StoreMonthEnd(string projectId, MonthEndLight light)
    {
        var before = Snapshot(projectId);
        if (before.MonthEnds.Any(m => m.AsOf == light.AsOf)) return false;
        InsertMonthEnd(projectId, light);
        Changed(before with { MonthEnds = [.. before.MonthEnds.Append(light).OrderBy(m => m.AsOf)] }, "monthEnd", Stored.Text(light.AsOf), null, light.Light);
        return true;
    }

    /// <summary>The form of a project, new or changed; with its milestones where they are given (baseline: only before 立项 or by an approved change).</summary>
    public void StoreProject(Project project, IReadOnlyList<Milestone>? milestones = null)
    {
        var known = Programme.SnapshotOf(project.Id);
        UpsertProject(project, known?.History.LastOrDefault()?.To);
        var plan = known?.Milestones ?? [];
        if (milestones is not null)
        {
            connection.Execute("delete from milestone where project_id = $1", project.Id);
            connection.Execute("delete from milestone_event where project_id = $1", project.Id);
            connection.Execute("delete from milestone_revision where project_id = $1", project.Id);
            InsertPlan(project.Id, milestones);
            plan = milestones;
        }

        var after = (known ?? new ProjectSnapshot { Project = project, Organization = Programme.Organization(project.OrganizationId)! }) with { Project = project with { Version = known?.Project.Version ?? 0 }, Milestones = plan };
        Changed(after, known is null ? "project.New" : "project.Change", project.Code, known?.Project, project);
    }

    /// <summary>A whole project with its year: import and demo.</summary>
    public void StoreSnapshot(ProjectSnapshot s)
    {
        UpsertProject(s.Project, s.History.LastOrDefault()?.To);
        var id = s.Project.Id;
        InsertPlan(id, s.Milestones);
        Each(s.History, (h, seq) => InsertStageChange(id, seq, h));
        foreach (var report in s.Reports)
        {
            connection.Execute("insert into report (project_id, period, exempt, exempt_reason) values ($1, $2, $3, $4)", id, report.Period, report.Exempt, report.ExemptReason);
            Each(report.Events, (e, n) => InsertReportEvent(id, report.Period, n, e));
        }

        Each(s.Issues, (i, seq) => InsertIssue(id, seq, i));
        Each(s.FollowUps, (f, seq) => InsertFollowUp(id, seq, f));
        Each(s.Changes, (c, seq) => InsertChangeRequest(id, seq, c));
        foreach (var check in s.SelfChecks) InsertSelfCheck(id, check);
        Each(s.CaseActs, (a, seq) => InsertCaseAct(id, seq, a));
        foreach (var light in s.MonthEnds) InsertMonthEnd(id, light);
        connection.Execute("delete from replay where source = $1", MonthEnds);
        // Only the heading is kept: an import of very many projects must not hold them all. Who asks within the act reads it from the act's own connection.
        Programme = Programme.With(ProjectHeading.Of(s));
        Touch(ChangeKinds.Project, id);
        Audit("project.Import", s.Project.Code, null, s.Project.Name);
    }

    private void InsertPlan(string projectId, IReadOnlyList<Milestone> milestones) => Each(milestones, (m, seq) =>
    {
        InsertMilestone(projectId, seq, m);
        Each(m.Events, (e, n) => InsertMilestoneEvent(projectId, m.Id, n, e));
        Each(m.Revisions, (r, n) => InsertRevision(projectId, m.Id, n, r));
    });

    private static void Each<T>(IReadOnlyList<T> items, Action<T, int> store)
    {
        for (var i = 0; i < items.Count; i++) store(items[i], i + 1);
    }

    private ProjectSnapshot Snapshot(string projectId) => Programme.SnapshotOf(projectId) ?? throw new InvalidOperationException($"no project {projectId}");

    private static ProjectSnapshot With(ProjectSnapshot project, Milestone milestone) => project with { Milestones = [.. project.Milestones.Select(m => m.Id == milestone.Id ? milestone : m)] };

    private void Changed(ProjectSnapshot after, string action, string? detail, object? was, object? becomes)
    {
        var version = after.Project.Version + 1;
        connection.Execute("update project set version = $2 where id = $1", after.Project.Id, version);
        Programme = Programme.With(after with { Project = after.Project with { Version = version } });
        Touch(ChangeKinds.Project, after.Project.Id);
        Audit(action, detail is null ? after.Project.Code : $"{after.Project.Code}/{detail}", was, becomes);
    }
}
