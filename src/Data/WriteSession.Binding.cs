using System.Security.Cryptography;
using System.Text;
using PartyProjects.Domain.People;

namespace PartyProjects.Data;

/// <summary>What became of a binding code.</summary>
public enum BindingOutcome { Bound, Unknown, Expired, Used, Throttled }

/// <summary>The outcome, and who was bound.</summary>
public sealed record BindingResult(BindingOutcome Outcome, Person? Person = null);

/// <summary>绑定码: issued once, kept as a hash, used up by binding, expiring in real time; guessing is throttled.</summary>
public sealed partial class WriteSession
{
    /// <summary>Real time from issue to expiry.</summary>
    public static readonly TimeSpan CodeLives = TimeSpan.FromDays(7);

    private const int CodeLength = 8;
    private const int WrongGuessesAllowed = 5;
    private static readonly TimeSpan GuessingWindow = TimeSpan.FromMinutes(15);

    // Without 0/O, 1/I/L: codes are read from paper and typed on phones. 31^8, so that guessing is hopeless even unthrottled.
    private const string CodeLetters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>A fresh code for a person; earlier unused ones stay valid until they expire. The plain code is nowhere kept.</summary>
    public string IssueCode(string personId)
    {
        string code;
        do
        {
            code = RandomNumberGenerator.GetString(CodeLetters, CodeLength);
        }
        while (!code.Any(char.IsDigit) || !code.Any(char.IsLetter)); // Such a mixture is seen as a code in the middle of a sentence.
        connection.Execute("insert into binding_code (hash, person_id, issued_at, expires_at) values ($1, $2, $3, $4)", HashOfCode(code), personId, RealNow, RealNow + CodeLives);
        Audit("code.issue", personId, null, null);
        return code;
    }

    /// <summary>Ties a sender to the person of the code. A person may be bound on several channels; a sender is one person.</summary>
    public BindingResult Bind(string code, string channel, string account, string channelUserId, string? conversationId)
    {
        var sender = $"{channel}/{account}/{channelUserId}";
        var wrong = Convert.ToInt32(connection.Scalar("select count(*) from binding_attempt where sender = $1 and at > $2", sender, RealNow - GuessingWindow));
        if (wrong >= WrongGuessesAllowed) return new BindingResult(BindingOutcome.Throttled);
        var hash = HashOfCode(code);
        var found = connection.Row("select person_id, expires_at, used_at from binding_code where hash = $1", r => (Person: r.GetString(0), ExpiresAt: Stored.Instant(r.GetString(1)), Used: !r.IsDBNull(2)), hash);
        var outcome = found.Person is null ? BindingOutcome.Unknown : found.Used ? BindingOutcome.Used : found.ExpiresAt <= RealNow ? BindingOutcome.Expired : BindingOutcome.Bound;
        if (outcome != BindingOutcome.Bound || Programme.Person(found.Person) is not { } person)
        {
            connection.Execute("insert into binding_attempt (sender, at) values ($1, $2)", sender, RealNow);
            Audit("refused.bind", sender, null, outcome.ToString());
            return new BindingResult(outcome == BindingOutcome.Bound ? BindingOutcome.Unknown : outcome);
        }

        connection.Execute("update binding_code set used_at = $2, used_by = $3 where hash = $1", hash, RealNow, sender);
        connection.Execute("delete from binding_attempt where sender = $1", sender);
        BindIdentity(person.Id, channel, account, channelUserId, conversationId, "code");
        return new BindingResult(BindingOutcome.Bound, person);
    }

    /// <summary>Ties a sender to a person without a code: the page's own sign-in, an administrator's directory import.</summary>
    public void BindIdentity(string personId, string channel, string account, string channelUserId, string? conversationId, string verifiedBy)
    {
        StoreIdentity(new ChannelIdentity { Channel = channel, Account = account, ChannelUserId = channelUserId, PersonId = personId, VerifiedBy = verifiedBy, VerifiedAt = RealNow, ConversationId = conversationId });
        Audit("identity.bind", personId, null, $"{channel}/{account}/{channelUserId}");
    }

    /// <summary>Takes an address out of use for a reason: left, blocked the bot. Null lets it go again.</summary>
    public void StopIdentity(string channel, string account, string channelUserId, string? reason)
    {
        if (!Programme.Identities.TryGetValue(ChannelIdentity.KeyOf(channel, account, channelUserId), out var identity) || identity.Stopped == reason) return;
        StoreIdentity(identity with { Stopped = reason });
        Audit("identity.stop", identity.PersonId, identity.Stopped, reason);
    }

    /// <summary>Width, case and separators do not matter. The rounds make a stolen table slow to try out; binding still takes less than a millisecond.</summary>
    private static string HashOfCode(string code)
    {
        var plain = new string([.. code.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
        return Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(plain, "PartyProjects binding code"u8, HashRounds, HashAlgorithmName.SHA256, 20));
    }

    private const int HashRounds = 1_000;
}
