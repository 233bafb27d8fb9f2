using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Scheduler.Nudges.Declaring;

/// <summary>N05 待评分: when the panel opens and one workday before its end, to members whose sheets are not all in.</summary>
public sealed class SheetsToFill : IDistrictRule
{
    public string Code => "N05";

    public IEnumerable<Notice> Due(INudgeView view, District district, Slot slot)
    {
        var year = view.Year(slot.Day.Year);
        var due = view.Calendar.Deadline(view.SettingsOn(slot.Day).PanelDue.In(slot.Day.Year));
        if (year.PanelOpenedOn is not { } opened || year.PanelClosed || year.ToScore == 0) return [];
        return from day in (DateOnly[])[view.Calendar.OnOrAfter(opened), view.Calendar.AddWorkdays(due, -1)]
               let named = Slot.Morning(day)
               where named <= slot
               from member in view.OfDistrict(Role.Panel, slot.Day)
               let left = year.ToScore - year.SheetsIn.GetValueOrDefault(member.PersonId)
               where left > 0
               from notice in ((Recipient[])[member]).Told(Code, $"{slot.Day.Year}", named, Statement.Of("Nudge.N05", ("count", left), ("due", due)), Urgency.Coming, due, series: "panel")
               select notice;
    }
}
