using System.Data.Common;
using System.Globalization;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Data;

/// <summary>Reads whole projects, set by set: one question a table for any number of projects.</summary>
internal static class SnapshotReader
{
    // Lists are padded to one of these lengths, so that a handful of statements is prepared and not one a length.
    private static readonly int[] Lengths = [1, 8, 50, SnapshotCache.Batch];

    /// <summary>In no particular order; ids that are not there are left out. At most <see cref="SnapshotCache.Batch"/> ids.</summary>
    public static List<ProjectSnapshot> Of(Connection connection, IReadOnlyList<string> ids)
    {
        var length = Lengths.First(l => l >= ids.Count);
        var values = new object?[length];
        for (var i = 0; i < length; i++) values[i] = ids[Math.Min(i, ids.Count - 1)];
        var these = "(" + string.Join(',', Enumerable.Range(1, length).Select(i => "$" + i.ToString(CultureInfo.InvariantCulture))) + ")";

        Dictionary<string, List<T>> By<T>(string sql, Func<DbDataReader, T> map)
        {
            var found = new Dictionary<string, List<T>>(ids.Count, StringComparer.Ordinal);
            connection.Each(sql.Replace("{these}", these, StringComparison.Ordinal), row =>
            {
                var id = row.GetString(0);
                if (!found.TryGetValue(id, out var list)) found.Add(id, list = []);
                list.Add(map(row));
            }, values);
            return found;
        }

        var indicators = By("select project_id, name, target, unit, achieved from indicator where project_id in {these} order by project_id, seq",
            r => new Indicator(r.GetString(1), r.Number(2), r.GetString(3), r.NumberOrNull(4)));
        var fixedPeople = By("select project_id, role, duty from fixed_person where project_id in {these} order by project_id, seq",
            r => new ResponsiblePerson(r.GetString(1), r.GetString(2)));
        var history = By("select project_id, at, from_stage, to_stage, acted_by, reason, score, minutes_no from stage_change where project_id in {these} order by project_id, seq",
            r => new StageChange
            {
                At = r.Moment(1), From = r.NameOrNull<Stage>(2), To = r.Name<Stage>(3), By = r.GetString(4),
                Reason = r.TextOrNull(5), Score = r.NumberOrNull(6), MinutesNo = r.TextOrNull(7),
            });
        var milestoneEvents = By("select project_id, milestone_id, kind, at, acted_by, done_on, note from milestone_event where project_id in {these} order by project_id, milestone_id, seq",
            r => (Of: r.GetString(1), Event: new MilestoneEvent
            {
                Kind = r.Name<MilestoneEventKind>(2), At = r.Moment(3), By = r.GetString(4), DoneOn = r.DayOrNull(5), Note = r.TextOrNull(6),
            }));
        var revisions = By("""
            select project_id, milestone_id, approved_on, asked_on, old_due_on, new_due_on, reason, approved_by
            from milestone_revision where project_id in {these} order by project_id, milestone_id, seq
            """,
            r => (Of: r.GetString(1), Revision: new MilestoneRevision
            {
                ApprovedOn = r.Day(2), AskedOn = r.DayOrNull(3), OldDueOn = r.Day(4), NewDueOn = r.Day(5), Reason = r.GetString(6), ApprovedBy = r.GetString(7),
            }));
        var milestones = By("""
            select project_id, id, title, acceptance, start_on, original_due_on, weight, owner_role from milestone where project_id in {these} order by project_id, seq
            """,
            r => new Milestone
            {
                Id = r.GetString(1), Title = r.GetString(2), Acceptance = r.GetString(3), StartOn = r.Day(4), OriginalDueOn = r.Day(5), Weight = r.GetInt32(6), OwnerRole = r.GetString(7),
                Events = [.. milestoneEvents.Of(r.GetString(0)).Where(e => e.Of == r.GetString(1)).Select(e => e.Event)],
                Revisions = [.. revisions.Of(r.GetString(0)).Where(e => e.Of == r.GetString(1)).Select(e => e.Revision)],
            });
        var reportEvents = By("""
            select project_id, period, kind, at, acted_by, percent, done, problem, plan, reason, drafted_by
            from report_event where project_id in {these} order by project_id, period, seq
            """,
            r => (Of: r.GetString(1), Event: new ReportEvent
            {
                Kind = r.Name<ReportEventKind>(2), At = r.Moment(3), By = r.GetString(4), Percent = r.IntOrNull(5), Done = r.TextOrNull(6),
                Problem = r.TextOrNull(7), Plan = r.TextOrNull(8), Reason = r.TextOrNull(9), DraftedBy = r.TextOrNull(10),
            }));
        var reports = By("select project_id, period, exempt, exempt_reason from report where project_id in {these} order by project_id, period",
            r => new MonthlyReport
            {
                Period = Period.Parse(r.GetString(1)), Exempt = r.Flag(2), ExemptReason = r.TextOrNull(3),
                Events = [.. reportEvents.Of(r.GetString(0)).Where(e => e.Of == r.GetString(1)).Select(e => e.Event)],
            });
        var issues = By("""
            select project_id, id, title, severity, need_district_help, owner, raised_on, target_on, resolved_on, resolution
            from issue where project_id in {these} order by project_id, seq
            """,
            r => new Issue
            {
                Id = r.GetString(1), Title = r.GetString(2), Severity = r.Name<IssueSeverity>(3), NeedDistrictHelp = r.Flag(4), Owner = r.GetString(5),
                RaisedOn = r.Day(6), TargetOn = r.Day(7), ResolvedOn = r.DayOrNull(8), Resolution = r.TextOrNull(9),
            });
        var followUps = By("select project_id, on_day, acted_by, note from follow_up where project_id in {these} order by project_id, seq",
            r => new FollowUp(r.Day(1), r.GetString(2), r.GetString(3)));
        var changes = By("""
            select project_id, id, kind, milestone_id, reason, evidence, new_due_on, asked_at, asked_by, decided_at, decided_by, approved, decision_reason, minutes_no
            from change_request where project_id in {these} order by project_id, seq
            """,
            r => new ChangeRequest
            {
                Id = r.GetString(1), Kind = r.Name<ChangeKind>(2), MilestoneId = r.TextOrNull(3), Reason = r.GetString(4), Evidence = r.TextOrNull(5), NewDueOn = r.DayOrNull(6),
                AskedAt = r.Moment(7), AskedBy = r.GetString(8), DecidedAt = r.MomentOrNull(9), DecidedBy = r.TextOrNull(10), Approved = r.FlagOrNull(11),
                DecisionReason = r.TextOrNull(12), MinutesNo = r.TextOrNull(13),
            });
        var selfChecks = By("select project_id, quarter, meetings, on_site, follow_up, filed_at, filed_by, correction_reason from self_check where project_id in {these} order by project_id, quarter",
            r => new SelfCheck
            {
                Quarter = Stored.QuarterOf(r.GetString(1)), Meetings = r.GetInt32(2), OnSite = r.GetInt32(3), FollowUp = r.FlagOrNull(4),
                FiledAt = r.MomentOrNull(5), FiledBy = r.TextOrNull(6), CorrectionReason = r.TextOrNull(7),
            });
        var caseActs = By("select project_id, cause, target, kind, at, acted_by, text, due_on from case_act where project_id in {these} order by project_id, seq",
            r => new CaseAct
            {
                Cause = r.Name<CaseCause>(1), Target = r.GetString(2), Kind = r.Name<CaseActKind>(3), At = r.Moment(4), By = r.GetString(5), Text = r.TextOrNull(6), DueOn = r.DayOrNull(7),
            });
        var monthEnds = By("select project_id, as_of, light, reasons, plan, actual, lag from month_end_light where project_id in {these} order by project_id, as_of",
            r => new MonthEndLight(r.Day(1), r.NameOrNull<Light>(2), r.Lines(3), r.NumberOrNull(4), r.NumberOrNull(5), r.NumberOrNull(6)));

        return connection.Rows($"""
            select p.id, p.code, p.year, p.organization_id, p.track, p.category, p.name, p.aliases, p.problem, p.background, p.measures, p.goal,
                   p.fixed_item, p.fixed_requirement, p.fixed_duty, p.fixed_deadline, p.first_responsible, p.deadline, p.origin, p.mark, p.display_order, p.illustrative, p.version,
                   o.name, o.type, o.parent_id, o.display_order, o.aliases
            from project p join organization o on o.id = p.organization_id where p.id in {these}
            """,
            r =>
            {
                var id = r.GetString(0);
                return new ProjectSnapshot
                {
                    Project = new Project
                    {
                        Id = id, Code = r.GetString(1), Year = r.GetInt32(2), OrganizationId = r.GetString(3), Track = r.Name<ProjectTrack>(4), Category = r.GetString(5),
                        Name = r.GetString(6), Aliases = r.Lines(7), Problem = r.GetString(8), Background = r.GetString(9), Measures = r.GetString(10), Goal = r.GetString(11),
                        Indicators = indicators.Of(id),
                        FiveFixed = new FiveFixed { Item = r.GetString(12), Requirement = r.GetString(13), People = fixedPeople.Of(id), Duty = r.GetString(14), Deadline = r.DayOrNull(15) },
                        FirstResponsible = r.GetString(16), Deadline = r.DayOrNull(17), Origin = r.NameOrNull<ProjectOrigin>(18), Mark = r.NameOrNull<ProjectMark>(19),
                        DisplayOrder = r.GetInt32(20), Illustrative = r.Flag(21), Version = r.GetInt32(22),
                    },
                    Organization = new Organization
                    {
                        Id = r.GetString(3), Name = r.GetString(23), Type = r.Name<OrganizationType>(24), ParentId = r.TextOrNull(25), DisplayOrder = r.GetInt32(26), Aliases = r.Lines(27),
                    },
                    History = history.Of(id), Milestones = milestones.Of(id), Reports = reports.Of(id), Issues = issues.Of(id), FollowUps = followUps.Of(id),
                    Changes = changes.Of(id), SelfChecks = selfChecks.Of(id), CaseActs = caseActs.Of(id), MonthEnds = monthEnds.Of(id),
                };
            }, values);
    }

    private static List<T> Of<T>(this Dictionary<string, List<T>> found, string id) => found.GetValueOrDefault(id) ?? [];
}
