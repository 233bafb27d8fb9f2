using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Scheduler.Nudges.Declaring;

/// <summary>N01 申报启动: on the second workday of January.</summary>
public sealed class DeclarationsOpen : IUnitRule
{
    public string Code => "N01";

    public IEnumerable<Notice> Due(INudgeView view, Unit unit, Slot slot)
    {
        var due = view.DeclareDue(slot.Day);
        var named = Slot.Morning(view.Calendar.NthWorkday(new DateOnly(slot.Day.Year, 1, 1), 2));
        if (named > slot || slot.Day > due || unit.HasDeclared(slot.Day)) return [];
        return view.HoldersOf(unit.Organization.Id, Role.Secretary, slot.Day).Concat(view.HoldersOf(unit.Organization.Id, Role.Liaison, slot.Day))
            .Told(Code, $"{slot.Day.Year}/{unit.Organization.Id}", named, Statement.Of("Nudge.N01", ("year", slot.Day.Year), ("most", view.SettingsOn(slot.Day).MaxProjectsPerSecretary), ("due", due)), Urgency.Coming, due, series: "declare");
    }
}
