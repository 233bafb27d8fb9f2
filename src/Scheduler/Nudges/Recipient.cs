using PartyProjects.Domain.People;

namespace PartyProjects.Scheduler.Nudges;

/// <summary>An office that is told, and who holds it on the day.</summary>
/// <param name="PersonId">Whose duty it is; notices are unique by it.</param>
/// <param name="Role">The office.</param>
/// <param name="OrganizationId">Of the office.</param>
/// <param name="Title">How the office is called, e.g. 护国街道党工委书记.</param>
public sealed record Recipient(string PersonId, Role Role, string OrganizationId, string Title)
{
    /// <summary>Who reads it while the holder is away (代理); else the holder.</summary>
    public string AddresseeId { get; init; } = PersonId;
}
