using System.Text.Json;
using PartyProjects.Domain;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Data;

/// <summary>督查发现的问题 and its 整改.</summary>
public sealed record Finding(string Id, string ProjectId, Quarter Quarter, string Text, DateOnly DueOn, DateTime? RectifiedAt, string? Rectification, DateTime? ClosedAt);

/// <summary>What belongs to the steps of the year and to no single rule of the snapshot: review forms, panel sheets, decisions, promises, acceptance, ballots, deductions, findings.</summary>
public sealed partial class WriteSession
{
    public void StorePreReview(string projectId, PreReviewForm form, string? reason)
    {
        connection.Execute("insert into pre_review (project_id, seq, at, acted_by, passed, form, reason) values ($1, $2, $3, $4, $5, $6, $7)",
            projectId, Next("pre_review", projectId), Now, Acting.Title, form.Passes, JsonSerializer.Serialize(form, Stored.Json), reason);
        Audit("preReview", projectId, null, form.Passes ? "pass" : "return");
    }

    /// <summary>True while the year's panel takes sheets.</summary>
    public bool IsPanelClosed(int year) => connection.Scalar("select closed_at from panel_round where year = $1", year) is not null;

    public void OpenPanel(int year, DateOnly due) => connection.Execute("insert into panel_round (year, opened_at, due_on) values ($1, $2, $3) on conflict (year) do nothing", year, Now, due);

    public void ClosePanel(int year)
    {
        connection.Execute("update panel_round set closed_at = $2, closed_by = $3 where year = $1", year, Now, Acting.Title);
        Audit("panel.Close", year.ToString(System.Globalization.CultureInfo.InvariantCulture), null, null);
    }

    /// <summary>A judge's sheet; the newest counts until the panel is closed. A null sheet is 回避.</summary>
    public void StorePanelSheet(string projectId, string personId, PanelSheet? sheet, string? remark = null)
    {
        connection.Execute("delete from panel_sheet where project_id = $1 and person_id = $2", projectId, personId);
        connection.Execute("""
            insert into panel_sheet (project_id, person_id, at, recused, narrow, hard, exemplary, within_year, five_tests, remark) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """, projectId, personId, Now, sheet is null, sheet?.Narrow, sheet?.Hard, sheet?.Exemplary, sheet?.WithinYear, sheet?.FiveTests, remark);
        // Blind until closed: the audit names the act, not the points.
        Audit(sheet is null ? "panel.Recuse" : "panel.Sheet", projectId, null, null);
    }

    public IReadOnlyList<PanelSheet> PanelSheetsOf(string projectId) => connection.Rows(
        "select person_id, narrow, hard, exemplary, within_year, five_tests from panel_sheet where project_id = $1 and recused = 0 order by person_id",
        r => new PanelSheet(r.GetString(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3), r.GetInt32(4), r.GetInt32(5)), projectId);

    /// <summary>Null: nothing yet; true: recused; false: a sheet is in.</summary>
    public bool? RecusedOf(string projectId, string personId) => connection.Row("select recused from panel_sheet where project_id = $1 and person_id = $2", r => (bool?)r.Flag(0), projectId, personId);

    public void StoreDecision(int year, string kind, string? projectId, string minutesNo, string? text = null)
    {
        connection.Execute("insert into decision (id, year, kind, project_id, minutes_no, at, acted_by, text) values ($1, $2, $3, $4, $5, $6, $7, $8)", NewId(), year, kind, projectId, minutesNo, Now, Acting.Title, text);
        Audit("decision." + kind, projectId, null, minutesNo);
    }

    /// <summary>The promise as signed, with its nodes: frozen for ever, a second call is refused by the table.</summary>
    public void StoreCommitment(ProjectSnapshot project, string text)
    {
        connection.Execute("insert into commitment (project_id, signed_at, signed_by, text, baseline) values ($1, $2, $3, $4, $5)",
            project.Project.Id, Now, Acting.Title, text, JsonSerializer.Serialize(new { project.Project, project.Milestones }, Stored.Json));
        Audit("commitment.Sign", project.Project.Code, null, null);
    }

    public void StoreAcceptance(string projectId, AcceptanceScore score, bool passed, string? reason, string? minutesNo)
    {
        connection.Execute("insert into acceptance (project_id, seq, at, acted_by, passed, goal, extension, lasting, total, reason, minutes_no) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
            projectId, Next("acceptance", projectId), Now, Acting.Title, passed, score.Goal, score.Extension, score.Lasting, score.Total, reason, minutesNo);
        Audit("acceptance", projectId, null, score);
    }

    public decimal? AcceptanceOf(string projectId) => connection.Row("select total from acceptance where project_id = $1 and passed = 1 order by seq desc limit 1", r => r.NumberOrNull(0), projectId);

    public void StoreBallots(string projectId, int year, Ballots ballots)
    {
        connection.Execute("delete from ballot where project_id = $1 and year = $2", projectId, year);
        connection.Execute("insert into ballot (project_id, year, good, fairly_good, average, poor, at, acted_by) values ($1, $2, $3, $4, $5, $6, $7, $8)",
            projectId, year, ballots.Good, ballots.FairlyGood, ballots.Average, ballots.Poor, Now, Acting.Title);
        Audit("ballot", projectId, null, ballots);
    }

    public Ballots? BallotsOf(string projectId, int year) =>
        connection.Row("select good, fairly_good, average, poor from ballot where project_id = $1 and year = $2", r => new Ballots(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2), r.GetInt32(3)), projectId, year);

    public void StoreFinding(string projectId, Quarter quarter, string text, DateOnly due)
    {
        connection.Execute("insert into finding (id, project_id, quarter, at, acted_by, text, due_on) values ($1, $2, $3, $4, $5, $6, $7)", NewId(), projectId, quarter, Now, Acting.Title, text, due);
        Audit("finding", projectId, null, text);
    }

    public IReadOnlyList<Finding> FindingsOf(string projectId) => connection.Rows(
        "select id, project_id, quarter, text, due_on, rectified_at, rectification, closed_at from finding where project_id = $1 order by at, id",
        r => new Finding(r.GetString(0), r.GetString(1), Stored.QuarterOf(r.GetString(2)), r.GetString(3), r.Day(4), r.MomentOrNull(5), r.TextOrNull(6), r.MomentOrNull(7)), projectId);

    public void StoreRectification(string findingId, string text)
    {
        connection.Execute("update finding set rectified_at = $2, rectified_by = $3, rectification = $4 where id = $1", findingId, Now, Acting.Title, text);
        Audit("finding.Rectify", findingId, null, text);
    }

    public void CloseFinding(string findingId)
    {
        connection.Execute("update finding set closed_at = $2, closed_by = $3 where id = $1", findingId, Now, Acting.Title);
        Audit("finding.Close", findingId, null, null);
    }

    public void StoreReminder(string personId, DateTime at, string text)
    {
        connection.Execute("insert into reminder (id, person_id, at, text, created_at, state) values ($1, $2, $3, $4, $5, 'Waiting')", NewId(), personId, at, text, Now);
        Audit("reminder", personId, null, text);
    }

    /// <summary>收到 or 稍后 to the rules of the newest message: silent for the day, or until a moment; never the ladder.</summary>
    public int Acknowledge(string personId, bool snoozed, DateTime? until)
    {
        var notices = connection.Rows("""
            select rule, target from notice where person_id = $1 and message_id = (select id from message where person_id = $1 and state in ('Planned', 'Sent', 'Unknown') order by due_at desc, id desc limit 1)
            """, r => (Rule: r.GetString(0), Target: r.GetString(1)), personId);
        foreach (var (rule, target) in notices)
        {
            connection.Execute("""
                insert into acknowledgement (person_id, rule, target, at, kind, until_at) values ($1, $2, $3, $4, $5, $6) on conflict (person_id, rule, target, at) do nothing
                """, personId, rule, target, Now, snoozed ? "Snooze" : "Seen", until);
        }

        return notices.Count;
    }

    /// <summary>A file that shows something; its id.</summary>
    public string StoreEvidence(string projectId, string? milestoneId, Period? period, string name, string contentType, byte[] content)
    {
        var id = NewId();
        connection.Execute("insert into evidence (id, project_id, milestone_id, period, name, content_type, content, acted_by, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
            id, projectId, milestoneId, period, name, contentType, content, Acting.Title, Now);
        Audit("evidence", projectId, null, name);
        return id;
    }

    public string NewId() => Guid.CreateVersion7(RealNow).ToString("N");

    private int Next(string table, string projectId) => Convert.ToInt32(connection.Scalar($"select coalesce(max(seq), 0) from {table} where project_id = $1", projectId)) + 1;
}
