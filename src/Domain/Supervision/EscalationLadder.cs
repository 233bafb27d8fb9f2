using PartyProjects.Domain.Calendar;

namespace PartyProjects.Domain.Supervision;

/// <summary>
/// 提示 → 催办 → 提醒函 → 通报 → 约谈 → 考核运用 (domain.md section 9, 14.1, 14.4–14.7). Found again from the snapshot every time;
/// only what people did (letters confirmed and answered, bulletins signed, talks) is remembered, as <see cref="CaseAct"/>s.
/// </summary>
public static class EscalationLadder
{
    /// <summary>A step is tested at 09:00 of the day: what is closed later that day still gets it.</summary>
    private static readonly TimeOnly Tested = new(9, 0);

    /// <summary>Talks propose themselves at the second consecutive missing report when it is this many workdays late.</summary>
    private const int SecondMissingWd = 3;

    /// <summary>Unresolved this long after the talk: L5.</summary>
    private const int AssessmentWd = 10;

    /// <summary>Every case opened by the end of the day, in order of opening, open or closed, with its steps so far. SelfRun projects have none.</summary>
    public static IReadOnlyList<EscalationCase> CasesOf(ProjectSnapshot project, DateOnly through, ProgrammeYear settings, WorkCalendar calendar)
    {
        if (project.Project.Track == ProjectTrack.SelfRun) return [];
        project = project with { CaseActs = [.. project.CaseActs.Where(a => DateOnly.FromDateTime(a.At) <= through)] };
        var overdue = OverdueItem.Of(project, through, settings, calendar).Where(i => !i.NeverOverdue).SelectMany(i => Episodes(project, i, through, settings, calendar)).ToList();
        var withTalks = overdue.ConvertAll(c => WithTalk(project, c, overdue, through, calendar));
        return [.. withTalks.Concat(Lagging(project, through, settings, calendar)).OrderBy(c => c.Steps[0].On).ThenBy(c => c.Cause).ThenBy(c => c.Target, StringComparer.Ordinal)];
    }

    /// <summary>约谈建议 by the end of the day: two reports missing in a row, Red at two month-ends in a row (14.7), named 滞后 in two bulletins in a row.</summary>
    public static IReadOnlyList<TalkProposal> TalksOf(ProjectSnapshot project, DateOnly through, ProgrammeYear settings, WorkCalendar calendar)
    {
        List<TalkProposal> talks = [.. CasesOf(project, through, settings, calendar).Where(c => c.Cause == CaseCause.ReportOverdue && c.Step(EscalationLevel.Talk) is not null).Select(c => new TalkProposal(project.Project.Id, TalkGround.ReportsMissing, c.Target, c.Step(EscalationLevel.Talk)!.On))];
        foreach (var month in MonthsRun(project, through))
        {
            var on = calendar.OnOrAfter(month.LastDay.AddDays(1));
            if (on <= through && IsRed(project, month.LastDay, settings, calendar) && IsRed(project, month.Add(-1).LastDay, settings, calendar)) talks.Add(new TalkProposal(project.Project.Id, TalkGround.RedMonthEnds, month.ToString(), on));
        }

        var named = project.CaseActs.Where(a => a.Kind == CaseActKind.NamedInBulletin && DateOnly.FromDateTime(a.At) <= through).GroupBy(a => BulletinQuarter(a.At)).ToDictionary(g => g.Key, g => g.Min(a => DateOnly.FromDateTime(a.At)));
        talks.AddRange(named.Where(q => named.ContainsKey(Quarter.Of(q.Key.FirstDay.AddDays(-1)))).Select(q => new TalkProposal(project.Project.Id, TalkGround.NamedInBulletins, q.Key.ToString(), q.Value)));
        return [.. talks.OrderBy(t => t.On).ThenBy(t => t.Ground)];
    }

    /// <summary>A bulletin is signed in the quarter after the one it reports.</summary>
    private static Quarter BulletinQuarter(DateTime signed) => Quarter.Of(Quarter.Of(DateOnly.FromDateTime(signed)).FirstDay.AddDays(-1));

    private static bool IsRed(ProjectSnapshot project, DateOnly monthEnd, ProgrammeYear settings, WorkCalendar calendar) =>
        (project.MonthEnds.FirstOrDefault(m => m.AsOf == monthEnd) is { } stored ? stored.Light : TrafficLight.At(project, monthEnd, settings, calendar).Light) == Light.Red;

    /// <summary>Each span in which the item stood overdue while the project ran.</summary>
    private static IEnumerable<EscalationCase> Episodes(ProjectSnapshot project, OverdueItem item, DateOnly through, ProgrammeYear settings, WorkCalendar calendar)
    {
        DateOnly? owedAgain = null;
        var owed = true;
        EscalationCase? open = null;
        for (var day = item.FirstDue; day <= through; day = day.AddDays(1))
        {
            var morning = day.ToDateTime(Tested);
            var night = day.ToDateTime(TimeOnly.MaxValue);
            var from = Later(item.DueOn(morning), owedAgain);
            if (from < day && calendar.IsWorkday(day) && Runs(project.StageAt(morning)) && !item.IsSettledAt(morning))
            {
                open = Raise(project, item, open, from, day, settings, calendar);
            }

            var owedAtNight = Runs(project.StageAt(day)) && !item.IsSettledAt(night);
            if (open is not null && (!owedAtNight || Later(item.DueOn(night), owedAgain) >= day))
            {
                yield return open with { ClosedOn = day };
                open = null;
            }

            if (owedAtNight && !owed) owedAgain = day;
            owed = owedAtNight;
        }

        if (open is not null) yield return open;
    }

    /// <summary>The case after the step that the morning of the day raises, if it raises one.</summary>
    private static EscalationCase? Raise(ProjectSnapshot project, OverdueItem item, EscalationCase? open, DateOnly from, DateOnly day, ProgrammeYear settings, WorkCalendar calendar)
    {
        var n = calendar.WorkdaysBetween(from, day);
        if (open is null)
        {
            return n != 1 ? null : new EscalationCase { ProjectId = project.Project.Id, Cause = item.Cause, Target = item.Target, CountsFrom = from, Steps = [new EscalationStep { Level = EscalationLevel.Urge, On = day }] };
        }

        if (n == item.LetterWd(settings)) return open with { Steps = [.. open.Steps, Letter(project, open, day, settings, calendar)] };
        return WithBulletin(project, open, day);
    }

    private static EscalationStep Letter(ProjectSnapshot project, EscalationCase of, DateOnly day, ProgrammeYear settings, WorkCalendar calendar)
    {
        var confirmed = project.CaseActs.FirstOrDefault(a => Is(a, of, CaseActKind.LetterConfirmed) && DateOnly.FromDateTime(a.At) >= day);
        var reply = confirmed is null ? null : project.CaseActs.FirstOrDefault(a => Is(a, of, CaseActKind.LetterReplied) && a.At >= confirmed.At);
        return new EscalationStep
        {
            Level = EscalationLevel.ReminderLetter,
            On = day,
            DecidedOn = confirmed is null ? null : DateOnly.FromDateTime(confirmed.At),
            ReplyDueOn = confirmed is null ? null : confirmed.DueOn ?? calendar.AddWorkdays(DateOnly.FromDateTime(confirmed.At), settings.ReplyWd),
            RepliedOn = reply is null ? null : DateOnly.FromDateTime(reply.At),
        };
    }

    /// <summary>L3, on the first workday after the answer was due; only an unanswered letter raises it (14.1).</summary>
    private static EscalationCase WithBulletin(ProjectSnapshot project, EscalationCase open, DateOnly day)
    {
        if (open.Step(EscalationLevel.ReminderLetter) is not { ReplyDueOn: { } due } letter || day <= due || letter.RepliedOn < day || open.Step(EscalationLevel.Bulletin) is not null) return open;
        var signed = project.CaseActs.FirstOrDefault(a => Is(a, open, CaseActKind.NamedInBulletin) && DateOnly.FromDateTime(a.At) >= day);
        return open with { Steps = [.. open.Steps, new EscalationStep { Level = EscalationLevel.Bulletin, On = day, DecidedOn = signed is null ? null : DateOnly.FromDateTime(signed.At) }] };
    }

    /// <summary>L4 where the rule proposes a talk or the leading group decided one on the case; L5 when it is still open 10 workdays after the talk.</summary>
    private static EscalationCase WithTalk(ProjectSnapshot project, EscalationCase of, IReadOnlyList<EscalationCase> all, DateOnly through, WorkCalendar calendar)
    {
        DateOnly? decided = project.CaseActs.FirstOrDefault(a => a.Kind is CaseActKind.TalkDecided or CaseActKind.TalkHeld && Is(a, of, a.Kind) && DateOnly.FromDateTime(a.At) >= of.CountsFrom) is { } act ? DateOnly.FromDateTime(act.At) : null;
        if ((SecondMissing(of, all, through, calendar) ?? decided) is not { } on || of.ClosedOn < on) return of;
        List<EscalationStep> steps = [.. of.Steps, new EscalationStep { Level = EscalationLevel.Talk, On = on, DecidedOn = decided }];
        if (decided is { } talk && calendar.AddWorkdays(talk, AssessmentWd) is var five && five <= through && !(of.ClosedOn < five)) steps.Add(new EscalationStep { Level = EscalationLevel.Assessment, On = five });
        return of with { Steps = [.. steps.OrderBy(s => s.On).ThenBy(s => s.Level)] };
    }

    /// <summary>The day a report is 3 workdays late whose predecessor is missing too.</summary>
    private static DateOnly? SecondMissing(EscalationCase of, IReadOnlyList<EscalationCase> all, DateOnly through, WorkCalendar calendar)
    {
        if (of.Cause != CaseCause.ReportOverdue) return null;
        var on = calendar.AddWorkdays(of.CountsFrom, SecondMissingWd);
        var before = Period.Parse(of.Target).Add(-1).ToString();
        return on <= through && all.Any(c => c.Cause == of.Cause && c.Target == before && c.CountsFrom < on && !(c.ClosedOn < on)) ? on : null;
    }

    /// <summary>A month-end that shows Y1 or R1 opens a case if none is open; it closes at the first that shows neither, or when the project stops.</summary>
    private static IEnumerable<EscalationCase> Lagging(ProjectSnapshot project, DateOnly through, ProgrammeYear settings, WorkCalendar calendar)
    {
        EscalationCase? open = null;
        foreach (var month in MonthsRun(project, through))
        {
            if (open is not null && StoppedIn(project, month, open.CountsFrom) is { } stopped && stopped <= through)
            {
                yield return open with { ClosedOn = stopped };
                open = null;
            }

            if (open is not null) open = LaggingSteps(project, open, through, settings, calendar);
            if (month.LastDay > through) continue;
            var lags = ShowsLag(project, month.LastDay, settings, calendar);
            if (open is not null && !lags)
            {
                yield return open with { ClosedOn = month.LastDay, Steps = [.. open.Steps.Where(s => s.On <= month.LastDay)] };
                open = null;
            }
            else if (open is null && lags)
            {
                var letterOn = calendar.OnOrAfter(month.LastDay.AddDays(1));
                if (letterOn > through) yield break;
                // Stopped before the letter's morning: there is nobody left to write to.
                if (project.History.Any(h => DateOnly.FromDateTime(h.At) > month.LastDay && h.At <= letterOn.ToDateTime(Tested) && !Runs(h.To))) continue;
                var opened = new EscalationCase { ProjectId = project.Project.Id, Cause = CaseCause.Lagging, Target = month.ToString(), CountsFrom = month.LastDay, Steps = [] };
                open = opened with { Steps = [Letter(project, opened, letterOn, settings, calendar)] };
            }
        }

        if (open is not null) yield return LaggingSteps(project, open, through, settings, calendar);
    }

    private static EscalationCase LaggingSteps(ProjectSnapshot project, EscalationCase open, DateOnly through, ProgrammeYear settings, WorkCalendar calendar) =>
        open.Steps[0].ReplyDueOn is { } due && calendar.AddWorkdays(due, 1) is var next && next <= through ? WithBulletin(project, open, next) : open;

    private static IEnumerable<Period> MonthsRun(ProjectSnapshot project, DateOnly through)
    {
        if (project.ReachedOn(Stage.InProgress, through) is not { } start) yield break;
        for (var month = Period.Of(start); month <= Period.Of(through); month = month.Add(1)) yield return month;
    }

    private static DateOnly? StoppedIn(ProjectSnapshot project, Period month, DateOnly after)
    {
        foreach (var change in project.History)
        {
            var on = DateOnly.FromDateTime(change.At);
            if (on > after && Period.Of(on) <= month && !Runs(change.To)) return on;
        }

        return null;
    }

    private static bool ShowsLag(ProjectSnapshot project, DateOnly monthEnd, ProgrammeYear settings, WorkCalendar calendar)
    {
        var codes = project.MonthEnds.FirstOrDefault(m => m.AsOf == monthEnd) is { } stored ? stored.Reasons : TrafficLight.At(project, monthEnd, settings, calendar).Codes;
        return codes.Contains("Y1") || codes.Contains("R1");
    }

    private static bool Runs(Stage? stage) => stage is Stage.InProgress or Stage.PendingAcceptance;

    private static bool Is(CaseAct act, EscalationCase of, CaseActKind kind) => act.Kind == kind && act.Cause == of.Cause && act.Target == of.Target;

    private static DateOnly Later(DateOnly day, DateOnly? other) => other > day ? other.Value : day;
}
