using PartyProjects.Domain.Calendar;

namespace PartyProjects.Domain.Steps;

/// <summary>A step to be laid out: title, weight, and the workdays its work needs where somebody said so.</summary>
public sealed record StepToPlan(string Title, int Weight, int? NeedsWd = null);

/// <summary>A step with its days.</summary>
public sealed record PlannedStep(string Title, int Weight, DateOnly StartOn, DateOnly DueOn);

/// <summary>A plan laid backward from its finish. With <c>Errors</c> it does not hold; <c>Proposal</c> is then one that does, null where none can.</summary>
public sealed record BackPlan(IReadOnlyList<PlannedStep> Steps, IReadOnlyList<Statement> Errors, IReadOnlyList<Statement> Warnings, IReadOnlyList<PlannedStep>? Proposal)
{
    public bool Holds => Errors.Count == 0;
}

/// <summary>倒排工期 (domain.md section 6, 14.12).</summary>
public static class BackSchedule
{
    public const int LeastWdBetween = 5, LongestGapDays = 92;
    private const decimal HalfYearPlan = 40;
    private static readonly MonthDay HalfYear = new(6, 30), LatestStartForHalfYear = new(3, 31);

    /// <summary>Lays the steps between establishment and finish by their weights, each due moved back to a workday; says what does not hold and proposes what does.</summary>
    public static BackPlan Lay(DateOnly start, DateOnly finish, IReadOnlyList<StepToPlan> steps, WorkCalendar calendar)
    {
        decimal whole = steps.Sum(s => s.Weight), through = 0;
        List<DateOnly> dues = [];
        foreach (var step in steps)
        {
            through += step.Weight;
            var days = (int)Math.Round((finish.DayNumber - start.DayNumber) * through / whole, MidpointRounding.AwayFromZero);
            dues.Add(calendar.OnOrBefore(start.AddDays(days)));
        }

        return Check(start, steps, Dated(start, steps, dues), calendar);
    }

    /// <summary>Checks a plan whose dates somebody moved.</summary>
    public static BackPlan Check(DateOnly start, IReadOnlyList<StepToPlan> needs, IReadOnlyList<PlannedStep> plan, WorkCalendar calendar)
    {
        List<Statement> errors = [];
        var before = start;
        for (var i = 0; i < plan.Count; i++)
        {
            var left = Math.Max(0, calendar.WorkdaysBetween(before, plan[i].DueOn));
            if (needs[i].NeedsWd > left) errors.Add(Statement.Of("BackSchedule.NeedsMore", ("step", plan[i].Title), ("needs", needs[i].NeedsWd), ("left", left)));
            else if (i > 0 && left < LeastWdBetween) errors.Add(Statement.Of("BackSchedule.TooClose", ("step", plan[i].Title), ("least", LeastWdBetween), ("left", left)));
            before = plan[i].DueOn;
        }

        foreach (var step in plan.Where(s => !calendar.IsWorkday(s.DueOn))) errors.Add(Statement.Of("BackSchedule.NotWorkday", ("step", step.Title), ("due", step.DueOn), ("instead", calendar.OnOrBefore(step.DueOn))));
        var finish = plan.Count == 0 ? start : plan[^1].DueOn;
        var proposal = errors.Count == 0 ? null : Propose(start, finish, needs, calendar);
        if (errors.Count > 0 && proposal is null) errors.Add(Statement.Of("BackSchedule.CannotHold", ("needs", needs.Sum(Least)), ("left", calendar.WorkdaysBetween(start, finish))));
        return new BackPlan(plan, errors, [.. Warnings(start, plan)], proposal);
    }

    /// <summary>Backward from the finish: every step gets the workdays it needs, what is left over goes by weight. Null when the span is too short for the needs.</summary>
    public static IReadOnlyList<PlannedStep>? Propose(DateOnly start, DateOnly finish, IReadOnlyList<StepToPlan> steps, WorkCalendar calendar)
    {
        var last = calendar.OnOrBefore(finish);
        var spare = calendar.WorkdaysBetween(start, last) - steps.Sum(Least);
        if (spare < 0 || steps.Count == 0) return null;
        var dues = new DateOnly[steps.Count];
        decimal weights = steps.Sum(s => s.Weight), after = 0;
        var due = last;
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            dues[i] = due;
            // Shares are cut from a running total, so that they add up to what there is to spare.
            var shared = Math.Floor(spare * after / weights);
            after += steps[i].Weight;
            var share = (int)(Math.Floor(spare * after / weights) - shared);
            due = calendar.AddWorkdays(due, -(Least(steps[i]) + share));
        }

        return Dated(start, steps, dues);
    }

    private static int Least(StepToPlan step) => Math.Max(step.NeedsWd ?? 0, LeastWdBetween);

    private static List<PlannedStep> Dated(DateOnly start, IReadOnlyList<StepToPlan> steps, IReadOnlyList<DateOnly> dues) =>
        [.. steps.Select((s, i) => new PlannedStep(s.Title, s.Weight, i == 0 ? start : dues[i - 1].AddDays(1), dues[i]))];

    private static IEnumerable<Statement> Warnings(DateOnly start, IReadOnlyList<PlannedStep> plan)
    {
        if (plan.Count == 0) yield break;
        var before = start;
        foreach (var step in plan)
        {
            if (step.DueOn.DayNumber - before.DayNumber > LongestGapDays) yield return Statement.Of("BackSchedule.LongGap", ("step", step.Title), ("days", step.DueOn.DayNumber - before.DayNumber));
            before = step.DueOn;
        }

        for (var quarter = Quarter.Of(start); quarter.FirstDay <= plan[^1].DueOn; quarter = Quarter.Of(quarter.LastDay.AddDays(1)))
        {
            if (!plan.Any(s => Quarter.Of(s.DueOn) == quarter)) yield return Statement.Of("BackSchedule.EmptyQuarter", ("quarter", quarter.Number));
        }

        var at = Math.Round(plan.Sum(s => Share(s, HalfYear.In(start.Year))), 1, MidpointRounding.AwayFromZero);
        if (start <= LatestStartForHalfYear.In(start.Year) && at < HalfYearPlan) yield return Statement.Of("BackSchedule.HalfYear", ("plan", at), ("least", HalfYearPlan));
    }

    private static decimal Share(PlannedStep step, DateOnly day) =>
        day < step.StartOn ? 0 : day >= step.DueOn ? step.Weight : (decimal)step.Weight * (day.DayNumber - step.StartOn.DayNumber + 1) / (step.DueOn.DayNumber - step.StartOn.DayNumber + 1);
}
