using PartyProjects.Scheduler.Outbox;

namespace PartyProjects.Bot.Channels;

/// <summary>A way to reach people: says sent, retry, give up or unknown, and knows nothing else. Retry, pacing and de-duplication stand outside it.</summary>
public interface IChannel
{
    /// <summary>As stored in channel identities.</summary>
    string Name { get; }

    /// <summary>Sends once. Refreshing a token and splitting a text stay inside; the idempotency key is handed to the vendor where it takes one.</summary>
    Task<DeliveryOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation);
}
