using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Scheduler.Nudges.Yearly;

/// <summary>N24: Mondays at 09:00 to 组织部 (on a holiday the next workday), on the first workday of a month to 领导小组: lights, overdue, letters to confirm, people out of reach.</summary>
public sealed class Digest : IDistrictRule
{
    public string Code => "N24";

    public IEnumerable<Notice> Due(INudgeView view, District district, Slot slot)
    {
        if (district.Lights.Count == 0) return [];
        var monday = view.Calendar.OnOrAfter(slot.Day.AddDays(-(((int)slot.Day.DayOfWeek + 6) % 7)));
        var first = view.Calendar.OnOrAfter(new DateOnly(slot.Day.Year, slot.Day.Month, 1));
        return Told(view, district, slot, monday, Role.OrgDept, "week").Concat(Told(view, district, slot, first, Role.LeadingGroup, "month"));
    }

    private IEnumerable<Notice> Told(INudgeView view, District district, Slot slot, DateOnly on, Role role, string rhythm)
    {
        // Said on its day, or the day after it if the machine was down; a digest of last week helps nobody.
        if (Slot.Morning(on) > slot || slot.Day > view.Calendar.AddWorkdays(on, 1)) return [];
        var letters = district.Cases.Count(c => c.Case.Step(EscalationLevel.ReminderLetter) is { DecidedOn: null });
        var unreachable = role == Role.OrgDept ? view.Year(slot.Day.Year).Unreachable : [];
        var unknownYear = view.Calendar.Knows(slot.Day.Year) ? (int?)null : slot.Day.Year;
        var statement = Statement.Of("Nudge.N24",
            ("day", slot.Day), ("green", district.Count(Light.Green)), ("yellow", district.Count(Light.Yellow)), ("red", district.Count(Light.Red)),
            ("overdue", district.Cases.Count(c => c.Case.Cause != CaseCause.Lagging)), ("letters", letters > 0 ? letters : null), ("talks", district.Talks.Count > 0 ? district.Talks.Count : null),
            ("redUnits", district.Lights.Where(l => l.Light == Light.Red).Select(l => l.Unit).Take(District.MostNamed).ToList()),
            ("unreachable", unreachable.Count > 0 ? unreachable.Count : null), ("unreachableOffices", unreachable.Take(District.MostNamed).ToList()), ("unknownYear", unknownYear));
        return view.OfDistrict(role, slot.Day).Told(Code, rhythm, Slot.Morning(on), statement, Urgency.Information, on);
    }
}
