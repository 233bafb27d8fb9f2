using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Scheduler.Nudges.Declaring;

/// <summary>N03 未申报名单: one workday after the declaration was due, to 组织部.</summary>
public sealed class NotDeclared : IDistrictRule
{
    public string Code => "N03";

    public IEnumerable<Notice> Due(INudgeView view, District district, Slot slot)
    {
        var named = Slot.Morning(view.Calendar.AddWorkdays(view.DeclareDue(slot.Day), 1));
        if (named > slot || slot.Day > named.Day.AddDays(14) || district.NotDeclared is not { Count: > 0 } missing) return [];
        return view.OfDistrict(Role.OrgDept, slot.Day).Told(Code, $"{slot.Day.Year}", named, Statement.Of("Nudge.N03", ("count", missing.Count), ("units", missing.Take(District.MostNamed).ToList())), Urgency.Information, named.Day);
    }
}
