using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Nudges;

/// <summary>A rule that broke on one project; the others go on.</summary>
public sealed record BrokenRule(string Rule, string? ProjectId, Exception Error);

/// <summary>Asks the rules what is due and not yet told, and merges it into at most one message a person and slot, worst first.</summary>
public sealed class NudgePlanner(IReadOnlyList<INudgeRule> rules)
{
    private readonly IProjectRule[] projectRules = [.. rules.OfType<IProjectRule>()];
    private readonly IUnitRule[] unitRules = [.. rules.OfType<IUnitRule>()];
    private readonly IDistrictRule[] districtRules = [.. rules.OfType<IDistrictRule>()];

    /// <summary>Every rule of this assembly, by code.</summary>
    public static NudgePlanner WithAllRules() => new([.. typeof(NudgePlanner).Assembly.GetTypes()
        .Where(t => t is { IsAbstract: false, IsInterface: false } && t.IsAssignableTo(typeof(INudgeRule)))
        .Select(t => (INudgeRule)Activator.CreateInstance(t)!)
        .OrderBy(r => r.Code, StringComparer.Ordinal)]);

    public IReadOnlyList<INudgeRule> Rules { get; } = rules;

    /// <summary>Everything that is due by the slot and still true about one unit, told or not.</summary>
    public IEnumerable<Notice> DueOf(INudgeView view, Unit unit, Slot slot, Action<BrokenRule>? broken = null)
    {
        foreach (var project in unit.Projects.Concat(unit.Below))
        {
            foreach (var notice in projectRules.SelectMany(rule => Safely(rule, project.Project.Id, () => rule.Due(view, unit, project, slot), broken))) yield return notice;
        }

        foreach (var notice in unitRules.SelectMany(rule => Safely(rule, null, () => rule.Due(view, unit, slot), broken))) yield return notice;
    }

    /// <summary>The same for the offices of the district.</summary>
    public IEnumerable<Notice> DueOfDistrict(INudgeView view, Slot slot, Action<BrokenRule>? broken = null) =>
        DueOfDistrict(view, slot, slot.IsMorning ? District.Of(view, view.Units(YearsOf(slot)), slot) : null, broken);

    // What the district's offices are told, they are told in the morning.
    private IEnumerable<Notice> DueOfDistrict(INudgeView view, Slot slot, District? district, Action<BrokenRule>? broken) =>
        district is null ? [] : districtRules.SelectMany(rule => Safely(rule, null, () => rule.Due(view, district, slot), broken));

    /// <summary>Everything that is due by the slot: of this year's projects, in January of last year's too (the year's end is told then), and of the district.</summary>
    public IEnumerable<Notice> Due(INudgeView view, Slot slot, Action<BrokenRule>? broken = null) =>
        view.Units(YearsOf(slot)).SelectMany(unit => DueOf(view, unit, slot, broken)).Concat(DueOfDistrict(view, slot, broken));

    /// <summary>Years whose projects a slot can speak of.</summary>
    public static IReadOnlyCollection<int> YearsOf(Slot slot) => slot.Day.Month == 1 ? [slot.Day.Year - 1, slot.Day.Year] : [slot.Day.Year];

    /// <summary>What the slot says, of these notices: those booked before are passed over, of a series the latest stands, and everybody gets one message.</summary>
    /// <param name="due">Everything due and still true.</param>
    /// <param name="slot">The slot that is planned.</param>
    /// <param name="told">What was told before.</param>
    /// <param name="mostADay">Scheduled messages a person may get in a day (<c>MaxPushPerDay</c>).</param>
    /// <param name="since">Nothing that names an earlier slot is told: the programme was not running here then. Null: no such bound.</param>
    public static SlotPlan Merge(IEnumerable<Notice> due, Slot slot, IToldBefore told, int mostADay, Slot? since = null)
    {
        List<PlannedMessage> messages = [];
        List<LeftOut> leftOut = [];
        foreach (var person in due.Where(n => since is not { } first || n.Named >= first).GroupBy(n => n.Recipient.AddresseeId, StringComparer.Ordinal))
        {
            var notices = Latest(person, told, leftOut);
            notices.RemoveAll(n => Holds(told.WantsQuiet(person.Key, n, slot), n, LeftOutReason.Quiet, leftOut));
            if (notices.Count == 0) continue;
            if (told.MessagesOn(person.Key, slot.Day) >= mostADay) leftOut.AddRange(notices.Select(n => new LeftOut(n, LeftOutReason.DailyCap)));
            else if (!told.IsReachable(person.Key)) leftOut.AddRange(notices.Select(n => new LeftOut(n, LeftOutReason.Unreachable)));
            else messages.Add(new PlannedMessage(person.Key, slot, [.. notices.Order(WorstFirst)]));
        }

        return new SlotPlan(slot, messages, leftOut);
    }

    private static readonly Comparer<Notice> WorstFirst = Comparer<Notice>.Create((a, b) =>
        b.Urgency.CompareTo(a.Urgency) is var u and not 0 ? u
        : a.DueOn.CompareTo(b.DueOn) is var d and not 0 ? d
        : string.CompareOrdinal(a.Key, b.Key));

    private static List<Notice> Latest(IEnumerable<Notice> notices, IToldBefore told, List<LeftOut> leftOut)
    {
        List<Notice> latest = [];
        foreach (var series in notices.GroupBy(n => (n.Recipient.PersonId, Series: n.Series ?? n.Key)))
        {
            var last = series.MaxBy(n => (n.Named.Moment, n.Rule))!;
            leftOut.AddRange(series.Where(n => n.Key != last.Key && !told.IsBooked(n.Key)).Select(n => new LeftOut(n, LeftOutReason.Superseded)));
            if (!told.IsBooked(last.Key)) latest.Add(last);
        }

        return latest;
    }

    private static bool Holds(bool holds, Notice notice, LeftOutReason reason, List<LeftOut> leftOut)
    {
        if (holds) leftOut.Add(new LeftOut(notice, reason));
        return holds;
    }

    private static List<Notice> Safely(INudgeRule rule, string? projectId, Func<IEnumerable<Notice>> due, Action<BrokenRule>? broken)
    {
        try
        {
            return [.. due()];
        }
        catch (Exception e) when (broken is not null)
        {
            broken(new BrokenRule(rule.Code, projectId, e));
            return [];
        }
    }
}
