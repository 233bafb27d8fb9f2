using System.Collections.Frozen;
using PartyProjects.Bot.Channels.ActivityProtocol;
using PartyProjects.Scheduler.Outbox;

namespace PartyProjects.Bot.Channels;

/// <summary>Hands a message to the channel of its address. What came over the Activity protocol carries a reference with a service address, whatever the channel is called there.</summary>
public sealed class ChannelDispatcher(IEnumerable<IChannel> channels) : IMessageSender
{
    private readonly FrozenDictionary<string, IChannel> _byName = channels.ToFrozenDictionary(c => c.Name, StringComparer.Ordinal);

    public Task<DeliveryOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var name = ConversationReference.Read(message.Reference) is null ? message.Channel : ActivityChannel.ChannelName;
        return _byName.TryGetValue(name, out var channel)
            ? channel.SendAsync(message, cancellation)
            : Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.GiveUp($"no channel {message.Channel} is set up", OutcomeScope.Channel));
    }
}
