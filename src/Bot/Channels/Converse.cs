using PartyProjects.Bot.Conversation;

namespace PartyProjects.Bot.Channels;

/// <summary>The one thing a channel knows of the conversation: a message in, its replies out, already on disk. <see cref="Turn"/> is it.</summary>
public delegate Task<IReadOnlyList<Reply>> Converse(IncomingMessage message, CancellationToken cancellation);
