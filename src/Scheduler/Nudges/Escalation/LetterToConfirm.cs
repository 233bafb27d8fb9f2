using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Scheduler.Nudges.Escalation;

/// <summary>L2 before it is confirmed: the drafts of the day, to 组织部, who decides.</summary>
public sealed class LetterToConfirm : IDistrictRule
{
    private const int WorthTellingWd = 5;

    public string Code => "L2";

    public IEnumerable<Notice> Due(INudgeView view, District district, Slot slot) =>
        from open in district.Cases
        let letter = open.Case.Step(EscalationLevel.ReminderLetter)
        where letter is { DecidedOn: null } && letter.On <= slot.Day && slot.Day <= view.Calendar.AddWorkdays(letter.On, WorthTellingWd)
        let statement = Statement.Of("Nudge.L2.Draft", ("org", open.Project.Organization.Name), ("project", open.Project.Project.Name), ("matter", CaseSeries.Matter(open.Case, open.Project)))
        from notice in view.OfDistrict(Role.OrgDept, slot.Day).Told(Code, CaseSeries.Target(open.Case), Slot.Morning(letter.On), statement, Urgency.Escalated, letter.On, open.Project)
        select notice;
}
