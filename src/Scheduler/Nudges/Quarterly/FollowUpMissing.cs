using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Scheduler.Nudges.Quarterly;

/// <summary>N15 下一级跟踪问效未记录: on the 15th of a quarter's last month, to the secretary whose lower-level projects nobody followed up this quarter [A].</summary>
public sealed class FollowUpMissing : IUnitRule
{
    private const int Day = 15;

    public string Code => "N15";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, Slot slot)
    {
        var quarter = Quarter.Of(slot.Day);
        var named = Slot.Morning(view.Calendar.FixedDay(quarter.Year, quarter.LastMonth(), Day));
        var missing = unit.Below.Where(p => p.Runs(slot.Day) && !p.FollowUps.Any(f => f.On >= quarter.FirstDay && f.On <= slot.Day)).Select(p => p.Organization.Name).ToList();
        if (named > slot || missing.Count == 0) return [];
        return view.HoldersOf(unit.Organization.Id, Role.Secretary, slot.Day).Told(
            Code, $"{unit.Organization.Id}/{quarter}", named, Statement.Of("Nudge.N15", ("count", missing.Count), ("units", missing)), Urgency.Coming, quarter.LastDay);
    }
}
