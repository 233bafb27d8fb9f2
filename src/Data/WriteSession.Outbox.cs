using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>What is told unasked, stored together with what it follows from.</summary>
public sealed partial class WriteSession
{
    /// <summary>Booked in any way: it is never planned again. What could not reach anybody is, once its person is bound.</summary>
    public bool IsBooked(string noticeKey) => connection.Scalar("select 1 from notice where key = $1 and state <> 'Unreachable'", noticeKey) is not null;

    /// <summary>收到 or 知道了: the rule is silent about this target for the rest of the day, no longer.</summary>
    public bool IsAcknowledged(string personId, string rule, string target, DateOnly day) => connection.Scalar(
        "select 1 from acknowledgement where person_id = $1 and rule = $2 and target = $3 and at >= $4 and at < $5",
        personId, rule, target, day.ToDateTime(TimeOnly.MinValue), day.AddDays(1).ToDateTime(TimeOnly.MinValue)) is not null;

    /// <summary>People whose events wait for the morning.</summary>
    public IReadOnlyList<string> PeopleWithWaiting() => connection.Rows("select distinct person_id from notice where state = 'Waiting' order by person_id", r => r.GetString(0));

    /// <summary>Messages of a day that count for the cap.</summary>
    public int MessagesOn(string personId, DateOnly day) =>
        Convert.ToInt32(connection.Scalar("select count(*) from message where person_id = $1 and slot_on = $2 and kind in ('Slot', 'Urge') and state <> 'Dissolved' and state <> 'Dropped'", personId, day), CultureInfo.InvariantCulture);

    public bool HasMessage(string id) => connection.Scalar("select 1 from message where id = $1", id) is not null;

    /// <summary>False when the key was booked before; then nothing is stored.</summary>
    public bool Book(NoticeRow notice) => connection.Execute("""
        insert into notice (key, rule, target, person_id, day, unit_id, project_id, project_version, text, message_id, state, reason, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        on conflict (key) do update set text = excluded.text, person_id = excluded.person_id, project_version = excluded.project_version, message_id = excluded.message_id,
            state = excluded.state, reason = excluded.reason where notice.state = 'Unreachable'
        """,
        notice.Key, notice.Rule, notice.Target, notice.PersonId, notice.Day, notice.UnitId, notice.ProjectId, notice.ProjectVersion, notice.Text, notice.MessageId,
        notice.State, notice.Reason, Now) == 1;

    /// <summary>Stores a message and its first delivery, to the address given. False when it is there already.</summary>
    public bool AddMessage(MessageRow message, ChannelIdentity address)
    {
        var added = connection.Execute("""
            insert into message (id, run_id, person_id, slot_on, slot, kind, text, buttons, hash, state, due_at, created_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'Planned', $10, $11) on conflict (id) do nothing
            """,
            message.Id, message.RunId, message.PersonId, message.SlotOn, message.Slot, message.Kind, message.Text, Stored.Lines(message.Buttons), HashOf(message.Text), message.DueAt, Now) == 1;
        if (added) AddDelivery(message.Id, 1, address, message.DueAt);
        return added;
    }

    /// <summary>The next address is tried under an idempotency key of its own; it is the n-th of this message.</summary>
    internal void AddDelivery(string messageId, int ordinal, ChannelIdentity address, DateTime dueAt) => connection.Execute("""
        insert into delivery (id, message_id, channel, account, recipient_id, state, attempt, due_at) values ($1, $2, $3, $4, $5, 'Waiting', 0, $6) on conflict (id) do nothing
        """,
        ordinal == 1 ? messageId : string.Create(CultureInfo.InvariantCulture, $"{messageId}.{ordinal}"), messageId, address.Channel, address.Account, address.ChannelUserId, dueAt);

    /// <summary>Events of a person that wait for the morning; they are handed over once.</summary>
    public IReadOnlyList<NoticeRow> WaitingOf(string personId) =>
        connection.Rows(OutboxRepository.SelectNotice + " where person_id = $1 and state = 'Waiting' order by created_at, key", OutboxRepository.NoticeOf, personId);

    /// <summary>A waiting event goes out with the message.</summary>
    public void PutInto(string messageId, NoticeRow waiting) =>
        connection.Execute("update notice set state = 'Booked', message_id = $2 where key = $1", waiting.Key, messageId);

    /// <summary>
    /// Tells a person at once within working hours (workdays between the quiet hours), else with the next 09:00 digest; a stand-in reads it while the person is away.
    /// Once per event: a second call with the same rule and target does nothing. Somebody who is bound nowhere is booked as unreachable and listed to 组织部.
    /// </summary>
    public bool TellAtOnce(EventNotice told)
    {
        var reader = Programme.StandInOf(told.PersonId, Today)?.Id ?? told.PersonId;
        var address = Programme.AddressToWrite(reader);
        var key = $"{told.Rule}|{told.Target}|{told.PersonId}|{Stored.Text(Today)}";
        var now = IsOfficeHour(Now) || told.Kind == MessageKind.Reminder;
        var messageId = string.Create(CultureInfo.InvariantCulture, $"{Today:yyyyMMdd}-{told.Rule}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16]}");
        var booked = Book(new NoticeRow
        {
            Key = key, Rule = told.Rule, Target = told.Target, PersonId = reader, Day = Today, ProjectId = told.ProjectId, Text = told.Text,
            State = address is null ? NoticeState.Unreachable : now ? NoticeState.Booked : NoticeState.Waiting,
            Reason = address is null ? nameof(NoticeState.Unreachable) : null,
            MessageId = address is not null && now ? messageId : null,
        });
        if (booked && address is not null && now)
        {
            AddMessage(new MessageRow { Id = messageId, PersonId = reader, SlotOn = Today, Kind = told.Kind, Text = told.Text, Buttons = told.Buttons, DueAt = Now }, address);
        }

        return booked;
    }

    private bool IsOfficeHour(DateTime moment)
    {
        var settings = Programme.SettingsOn(DateOnly.FromDateTime(moment));
        var time = TimeOnly.FromDateTime(moment);
        return Programme.Calendar.IsWorkday(DateOnly.FromDateTime(moment)) && time >= settings.QuietTo && time < settings.QuietFrom;
    }

    /// <summary>Reminders people set for themselves whose moment has come.</summary>
    public IReadOnlyList<(string Id, string PersonId, string Text)> RemindersDue() =>
        connection.Rows("select id, person_id, text from reminder where state = 'Waiting' and at <= $1 order by at, id", r => (r.GetString(0), r.GetString(1), r.GetString(2)), Now);

    public void FinishReminder(string id) => connection.Execute("update reminder set state = 'Done' where id = $1", id);

    /// <summary>This address only is no longer written to: it left, or blocked us. Cleared by binding again.</summary>
    internal void StopAddress(string channel, string account, string channelUserId, string reason)
    {
        var key = ChannelIdentity.KeyOf(channel, account, channelUserId);
        if (!Programme.Identities.TryGetValue(key, out var identity)) return;
        connection.Execute("update channel_identity set stopped = $4 where channel = $1 and account = $2 and channel_user_id = $3", channel, account, channelUserId, reason);
        Programme = Programme.With(identity with { Stopped = reason });
        Touch(ChangeKinds.Identity, key);
    }

    /// <summary>What a text is known by: rehearsed and sent are the same when this is.</summary>
    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
