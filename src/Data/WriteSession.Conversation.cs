namespace PartyProjects.Data;

/// <summary>What a turn remembers: that the message arrived, what was answered, and what the person was left with.</summary>
public sealed partial class WriteSession
{
    /// <summary>False when this message id was already claimed: it is answered with the answer of then and books nothing.</summary>
    public bool ClaimInbound(string channel, string account, string messageId) => connection.Execute(
        "insert into inbound_message (channel, account, message_id, received_at) values ($1, $2, $3, $4) on conflict (channel, account, message_id) do nothing",
        channel, account, messageId, RealNow) == 1;

    /// <summary>The answer once given to a message; null when none was kept.</summary>
    public string? AnswerTo(string channel, string account, string messageId) =>
        connection.Scalar("select answer from inbound_message where channel = $1 and account = $2 and message_id = $3", channel, account, messageId) as string;

    public void StoreAnswer(string channel, string account, string messageId, string answer) =>
        connection.Execute("update inbound_message set answer = $4 where channel = $1 and account = $2 and message_id = $3", channel, account, messageId, answer);

    /// <summary>The dialogue of a person (or of a sender not bound yet), as the conversation wrote it; null when there is none.</summary>
    public string? DialogueOf(string owner) => connection.Scalar("select body from dialogue where owner = $1", owner) as string;

    public void StoreDialogue(string owner, string body) => connection.Execute("""
        insert into dialogue (owner, body, updated_at) values ($1, $2, $3)
        on conflict (owner) do update set body = excluded.body, updated_at = excluded.updated_at
        """, owner, body, Now);

    /// <summary>With what the channel can speak first later. A private conversation also becomes the one in which its person is written to.</summary>
    public void StoreReference(string channel, string account, string conversationId, string channelUserId, bool isGroup, string reference)
    {
        // Most turns repeat what is known: compare before writing.
        var known = connection.Scalar("select reference from conversation_reference where channel = $1 and account = $2 and conversation_id = $3", channel, account, conversationId) as string;
        if (known != reference)
        {
            connection.Execute("""
                insert into conversation_reference (channel, account, conversation_id, channel_user_id, is_group, reference, updated_at)
                values ($1, $2, $3, $4, $5, $6, $7)
                on conflict (channel, account, conversation_id) do update set reference = excluded.reference, updated_at = excluded.updated_at
                """, channel, account, conversationId, channelUserId, isGroup, reference, RealNow);
        }

        if (isGroup || !Programme.Identities.TryGetValue(ChannelIdentity.KeyOf(channel, account, channelUserId), out var identity) || (identity.ConversationId == conversationId && identity.Stopped is null)) return;
        // Somebody who writes to us can be written to again.
        StoreIdentity(identity with { ConversationId = conversationId, Stopped = null });
    }

    private void StoreIdentity(ChannelIdentity identity)
    {
        connection.Execute("""
            insert into channel_identity (channel, account, channel_user_id, person_id, verified_by, verified_at, conversation_id, stopped)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            on conflict (channel, account, channel_user_id) do update set person_id = excluded.person_id, verified_by = excluded.verified_by,
                verified_at = excluded.verified_at, conversation_id = excluded.conversation_id, stopped = excluded.stopped
            """, identity.Channel, identity.Account, identity.ChannelUserId, identity.PersonId, identity.VerifiedBy, identity.VerifiedAt, identity.ConversationId, identity.Stopped);
        Programme = Programme.With(identity);
        Touch(ChangeKinds.Identity, identity.Key);
    }
}
