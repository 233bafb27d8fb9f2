using System.Data.Common;

namespace PartyProjects.Data;

/// <summary>A conversation of the built-in Direct Line server; its user is null until somebody speaks in it.</summary>
public sealed record DirectLineConversation(string Id, string? UserId, long LastNumber);

/// <summary>An activity as it goes over the wire, under its number.</summary>
public sealed record DirectLineActivity(long Number, string Body);

/// <summary>A file in a conversation.</summary>
public sealed record DirectLineFile(string Name, string ContentType, byte[] Content);

/// <summary>What the Direct Line server remembers. Instants here are real time: it is about connections, not about the programme.</summary>
public sealed class DirectLineRepository(ProgrammeStore store)
{
    private const string SelectConversation = "select id, user_id, last_number from directline_conversation";

    /// <summary>Makes the conversation, or finds it when it is there already.</summary>
    public Task<(DirectLineConversation Conversation, bool IsNew)> OpenAsync(string id, string? userId, CancellationToken cancellation) => store.WriteAsync(session =>
    {
        if (Find(session.Connection, id) is { } there) return (there, false);
        session.Connection.Execute("insert into directline_conversation (id, user_id, last_number, created_at, used_at) values ($1, $2, 0, $3, $3)", id, userId, session.RealNow);
        return (new DirectLineConversation(id, userId, 0), true);
    }, cancellation);

    public DirectLineConversation? Find(string id) => store.Database.Read(c => Find(c, id));

    /// <summary>Conversations of a user, the one used last first.</summary>
    public IReadOnlyList<DirectLineConversation> Of(string userId) =>
        store.Database.Read(c => c.Rows(SelectConversation + " where user_id = $1 order by used_at desc, id", ConversationOf, userId));

    /// <summary>The first speaker of a conversation without a user is its user from then on; returns who that is.</summary>
    public Task<string> PinUserAsync(string id, string userId, CancellationToken cancellation) => store.WriteAsync(session =>
    {
        session.Connection.Execute("update directline_conversation set user_id = $2 where id = $1 and user_id is null", id, userId);
        return Find(session.Connection, id)?.UserId ?? userId;
    }, cancellation);

    /// <summary>
    /// Stores an activity under the next number, once for the same <paramref name="sentAs"/>; the body is made for its number. Tells whether it is new, and whether
    /// what was sent was answered already.
    /// </summary>
    public Task<(long Number, bool IsNew, bool IsAnswered)> AppendAsync(string conversationId, string? sentAs, Func<long, string> body, CancellationToken cancellation) => store.WriteAsync(session =>
    {
        if (sentAs is not null
            && session.Connection.Row("select number, answered from directline_activity where conversation_id = $1 and sent_as = $2", r => (Number: r.GetInt64(0), Answered: r.GetInt64(1)), conversationId, sentAs) is { Number: > 0 } before)
        {
            return (before.Number, false, before.Answered != 0);
        }

        return (Append(session, conversationId, sentAs, body), true, false);
    }, cancellation);

    /// <summary>Stores the answers to an activity, all or none, unless they are there already; gives the last number.</summary>
    public Task<long> AnswerAsync(string conversationId, long answeredNumber, IReadOnlyList<Func<long, string>> bodies, IReadOnlyList<(string Id, DirectLineFile File)> files, CancellationToken cancellation) => store.WriteAsync(session =>
    {
        if (session.Connection.Execute("update directline_activity set answered = 1 where conversation_id = $1 and number = $2 and answered = 0", conversationId, answeredNumber) == 0) return answeredNumber;
        foreach (var (id, file) in files) StoreFile(session, conversationId, id, file);
        var last = answeredNumber;
        foreach (var body in bodies) last = Append(session, conversationId, null, body);
        return last;
    }, cancellation);

    public Task StoreFilesAsync(string conversationId, IReadOnlyList<(string Id, DirectLineFile File)> files, CancellationToken cancellation) => store.WriteAsync(session =>
    {
        foreach (var (id, file) in files) StoreFile(session, conversationId, id, file);
    }, cancellation);

    public DirectLineFile? File(string id) =>
        store.Database.Read(c => c.Row("select name, content_type, content from directline_file where id = $1", r => new DirectLineFile(r.GetString(0), r.GetString(1), (byte[])r.GetValue(2)), id));

    /// <summary>Activities after a watermark, in order, at most <paramref name="most"/>.</summary>
    public IReadOnlyList<DirectLineActivity> After(string conversationId, long watermark, int most) => store.Database.Read(c =>
        c.Rows("select number, body from directline_activity where conversation_id = $1 and number > $2 order by number limit $3", r => new DirectLineActivity(r.GetInt64(0), r.GetString(1)), conversationId, watermark, most));

    /// <summary>Forgets what is older; conversations stay, so that they can still be spoken to.</summary>
    public Task ForgetBeforeAsync(DateTimeOffset instant, CancellationToken cancellation) => store.WriteAsync(session =>
    {
        session.Connection.Execute("delete from directline_activity where at < $1", instant);
        session.Connection.Execute("delete from directline_file where at < $1", instant);
    }, cancellation);

    /// <summary>The key that signs tokens and sessions; <paramref name="fresh"/> becomes it when there is none yet. Kept, so that an open page outlives a restart.</summary>
    public Task<string> SigningKeyAsync(string fresh, CancellationToken cancellation) => store.WriteAsync(session =>
    {
        if (session.Connection.Scalar("select value from signing_key where id = 1") is string key) return key;
        session.Connection.Execute("insert into signing_key (id, value) values (1, $1)", fresh);
        return fresh;
    }, cancellation);

    private static long Append(WriteSession session, string conversationId, string? sentAs, Func<long, string> body)
    {
        session.Connection.Execute("update directline_conversation set last_number = last_number + 1, used_at = $2 where id = $1", conversationId, session.RealNow);
        var number = Convert.ToInt64(session.Connection.Scalar("select last_number from directline_conversation where id = $1", conversationId));
        session.Connection.Execute(
            "insert into directline_activity (conversation_id, number, body, sent_as, answered, at) values ($1, $2, $3, $4, 0, $5)", conversationId, number, body(number), sentAs, session.RealNow);
        return number;
    }

    private static void StoreFile(WriteSession session, string conversationId, string id, DirectLineFile file) =>
        session.Connection.Execute("insert into directline_file (id, conversation_id, name, content_type, content, at) values ($1, $2, $3, $4, $5, $6)",
            id, conversationId, file.Name, file.ContentType, file.Content, session.RealNow);

    private static DirectLineConversation? Find(Connection connection, string id) => connection.Row(SelectConversation + " where id = $1", ConversationOf, id);

    private static DirectLineConversation ConversationOf(DbDataReader r) => new(r.GetString(0), r.IsDBNull(1) ? null : r.GetString(1), r.GetInt64(2));
}
