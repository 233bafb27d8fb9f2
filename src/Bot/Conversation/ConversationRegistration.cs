using PartyProjects.Bot.Intents;
using PartyProjects.Bot.Understanding;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Conversation;

/// <summary>Puts the conversation together: every intent of this assembly, found once, and the turn that asks them.</summary>
public static class ConversationRegistration
{
    /// <summary>One of each class that is an intent; each has a constructor without parameters.</summary>
    public static IReadOnlyList<IIntent> AllIntents() =>
    [
        .. typeof(IIntent).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsClass: true } && t.IsAssignableTo(typeof(IIntent)))
            .OrderBy(t => t.Name, StringComparer.Ordinal)
            .Select(t => (IIntent)Activator.CreateInstance(t)!),
    ];

    /// <summary>Needs a <see cref="ProgrammeStore"/>, <see cref="WordingFile"/> and <see cref="RuleWords"/> among the services.</summary>
    public static IServiceCollection AddConversation(this IServiceCollection services) => services
        .AddSingleton(s => new Understandings(s.GetRequiredService<ProgrammeStore>().Current.Calendar.Years.ToList()))
        .AddSingleton(s => new Turn(s.GetRequiredService<ProgrammeStore>(), s.GetRequiredService<Understandings>(), s.GetRequiredService<WordingFile>(), s.GetRequiredService<RuleWords>(), AllIntents(), s.GetRequiredService<ILogger<Turn>>()));
}
