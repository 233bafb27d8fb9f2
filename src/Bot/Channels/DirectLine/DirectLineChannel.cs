using PartyProjects.Bot.Conversation;
using PartyProjects.Data;
using PartyProjects.Scheduler.Outbox;

namespace PartyProjects.Bot.Channels.DirectLine;

/// <summary>Speaks first in the web chat: into the conversation the person used last and every one that is open; the same idempotency key is stored once.</summary>
internal sealed class DirectLineChannel(DirectLineRepository repository, DirectLineStreams streams, DirectLineActivityWriter writer) : IChannel
{
    public const string ChannelName = "directline";

    public string Name => ChannelName;

    public async Task<DeliveryOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        var known = repository.Of(message.RecipientId);
        var receipt = "";
        foreach (var conversation in known.Where((c, i) => i == 0 || streams.IsOpen(c.Id)).Select(c => c.Id).DefaultIfEmpty(Guid.NewGuid().ToString("N")))
        {
            if (known.Count == 0) await repository.OpenAsync(conversation, message.RecipientId, cancellation);
            var reply = new Reply(message.Text) { Buttons = [.. message.Buttons.Select(b => new ReplyButton(b.Title, b.Says))] };
            var (number, _, _) = await repository.AppendAsync(conversation, message.IdempotencyKey, writer.Reply(reply, conversation, message.RecipientId, null, "").Body, cancellation);
            streams.Look(conversation);
            receipt = DirectLineActivityWriter.IdOf(conversation, number);
        }

        return new DeliveryOutcome.Sent(receipt, message.Text);
    }
}
