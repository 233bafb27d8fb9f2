using PartyProjects.Domain.Calendar;

namespace PartyProjects.Domain.Supervision;

/// <summary>One thing for which a bulletin names a project; cause and target are those of the case where there is one.</summary>
public sealed record NamedMatter(CaseCause Cause, string Target);

/// <summary>Whom a signed bulletin names: letters left unanswered (L3), 滞后 and Red at the lock (domain.md sections 9 and 14.1).</summary>
public static class NamedInBulletin
{
    /// <summary>What the signing on a day adds; what an earlier edition of the same bulletin already named is not named twice.</summary>
    public static IReadOnlyList<NamedMatter> MattersOf(BulletinProject project, Quarter quarter, DateOnly today, ProgrammeYear settings, WorkCalendar calendar)
    {
        var open = EscalationLadder.CasesOf(project.Project, today, settings, calendar).Where(c => c.IsOpen).ToList();
        List<NamedMatter> matters = [.. open.Where(c => c.Step(EscalationLevel.Bulletin) is { DecidedOn: null }).Select(c => new NamedMatter(c.Cause, c.Target))];
        var lagging = project.Reading.Light == Light.Red || project.Reading.Lag >= settings.YellowLag;
        var before = project.Project.CaseActs.Any(a => a.Kind == CaseActKind.NamedInBulletin && DateOnly.FromDateTime(a.At) > quarter.LastDay);
        if (lagging && !before && !matters.Exists(m => m.Cause == CaseCause.Lagging))
        {
            var standing = open.Find(c => c.Cause == CaseCause.Lagging);
            matters.Add(new NamedMatter(CaseCause.Lagging, standing?.Target ?? Period.Of(quarter.LastDay).ToString()));
        }

        return matters;
    }
}
