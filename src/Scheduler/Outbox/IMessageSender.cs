namespace PartyProjects.Scheduler.Outbox;

/// <summary>The one upward call: the scheduler owns it, the bot's channel dispatcher implements it.</summary>
public interface IMessageSender
{
    Task<DeliveryOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation);
}

/// <summary>One message to one address on one channel.</summary>
public sealed record OutgoingMessage
{
    public required string Channel { get; init; }
    public string Account { get; init; } = "";
    public required string RecipientId { get; init; }

    /// <summary>The channel's conversation reference as stored, JSON; null where the channel needs none.</summary>
    public string? Reference { get; init; }
    public required string Text { get; init; }

    /// <summary>What can be tapped: title and the words it types.</summary>
    public IReadOnlyList<(string Title, string Says)> Buttons { get; init; } = [];

    /// <summary>Stable over retries.</summary>
    public required string IdempotencyKey { get; init; }
}

/// <summary>How far a failure reaches.</summary>
public enum OutcomeScope { Row, Recipient, Bucket, Channel }

/// <summary>What became of a send (contracts.md section 1).</summary>
public abstract record DeliveryOutcome
{
    private DeliveryOutcome()
    {
    }

    /// <summary>The channel took it. <paramref name="Text"/> is the text as sent.</summary>
    public sealed record Sent(string Receipt, string Text) : DeliveryOutcome;

    /// <summary>Try again after <paramref name="After"/>; Bucket pauses everything of that channel and app.</summary>
    public sealed record Retry(TimeSpan After, OutcomeScope Scope, string Reason) : DeliveryOutcome;

    /// <summary>Never again: this recipient, or the whole channel.</summary>
    public sealed record GiveUp(string Reason, OutcomeScope Scope) : DeliveryOutcome;

    /// <summary>It may or may not have arrived; shown as such, not counted as delivered.</summary>
    public sealed record Unknown(string Reason) : DeliveryOutcome;
}
