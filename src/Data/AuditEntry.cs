using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PartyProjects.Domain.People;

namespace PartyProjects.Data;

/// <summary>On whose account an act goes: the office, the role it acts as, for whom, and from which channel and message. Every change is audited under it.</summary>
public sealed record Actor
{
    /// <summary>Acts of the program itself: month-end lights, expiry, replay of the demo.</summary>
    public static readonly Actor System = new() { Title = "system", Role = "System", Channel = "system" };

    /// <summary>An operator at the command line of the machine.</summary>
    public static readonly Actor CommandLine = new() { Title = "operator", Role = "Operator", Channel = "cli" };

    public required string Title { get; init; }

    /// <summary>Name of a <see cref="Domain.People.Role"/>, System or Operator.</summary>
    public required string Role { get; init; }
    public string? PersonId { get; init; }

    /// <summary>Title of the person acted for: the secretary whose draft it is, the one stood in for.</summary>
    public string? OnBehalfOf { get; init; }
    public required string Channel { get; init; }

    /// <summary>The channel's id of the message that asked for it.</summary>
    public string? MessageId { get; init; }

    public static Actor Of(Person person, Role role, string channel, string? messageId) =>
        new() { Title = person.Title, Role = role.ToString(), PersonId = person.Id, Channel = channel, MessageId = messageId };
}

/// <summary>One line of the audit, append-only; <c>Hash</c> covers every field and the hash of the entry before.</summary>
public sealed record AuditEntry
{
    public required long Seq { get; init; }

    /// <summary>Programme time, China local.</summary>
    public required DateTime At { get; init; }
    public required string Actor { get; init; }
    public required string Role { get; init; }
    public string? OnBehalfOf { get; init; }

    /// <summary>What was done, e.g. <c>report.Submit</c>, or <c>refused.</c> and the rule's key.</summary>
    public required string Action { get; init; }

    /// <summary>Project code, person id, setting key … it was done to.</summary>
    public string? Target { get; init; }

    /// <summary>JSON or plain value; null where there was nothing.</summary>
    public string? Before { get; init; }
    public string? After { get; init; }
    public required string Channel { get; init; }
    public string? MessageId { get; init; }
    public required string PreviousHash { get; init; }
    public required string Hash { get; init; }

    /// <summary>The hash this entry must carry: SHA-256 over its fields, each with its length before it, so that no two entries read alike.</summary>
    internal string HashOfFields()
    {
        var text = new StringBuilder(256);
        Add(text, PreviousHash);
        Add(text, Seq.ToString(CultureInfo.InvariantCulture));
        Add(text, Stored.Text(At));
        Add(text, Actor);
        Add(text, Role);
        Add(text, OnBehalfOf);
        Add(text, Action);
        Add(text, Target);
        Add(text, Before);
        Add(text, After);
        Add(text, Channel);
        Add(text, MessageId);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    private static void Add(StringBuilder text, string? field)
    {
        if (field is null) text.Append('-');
        else text.Append(field.Length).Append(':').Append(field);
        text.Append(';');
    }
}
