using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Scheduler.Nudges.Escalation;

/// <summary>L3 通报: an unanswered letter goes into the quarter's bulletin; 组织部 hears it, 领导小组 signs, the secretary reads the bulletin (14.1).</summary>
public sealed class NamedInBulletin : IDistrictRule
{
    private const int WorthTellingWd = 5;

    public string Code => "L3";

    public IEnumerable<Notice> Due(INudgeView view, District district, Slot slot) =>
        from open in district.Cases
        let step = open.Case.Step(EscalationLevel.Bulletin)
        where step is { DecidedOn: null } && step.On <= slot.Day && slot.Day <= view.Calendar.AddWorkdays(step.On, WorthTellingWd)
        let statement = Statement.Of("Nudge.L3", ("org", open.Project.Organization.Name), ("project", open.Project.Project.Name), ("matter", CaseSeries.Matter(open.Case, open.Project)))
        from notice in view.OfDistrict(Role.OrgDept, slot.Day).Told(Code, CaseSeries.Target(open.Case), Slot.Morning(step.On), statement, Urgency.Escalated, step.On, open.Project)
        select notice;
}
