using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;

namespace PartyProjects.Bot.Channels;

/// <summary>The first words to somebody who opened a conversation: who is known is greeted by office, who is not is asked for the binding code.</summary>
public sealed class Welcome(ProgrammeStore store, WordingFile words)
{
    /// <summary>Keeps the conversation's reference, so that it can be spoken to first, and greets.</summary>
    public async Task<Reply> GreetAsync(IncomingMessage opened, CancellationToken cancellation)
    {
        if (opened.Reference is { } reference)
        {
            await store.WriteAsync(session => session.StoreReference(opened.Channel, opened.Account, opened.ConversationId, opened.SenderId, opened.IsGroup, reference), cancellation);
        }

        return Greet(opened.Channel, opened.Account, opened.SenderId);
    }

    public Reply Greet(string channel, string account, string senderId)
    {
        if (store.Current.Speaker(channel, account, senderId) is not { } person) return new Reply(words.Say("Channel.AskForCode"));
        return new Reply(words.Say("Channel.Greeting", ("person", person.Title))) { Buttons = [.. words.Say("Channel.FirstButtons").Split('|').Select(b => new ReplyButton(b, b))] };
    }
}
