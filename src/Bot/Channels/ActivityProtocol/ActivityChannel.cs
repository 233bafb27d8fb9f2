using PartyProjects.Bot.Conversation;
using PartyProjects.Scheduler.Outbox;

namespace PartyProjects.Bot.Channels.ActivityProtocol;

/// <summary>Speaks first over the Activity protocol, with the reference stored when the person last wrote (channels.md 1.6).</summary>
internal sealed class ActivityChannel(Connector connector, CallerCheck callers) : IChannel
{
    public const string ChannelName = "activity";

    public string Name => ChannelName;

    public async Task<DeliveryOutcome> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (ConversationReference.Read(message.Reference) is not { } reference) return new DeliveryOutcome.GiveUp("no conversation is known", OutcomeScope.Recipient);
        if (callers.ReplyAddress(reference.ServiceUrl) is not { } service) return new DeliveryOutcome.GiveUp("the stored service address is not allowed", OutcomeScope.Recipient);
        var activity = ActivityWriter.Message(new Reply(message.Text) { Buttons = [.. message.Buttons.Select(b => new ReplyButton(b.Title, b.Says))] }) with
        {
            ChannelId = reference.ChannelId,
            From = reference.Bot ?? new Account { Id = "bot" },
            Recipient = reference.User,
            Conversation = reference.Conversation,
            Locale = reference.Locale,
        };
        var answer = await connector.PostAsync(service, reference.Conversation!.Id!, null, activity, cancellation);
        return answer.Outcome(message.Text);
    }
}
