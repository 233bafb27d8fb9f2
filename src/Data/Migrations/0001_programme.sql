-- The whole of what is remembered, in the common language of SQLite and PostgreSQL.
-- Conventions: ids are text made by the application; days are yyyy-MM-dd; instants are fixed-width UTC text
-- (yyyy-MM-ddTHH:mm:ss.fffZ), so that text order is time order; booleans are 0/1; decimals are text, so that nothing is rounded.
-- "seq" numbers what happened to one thing, from 1. "acted_by" is the office that acted, as it was called then.

-- What changed, so that every process sees what another one wrote without reading everything again.
create table revision (id integer primary key, value bigint not null);
insert into revision (id, value) values (1, 0);
create table change (revision bigint not null, kind text not null, target text not null, primary key (revision, kind, target));

-- Programme time: the last moment it reached, and how far the demo year was replayed. One row.
create table clock (id integer primary key, reached_at text not null);
create table replay (source text primary key, reached_at text not null);

-- Organisations, people, how they are reached ------------------------------------------------------------------------------------------

create table organization (
    id text primary key, name text not null, type text not null, parent_id text, display_order integer not null,
    aliases text not null);
create index organization_by_parent on organization (parent_id);

create table person (id text primary key, title text not null, organization_id text not null);
create index person_by_organization on person (organization_id);
create table person_role (person_id text not null, role text not null, primary key (person_id, role));
create table tenure (
    person_id text not null, organization_id text not null, role text not null, from_on text not null, to_on text, acting integer not null,
    primary key (person_id, organization_id, role, from_on));
-- A stand-in while someone is away.
create table stand_in (
    person_id text not null, deputy_id text not null, from_on text not null, to_on text not null, reason text,
    primary key (person_id, from_on));

-- Who speaks: an id is unique only inside its channel and account (channels.md 0.7). "stopped" is why this address is no longer written to.
create table channel_identity (
    channel text not null, account text not null, channel_user_id text not null, person_id text not null,
    verified_by text not null, verified_at text not null, conversation_id text, stopped text,
    primary key (channel, account, channel_user_id));
create index channel_identity_by_person on channel_identity (person_id);

-- With what a channel can speak first later.
create table conversation_reference (
    channel text not null, account text not null, conversation_id text not null, channel_user_id text not null,
    is_group integer not null, reference text, updated_at text not null,
    primary key (channel, account, conversation_id));

-- Dated in real time. Only the hash is kept; a code is used up by binding.
create table binding_code (hash text primary key, person_id text not null, issued_at text not null, expires_at text not null, used_at text, used_by text);
create index binding_code_by_person on binding_code (person_id);
create table binding_attempt (sender text not null, at text not null);
create index binding_attempt_by_sender on binding_attempt (sender, at);

create table preference (person_id text not null, key text not null, value text not null, primary key (person_id, key));
create table reminder (
    id text primary key, person_id text not null, at text not null, text text not null, created_at text not null, state text not null);
create index reminder_due on reminder (at) where state = 'Waiting';
create index reminder_by_person on reminder (person_id);
-- 收到, 稍后, 明天再提醒: silences a rule for a while, never the ladder.
create table acknowledgement (
    person_id text not null, rule text not null, target text not null, at text not null, kind text not null, until_at text,
    primary key (person_id, rule, target, at));
create table complaint (
    id text primary key, person_id text, channel text not null, at text not null, text text not null, answered_at text, answered_by text, answer text);

-- Projects ---------------------------------------------------------------------------------------------------------------------------

create table project (
    id text primary key, code text not null unique, year integer not null, organization_id text not null, track text not null,
    category text not null, name text not null, aliases text not null, problem text not null, background text not null, measures text not null, goal text not null,
    fixed_item text not null, fixed_requirement text not null, fixed_duty text not null, fixed_deadline text,
    first_responsible text not null, deadline text, origin text, mark text, display_order integer not null, illustrative integer not null,
    stage text, version integer not null);
create index project_by_organization on project (organization_id);
create index project_by_year on project (year);
create table indicator (
    project_id text not null, seq integer not null, name text not null, target text not null, unit text not null, achieved text,
    primary key (project_id, seq));
create table fixed_person (project_id text not null, seq integer not null, role text not null, duty text not null, primary key (project_id, seq));
create table stage_change (
    project_id text not null, seq integer not null, at text not null, from_stage text, to_stage text not null, acted_by text not null,
    reason text, score text, minutes_no text, primary key (project_id, seq));

create table milestone (
    project_id text not null, id text not null, seq integer not null, title text not null, acceptance text not null,
    start_on text not null, original_due_on text not null, weight integer not null, owner_role text not null,
    primary key (project_id, id));
create table milestone_event (
    project_id text not null, milestone_id text not null, seq integer not null, kind text not null, at text not null, acted_by text not null,
    done_on text, note text, primary key (project_id, milestone_id, seq));
create table milestone_revision (
    project_id text not null, milestone_id text not null, seq integer not null, approved_on text not null, asked_on text,
    old_due_on text not null, new_due_on text not null, reason text not null, approved_by text not null,
    primary key (project_id, milestone_id, seq));

create table report (
    project_id text not null, period text not null, exempt integer not null, exempt_reason text, primary key (project_id, period));
create table report_event (
    project_id text not null, period text not null, seq integer not null, kind text not null, at text not null, acted_by text not null,
    percent integer, done text, problem text, plan text, reason text, drafted_by text,
    primary key (project_id, period, seq));

create table issue (
    project_id text not null, id text not null, seq integer not null, title text not null, severity text not null, need_district_help integer not null,
    owner text not null, raised_on text not null, target_on text not null, resolved_on text, resolution text,
    primary key (project_id, id));
create table issue_event (
    project_id text not null, issue_id text not null, seq integer not null, kind text not null, at text not null, acted_by text not null, note text,
    primary key (project_id, issue_id, seq));

create table follow_up (
    project_id text not null, seq integer not null, on_day text not null, acted_by text not null, note text not null, primary key (project_id, seq));
create table change_request (
    project_id text not null, id text not null, seq integer not null, kind text not null, milestone_id text, reason text not null, evidence text, new_due_on text,
    asked_at text not null, asked_by text not null, decided_at text, decided_by text, approved integer, decision_reason text, minutes_no text,
    primary key (project_id, id));
create table self_check (
    project_id text not null, quarter text not null, meetings integer not null, on_site integer not null, follow_up integer,
    filed_at text, filed_by text, correction_reason text, primary key (project_id, quarter));
create table case_act (
    project_id text not null, seq integer not null, cause text not null, target text not null, kind text not null, at text not null, acted_by text not null,
    text text, due_on text, primary key (project_id, seq));
-- Written once at 24:00 of a month's last day, never changed.
create table month_end_light (
    project_id text not null, as_of text not null, light text, reasons text not null, plan text, actual text, lag text,
    primary key (project_id, as_of));

-- Files that show something: evidence of a milestone, a photo with a report.
create table evidence (
    id text primary key, project_id text not null, milestone_id text, period text, name text not null, content_type text not null,
    content bytea not null, acted_by text not null, at text not null);
create index evidence_by_project on evidence (project_id);

-- The steps of the year --------------------------------------------------------------------------------------------------------------

create table pre_review (
    project_id text not null, seq integer not null, at text not null, acted_by text not null, passed integer not null, form text not null, reason text,
    primary key (project_id, seq));
create table panel_round (year integer primary key, opened_at text not null, due_on text not null, closed_at text, closed_by text);
create table panel_sheet (
    project_id text not null, person_id text not null, at text not null, recused integer not null,
    narrow integer, hard integer, exemplary integer, within_year integer, five_tests integer, remark text,
    primary key (project_id, person_id));
create table decision (
    id text primary key, year integer not null, kind text not null, project_id text, minutes_no text not null, at text not null, acted_by text not null, text text);
create index decision_by_project on decision (project_id);
-- The original promise, frozen for ever: the form and the milestones as signed, JSON.
create table commitment (
    project_id text primary key, signed_at text not null, signed_by text not null, text text not null, baseline text not null);
create table acceptance (
    project_id text not null, seq integer not null, at text not null, acted_by text not null, passed integer not null,
    goal text, extension text, lasting text, total text, reason text, minutes_no text,
    primary key (project_id, seq));
create table ballot (
    project_id text not null, year integer not null, good integer not null, fairly_good integer not null, average integer not null, poor integer not null,
    at text not null, acted_by text not null, primary key (project_id, year));
create table deduction (
    id text primary key, project_id text not null, year integer not null, kind text not null, points text not null, at text not null, acted_by text not null,
    reason text not null, cancelled_at text, cancelled_by text);
create index deduction_by_project on deduction (project_id);

-- Locked figures: later filings are kept and marked, the score stays.
create table quarter_score (
    project_id text not null, quarter text not null, progress text not null, milestones text not null, reports text not null, issues text not null,
    personal text not null, total text not null, grade text not null, light text, rank integer not null, locked_at text not null,
    corrected_by text, correction_reason text, primary key (project_id, quarter));
create table year_end_score (
    project_id text not null, year integer not null, process text, acceptance text, appraisal text, deductions text not null, total text, grade text not null,
    locked_at text not null, primary key (project_id, year));

-- All red and 20 % drawn with a seed that is published.
create table spot_check (
    quarter text not null, project_id text not null, seed text not null, drawn integer not null, at text not null, primary key (quarter, project_id));
create table finding (
    id text primary key, project_id text not null, quarter text not null, at text not null, acted_by text not null, text text not null, due_on text not null,
    rectified_at text, rectified_by text, rectification text, closed_at text, closed_by text);
create index finding_by_project on finding (project_id);
create table bulletin (
    id text primary key, quarter text not null, edition integer not null, state text not null, title text not null, text text not null, figures text not null,
    drafted_at text not null, drafted_by text not null, signed_at text, signed_by text, number text, correction_note text,
    unique (quarter, edition));

-- Conversation -----------------------------------------------------------------------------------------------------------------------

-- What a person (or an unbound sender) was last left with; JSON owned by the conversation.
create table dialogue (owner text primary key, body text not null, updated_at text not null);
-- A draft belongs to the person who must confirm it, on whatever channel; both names are kept.
create table draft (
    id text primary key, person_id text not null, drafted_by text not null, kind text not null, project_id text, subject text, body text not null,
    state text not null, asked_at text not null, updated_at text not null);
create index draft_open on draft (person_id) where state in ('Open', 'Parked');
-- The same message arriving twice is answered once; the answer is kept so that it can be repeated.
create table inbound_message (
    channel text not null, account text not null, message_id text not null, received_at text not null, answer text,
    primary key (channel, account, message_id));
create index inbound_message_by_time on inbound_message (received_at);

-- Settings, calendar, audit -----------------------------------------------------------------------------------------------------------

create table setting_change (
    key text not null, effective_on text not null, value text not null, at text not null, acted_by text not null, primary key (key, effective_on));
-- A year that was imported; days of the district itself carry the scope District.
create table calendar_year (year integer primary key, source text not null, imported_at text not null);
create table calendar_day (day text not null, scope text not null, works integer not null, name text, primary key (day, scope));

-- Append-only; each entry carries the hash of the one before. audit_head names the last one, so that a cut-off tail is noticed too.
create table audit (
    seq bigint primary key, at text not null, actor text not null, role text not null, on_behalf_of text, action text not null, target text,
    before text, after text, channel text not null, message_id text, previous_hash text not null, hash text not null);
create index audit_by_target on audit (target);
create table audit_head (id integer primary key, seq bigint not null, hash text not null);
insert into audit_head (id, seq, hash) values (1, 0, '');
