using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Scheduler.Nudges.Escalation;

/// <summary>L1: the list of the day's 催办, to 组织部.</summary>
public sealed class UrgedToday : IDistrictRule
{
    public string Code => "L1";

    public IEnumerable<Notice> Due(INudgeView view, District district, Slot slot)
    {
        var urged = district.Cases.Where(c => c.Case.Step(EscalationLevel.Urge)?.On == slot.Day)
            .Select(c => Statement.Of("Nudge.L1.Item", ("org", c.Project.Organization.Name), ("matter", CaseSeries.Matter(c.Case, c.Project)))).ToList();
        if (urged.Count == 0) return [];
        return view.OfDistrict(Role.OrgDept, slot.Day).Told(Code, "list", Slot.Morning(slot.Day),
            Statement.Of("Nudge.L1.List", ("count", urged.Count), ("items", urged.Take(District.MostNamed).ToList())), Urgency.Overdue, slot.Day);
    }
}
