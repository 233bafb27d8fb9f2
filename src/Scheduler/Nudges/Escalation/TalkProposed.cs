using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Scheduler.Nudges.Escalation;

/// <summary>L4 约谈建议: to 领导小组 alone, who decides; never a message to the secretary (M16).</summary>
public sealed class TalkProposed : IDistrictRule
{
    private const int WorthTellingWd = 10;

    public string Code => "L4";

    public IEnumerable<Notice> Due(INudgeView view, District district, Slot slot) =>
        from proposal in district.Talks
        let talk = proposal.Talk
        where talk.On <= slot.Day && slot.Day <= view.Calendar.AddWorkdays(talk.On, WorthTellingWd)
        let first = view.Calendar.OnOrAfter(talk.On)
        where first <= slot.Day
        let statement = Statement.Of("Nudge.L4", ("org", proposal.Project.Organization.Name), ("project", proposal.Project.Project.Name), ("ground", talk.Ground))
        from notice in view.OfDistrict(Role.LeadingGroup, slot.Day).Told(Code, $"{talk.ProjectId}/{talk.Ground}/{talk.Target}", Slot.Morning(first), statement, Urgency.Escalated, talk.On, proposal.Project)
        select notice;
}
