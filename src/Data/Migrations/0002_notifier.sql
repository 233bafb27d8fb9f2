-- Told unasked (contracts section 1): planned slot -> run -> notices, unique by key -> messages -> deliveries, one for each channel tried.
-- "due_at" is programme time, leases are real time; both UTC text. An address that is tried is leased, so that a node that dies in the middle is taken over.

-- One row a slot, the plan of it and what became of it. A slot without a row was missed: that is how it is found.
create table run_log (
    id text primary key, slot_on text not null, slot text not null, state text not null, node text, lease_until text,
    started_at text not null, planned_at text, finished_at text, hash text, approved_by text,
    planned integer not null, left_out text, reason text);
create index run_log_open on run_log (slot_on) where state in ('Planning', 'Planned');

-- One rule on one target for one person. "person_id" reads it (a stand-in, while the one whose duty it is stays in the key). "project_version" is what it was decided on.
create table notice (
    key text primary key, rule text not null, target text not null, person_id text not null, day text not null,
    unit_id text, project_id text, project_version integer, text text not null, message_id text, state text not null, reason text,
    created_at text not null, settled_at text);
create index notice_by_message on notice (message_id);
create index notice_by_person on notice (person_id, day);
create index notice_waiting on notice (person_id) where state = 'Waiting';

-- One person and slot; an event, a reminder of one's own, an urge or a report is one as well ("kind"). "text" is as planned; each delivery keeps it as sent.
create table message (
    id text primary key, run_id text, person_id text not null, slot_on text not null, slot text, kind text not null, text text not null, buttons text not null, hash text not null,
    state text not null, reason text, due_at text not null, created_at text not null, settled_at text);
create index message_by_person on message (person_id, slot_on);
create index message_open on message (run_id) where state = 'Planned';

-- The id is the idempotency key, stable over retries and restarts.
create table delivery (
    id text primary key, message_id text not null, channel text not null, account text not null, recipient_id text not null,
    state text not null, attempt integer not null, due_at text not null, lease_owner text, lease_until text,
    receipt text, text_sent text, reason text, settled_at text);
create index delivery_by_message on delivery (message_id);
create index delivery_due on delivery (due_at) where state in ('Waiting', 'Claimed');

-- The brake: nothing of this channel is claimed before then; "stopped" until an administrator lets it go.
create table channel_pause (channel text not null, account text not null, until_at text, reason text not null, since text not null, primary key (channel, account));
