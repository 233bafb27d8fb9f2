using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>The rows behind <see cref="WriteSession"/>'s project methods: one statement a table.</summary>
public sealed partial class WriteSession
{
    private void UpsertProject(Project p, Stage? stage)
    {
        connection.Execute("""
            insert into project (id, code, year, organization_id, track, category, name, aliases, problem, background, measures, goal, fixed_item, fixed_requirement, fixed_duty,
                fixed_deadline, first_responsible, deadline, origin, mark, display_order, illustrative, stage, version)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
            on conflict (id) do update set code = excluded.code, year = excluded.year, organization_id = excluded.organization_id, track = excluded.track, category = excluded.category,
                name = excluded.name, aliases = excluded.aliases, problem = excluded.problem, background = excluded.background, measures = excluded.measures, goal = excluded.goal,
                fixed_item = excluded.fixed_item, fixed_requirement = excluded.fixed_requirement, fixed_duty = excluded.fixed_duty, fixed_deadline = excluded.fixed_deadline,
                first_responsible = excluded.first_responsible, deadline = excluded.deadline, origin = excluded.origin, mark = excluded.mark,
                display_order = excluded.display_order, illustrative = excluded.illustrative, stage = excluded.stage
            """,
            p.Id, p.Code, p.Year, p.OrganizationId, p.Track, p.Category, p.Name, Stored.Lines(p.Aliases), p.Problem, p.Background, p.Measures, p.Goal, p.FiveFixed.Item, p.FiveFixed.Requirement, p.FiveFixed.Duty,
            p.FiveFixed.Deadline, p.FirstResponsible, p.Deadline, p.Origin, p.Mark, p.DisplayOrder, p.Illustrative, stage, p.Version);
        connection.Execute("delete from indicator where project_id = $1", p.Id);
        connection.Execute("delete from fixed_person where project_id = $1", p.Id);
        Each(p.Indicators, (i, seq) => connection.Execute("insert into indicator (project_id, seq, name, target, unit, achieved) values ($1, $2, $3, $4, $5, $6)", p.Id, seq, i.Name, i.Target, i.Unit, i.Achieved));
        Each(p.FiveFixed.People, (r, seq) => connection.Execute("insert into fixed_person (project_id, seq, role, duty) values ($1, $2, $3, $4)", p.Id, seq, r.Role, r.Duty));
    }

    private void InsertStageChange(string projectId, int seq, StageChange c) => connection.Execute(
        "insert into stage_change (project_id, seq, at, from_stage, to_stage, acted_by, reason, score, minutes_no) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        projectId, seq, c.At, c.From, c.To, c.By, c.Reason, c.Score, c.MinutesNo);

    private void InsertMilestone(string projectId, int seq, Milestone m) => connection.Execute(
        "insert into milestone (project_id, id, seq, title, acceptance, start_on, original_due_on, weight, owner_role) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        projectId, m.Id, seq, m.Title, m.Acceptance, m.StartOn, m.OriginalDueOn, m.Weight, m.OwnerRole);

    private void InsertMilestoneEvent(string projectId, string milestoneId, int seq, MilestoneEvent e) => connection.Execute(
        "insert into milestone_event (project_id, milestone_id, seq, kind, at, acted_by, done_on, note) values ($1, $2, $3, $4, $5, $6, $7, $8)",
        projectId, milestoneId, seq, e.Kind, e.At, e.By, e.DoneOn, e.Note);

    private void InsertRevision(string projectId, string milestoneId, int seq, MilestoneRevision r) => connection.Execute("""
        insert into milestone_revision (project_id, milestone_id, seq, approved_on, asked_on, old_due_on, new_due_on, reason, approved_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        """, projectId, milestoneId, seq, r.ApprovedOn, r.AskedOn, r.OldDueOn, r.NewDueOn, r.Reason, r.ApprovedBy);

    private void InsertReportEvent(string projectId, Period period, int seq, ReportEvent e) => connection.Execute("""
        insert into report_event (project_id, period, seq, kind, at, acted_by, percent, done, problem, plan, reason, drafted_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
        """, projectId, period, seq, e.Kind, e.At, e.By, e.Percent, e.Done, e.Problem, e.Plan, e.Reason, e.DraftedBy);

    private void InsertIssue(string projectId, int seq, Issue i) => connection.Execute("""
        insert into issue (project_id, id, seq, title, severity, need_district_help, owner, raised_on, target_on, resolved_on, resolution) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """, projectId, i.Id, seq, i.Title, i.Severity, i.NeedDistrictHelp, i.Owner, i.RaisedOn, i.TargetOn, i.ResolvedOn, i.Resolution);

    private void InsertFollowUp(string projectId, int seq, FollowUp f) =>
        connection.Execute("insert into follow_up (project_id, seq, on_day, acted_by, note) values ($1, $2, $3, $4, $5)", projectId, seq, f.On, f.By, f.Note);

    private void InsertSelfCheck(string projectId, SelfCheck s) => connection.Execute("""
        insert into self_check (project_id, quarter, meetings, on_site, follow_up, filed_at, filed_by, correction_reason) values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (project_id, quarter) do update set meetings = excluded.meetings, on_site = excluded.on_site, follow_up = excluded.follow_up,
            filed_at = excluded.filed_at, filed_by = excluded.filed_by, correction_reason = excluded.correction_reason
        """, projectId, s.Quarter, s.Meetings, s.OnSite, s.FollowUp, s.FiledAt, s.FiledBy, s.CorrectionReason);

    private void InsertCaseAct(string projectId, int seq, CaseAct a) => connection.Execute(
        "insert into case_act (project_id, seq, cause, target, kind, at, acted_by, text, due_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        projectId, seq, a.Cause, a.Target, a.Kind, a.At, a.By, a.Text, a.DueOn);

    private void InsertChangeRequest(string projectId, int seq, ChangeRequest c) => connection.Execute("""
        insert into change_request (project_id, id, seq, kind, milestone_id, reason, evidence, new_due_on, asked_at, asked_by, decided_at, decided_by, approved, decision_reason, minutes_no)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        """, projectId, c.Id, seq, c.Kind, c.MilestoneId, c.Reason, c.Evidence, c.NewDueOn, c.AskedAt, c.AskedBy, c.DecidedAt, c.DecidedBy, c.Approved, c.DecisionReason, c.MinutesNo);

    private void InsertMonthEnd(string projectId, MonthEndLight l) => connection.Execute(
        "insert into month_end_light (project_id, as_of, light, reasons, plan, actual, lag) values ($1, $2, $3, $4, $5, $6, $7)",
        projectId, l.AsOf, l.Light, Stored.Lines(l.Reasons), l.Plan, l.Actual, l.Lag);
}
