using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Scheduler.Nudges.Escalation;

/// <summary>L5 考核运用: still open ten workdays after the talk; 领导小组 decides.</summary>
public sealed class ForAssessment : IDistrictRule
{
    private const int WorthTellingWd = 10;

    public string Code => "L5";

    public IEnumerable<Notice> Due(INudgeView view, District district, Slot slot) =>
        from open in district.Cases
        let step = open.Case.Step(EscalationLevel.Assessment)
        where step is not null && step.On <= slot.Day && slot.Day <= view.Calendar.AddWorkdays(step.On, WorthTellingWd)
        let statement = Statement.Of("Nudge.L5", ("org", open.Project.Organization.Name), ("project", open.Project.Project.Name), ("matter", CaseSeries.Matter(open.Case, open.Project)))
        from notice in view.OfDistrict(Role.LeadingGroup, slot.Day).Told(Code, CaseSeries.Target(open.Case), Slot.Morning(step.On), statement, Urgency.Escalated, step.On, open.Project)
        select notice;
}
