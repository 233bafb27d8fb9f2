namespace PartyProjects.Domain;

/// <summary>What a rule answers to an act: accepted with what follows from it, or refused with the sentence that names the rule and the right person.</summary>
/// <typeparam name="T">What follows: the new record to be stored.</typeparam>
public abstract record Decision<T>
{
    private Decision()
    {
    }

    /// <summary>The act is allowed; <paramref name="Value"/> is to be stored. Warnings are said but do not stop it.</summary>
    public sealed record Accepted(T Value, IReadOnlyList<Statement> Warnings) : Decision<T>;

    /// <summary>The act is not allowed; nothing is stored but the audit entry.</summary>
    public sealed record Refused(Statement Why) : Decision<T>;

    /// <summary>True when the act is allowed.</summary>
    public bool IsAccepted => this is Accepted;

    public static implicit operator Decision<T>(Statement refusal) => new Refused(refusal);

    public static implicit operator Decision<T>(T value) => new Accepted(value, []);
}
