using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Scheduler.Nudges.Quarterly;

/// <summary>N17 督查任务单: on the first workday after a quarter, to 组织部: all red projects and 20 % drawn, at least three.</summary>
public sealed class SupervisionTasks : IDistrictRule
{
    public string Code => "N17";

    public IEnumerable<Notice> Due(INudgeView view, District district, Slot slot)
    {
        var quarter = Quarter.Of(Quarter.Of(slot.Day).FirstDay.AddDays(-1));
        var first = view.Calendar.OnOrAfter(quarter.LastDay.AddDays(1));
        if (Yearly.OnceAYear.Reached(view.Calendar, first, slot) is not { } named || view.Year(quarter.Year).Supervised.Contains(quarter) || !view.RanIn(quarter)) return [];
        // Only the numbers: who is drawn is settled, with its published seed, when 组织部 opens the task.
        var check = QuarterlySupervision.Draw(view.Units([quarter.Year]).SelectMany(u => u.Projects), quarter, quarter.ToString(), view.SettingsOn(slot.Day), view.Calendar);
        return view.OfDistrict(Role.OrgDept, slot.Day).Told(
            Code, quarter.ToString(), named, Statement.Of("Nudge.N17", ("quarter", quarter), ("red", check.Red.Count), ("drawn", check.Drawn.Count)), Urgency.Information, first);
    }
}
