using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Scheduler.Nudges.Yearly;

/// <summary>A year whose holidays nobody has published counts Monday to Friday: 管理员 hears it every Monday until it is imported, in December for the year to come (domain.md section 6).</summary>
public sealed class CalendarMissing : IDistrictRule
{
    public string Code => "N26";

    public IEnumerable<Notice> Due(INudgeView view, District district, Slot slot)
    {
        var monday = view.Calendar.OnOrAfter(slot.Day.AddDays(-(((int)slot.Day.DayOfWeek + 6) % 7)));
        var year = slot.Day.Month == 12 ? slot.Day.Year + 1 : slot.Day.Year;
        if (view.Calendar.Knows(year) || Slot.Morning(monday) > slot) return [];
        return view.OfDistrict(Role.Admin, slot.Day).Told(Code, $"{year}", Slot.Morning(monday), Statement.Of("Nudge.CalendarMissing", ("year", year)), Urgency.Information, monday);
    }
}
