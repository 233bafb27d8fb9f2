-- The built-in Direct Line server: conversations, their activities in order, files in them, and the key that signs tokens and sessions.

create table directline_conversation (
    id text primary key, user_id text, last_number bigint not null, created_at text not null, used_at text not null);
create index directline_conversation_by_user on directline_conversation (user_id, used_at);

-- "number" is the watermark: rising within a conversation, given out in the transaction that stores the activity. "sent_as" is the sender's own name for the
-- activity (clientActivityID, or the idempotency key of what is told unasked), so that the same one is stored once.
create table directline_activity (
    conversation_id text not null, number bigint not null, body text not null, sent_as text, answered integer not null, at text not null,
    primary key (conversation_id, number));
create unique index directline_activity_once on directline_activity (conversation_id, sent_as) where sent_as is not null;
create index directline_activity_by_time on directline_activity (at);

-- Named by an id that cannot be guessed: a picture in a message is fetched without a header.
create table directline_file (
    id text primary key, conversation_id text not null, name text not null, content_type text not null, content bytea not null, at text not null);
create index directline_file_by_time on directline_file (at);

create table signing_key (id integer primary key, value text not null);
