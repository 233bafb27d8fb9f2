using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges;

/// <summary>
/// A rule of domain.md sections 6 and 9, one file each. Pure and driven by the state: it names everything that is due by the slot and still true, over a range of days,
/// never one exact day. What was already told is none of its business; asking twice is harmless, and asking again just before sending is the re-check.
/// </summary>
public interface INudgeRule
{
    string Code { get; }
}

/// <summary>A rule about one project, for the people of its unit.</summary>
public interface IProjectRule : INudgeRule
{
    IEnumerable<Notice> Due(INudgeView view, Unit unit, ProjectSnapshot project, Slot slot);
}

/// <summary>A rule about a unit as a whole: what it has not declared, what it has not followed up.</summary>
public interface IUnitRule : INudgeRule
{
    IEnumerable<Notice> Due(INudgeView view, Unit unit, Slot slot);
}

/// <summary>A rule for offices of the district: 组织部, 领导小组, 评委.</summary>
public interface IDistrictRule : INudgeRule
{
    IEnumerable<Notice> Due(INudgeView view, District district, Slot slot);
}
