using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Scheduler.Nudges.Quarterly;

/// <summary>N18 通报待签发: on the 15th after a quarter, to 组织部 and 领导小组, until it is issued.</summary>
public sealed class BulletinToSign : IDistrictRule
{
    private const int Day = 15;

    public string Code => "N18";

    public IEnumerable<Notice> Due(INudgeView view, District district, Slot slot)
    {
        var quarter = Quarter.Of(Quarter.Of(slot.Day).FirstDay.AddDays(-1));
        var day = view.Calendar.FixedDay(slot.Day.Year, Quarter.Of(slot.Day).FirstDay.Month, Day);
        if (Yearly.OnceAYear.Reached(view.Calendar, day, slot) is not { } named || view.Year(quarter.Year).BulletinsSigned.ContainsKey(quarter) || !view.RanIn(quarter)) return [];
        return view.OfDistrict(Role.OrgDept, slot.Day).Concat(view.OfDistrict(Role.LeadingGroup, slot.Day))
            .Told(Code, quarter.ToString(), named, Statement.Of("Nudge.N18", ("quarter", quarter)), Urgency.Coming, day);
    }
}
