using PartyProjects.Domain;
using PartyProjects.Scheduler.Nudges;

namespace PartyProjects.Tests.Scheduler;

/// <summary>
/// Written apart from the rules: it reads the data file's own events day by day and says which messages about monthly reports and nodes a person must, and must not, have got.
/// It knows nothing of notices, keys, series or the ladder.
/// </summary>
internal static class IndependentChecker
{
    public sealed record Found(List<string> Wrong, List<string> Duplicate, List<string> Missing)
    {
        public bool IsClean => Wrong.Count + Duplicate.Count + Missing.Count == 0;
    }

    public static Found Check(IReadOnlyList<SlotPlan> plans, IReadOnlyList<Slot> run)
    {
        var found = new Found([], [], []);
        var said = plans.SelectMany(p => p.Messages.SelectMany(m => m.Notices.Select(n => (p.Slot, m.PersonId, n.Rule, n.Target, Notice: n)))).ToList();
        foreach (var plan in plans)
        {
            if (!IsWorkday(plan.Slot.Day)) found.Wrong.Add($"{plan.Slot} is no workday");
            foreach (var person in plan.Messages.GroupBy(m => m.PersonId).Where(g => g.Count() > 1)) found.Duplicate.Add($"{plan.Slot} {person.Key} twice");
        }

        foreach (var twice in said.GroupBy(s => (s.Notice.Key, s.PersonId)).Where(g => g.Count() > 1)) found.Duplicate.Add(twice.Key.Key);
        foreach (var project in DemoYear.File2017.Projects)
        {
            for (var month = 1; month <= 12; month++) Reports(project, month, said, run, found);
            foreach (var milestone in project.Milestones) Nodes(project, milestone, said, run, found);
        }

        return found;
    }

    private static void Reports(ProjectSnapshot project, int month, List<(Slot Slot, string PersonId, string Rule, string Target, Notice Notice)> said, IReadOnlyList<Slot> run, Found found)
    {
        var due = ReportDay(month);
        var target = $"{project.Project.Id}/2017-{month:00}";
        var secretary = $"Secretary@{project.Project.OrganizationId}";
        var told = said.Where(s => s.PersonId == secretary && s.Target == target && s.Rule is "N08" or "N09" or "N10" && s.Target == target && s.PersonId == secretary).ToList();
        foreach (var one in told)
        {
            if (Filed(project, month, one.Slot.Moment) || one.Slot.Moment > due.ToDateTime(new TimeOnly(18, 0)) || !Runs(project, one.Slot.Moment)) found.Wrong.Add($"{one.Slot} {one.Rule} {target}");
        }

        // Each hint has a stretch of slots in which it must be said, if the machine ran in one of them and the report was still out.
        var hints = new (string Rule, DateTime From, DateTime To)[]
        {
            ("N08", WorkdaysBefore(due, 5).ToDateTime(new TimeOnly(9, 0)), WorkdaysBefore(due, 1).ToDateTime(new TimeOnly(8, 59))),
            ("N09", WorkdaysBefore(due, 1).ToDateTime(new TimeOnly(9, 0)), due.ToDateTime(new TimeOnly(14, 59))),
            ("N10", due.ToDateTime(new TimeOnly(15, 0)), due.ToDateTime(new TimeOnly(17, 59))),
        };
        foreach (var (rule, from, to) in hints)
        {
            var first = run.Where(s => s.Moment >= from && s.Moment <= to && Runs(project, s.Moment) && FirstMonth(project) <= month && !Exempt(project, month) && !Filed(project, month, s.Moment) && !Returned(project, month, s.Moment)).Take(1).ToList();
            var times = told.Count(s => s.Rule == rule);
            if (first.Count == 1 && times == 0) found.Missing.Add($"{rule} {target} from {first[0]}");
            if (first.Count == 0 && times > 0) found.Wrong.Add($"{rule} {target}");
            if (times > 1) found.Duplicate.Add($"{rule} {target}");
        }
    }

    private static void Nodes(ProjectSnapshot project, Milestone milestone, List<(Slot Slot, string PersonId, string Rule, string Target, Notice Notice)> said, IReadOnlyList<Slot> run, Found found)
    {
        var secretary = $"Secretary@{project.Project.OrganizationId}";
        var target = $"{project.Project.Id}/{milestone.Id}";
        foreach (var one in said.Where(s => s.PersonId == secretary && s.Rule == "N11" && s.Target == target))
        {
            if (Done(milestone, one.Slot.Moment)) found.Wrong.Add($"{one.Slot} N11 {target} is done");
        }

        if (milestone.Revisions.Count > 0) return;
        var due = milestone.OriginalDueOn;
        var morning = due.ToDateTime(new TimeOnly(9, 0));
        var last = run.FirstOrDefault(s => s.Moment >= morning && s.Day == due && InProgress(project, s.Moment) && !Done(milestone, s.Moment));
        if (last != default && !said.Any(s => s.PersonId == secretary && s.Rule == "N11" && s.Target == target && s.Slot.Day == due)) found.Missing.Add($"N11 {target} on its day");
    }

    private static bool Filed(ProjectSnapshot p, int month, DateTime at)
    {
        var filed = false;
        foreach (var e in p.Reports.Where(r => r.Period.Month == month).SelectMany(r => r.Events).Where(e => e.At <= at)) filed = e.Kind is not (ReportEventKind.Return or ReportEventKind.Withdraw);
        return filed;
    }

    private static bool Returned(ProjectSnapshot p, int month, DateTime at) =>
        p.Reports.Where(r => r.Period.Month == month).SelectMany(r => r.Events).LastOrDefault(e => e.At <= at)?.Kind == ReportEventKind.Return;

    private static bool Exempt(ProjectSnapshot p, int month) => p.Reports.Any(r => r.Period.Month == month && r.Exempt);

    private static bool Done(Milestone m, DateTime at) => m.Events.Any(e => e.At <= at && e.Kind == MilestoneEventKind.Claim) && m.Events.LastOrDefault(e => e.At <= at)?.Kind != MilestoneEventKind.Return;

    private static bool Runs(ProjectSnapshot p, DateTime at) => p.History.LastOrDefault(h => h.At <= at)?.To is Stage.InProgress or Stage.PendingAcceptance;

    private static bool InProgress(ProjectSnapshot p, DateTime at) => p.History.LastOrDefault(h => h.At <= at)?.To == Stage.InProgress;

    private static int FirstMonth(ProjectSnapshot p) => p.History.First(h => h.To == Stage.Established).At is var at && at.Day > 20 ? at.Month + 1 : at.Month;

    private static DateOnly ReportDay(int month) => new(2017, month, month switch { 2 => 27, 3 => 27, 6 => 26, 11 => 27, _ => 25 });

    private static DateOnly WorkdaysBefore(DateOnly day, int n)
    {
        while (n > 0)
        {
            day = day.AddDays(-1);
            if (IsWorkday(day)) n--;
        }

        return day;
    }

    // The State Council's days of 2017, written down again.
    private static readonly HashSet<(int, int)> Off = [(1, 1), (1, 2), (1, 27), (1, 28), (1, 29), (1, 30), (1, 31), (2, 1), (2, 2), (4, 2), (4, 3), (4, 4), (4, 29), (4, 30), (5, 1), (5, 28), (5, 29), (5, 30), (10, 1), (10, 2), (10, 3), (10, 4), (10, 5), (10, 6), (10, 7), (10, 8)];
    private static readonly HashSet<(int, int)> On = [(1, 22), (2, 4), (4, 1), (5, 27), (9, 30)];

    private static bool IsWorkday(DateOnly day) => On.Contains((day.Month, day.Day)) || (!Off.Contains((day.Month, day.Day)) && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));
}
