using PartyProjects.Data;
using PartyProjects.Scheduler.Nudges;

namespace PartyProjects.Scheduler.Outbox;

/// <summary>What is left of a message just before sending. <c>Text</c> null: nothing, and it is not sent.</summary>
public sealed record Checked(string? Text, IReadOnlyList<string> NoLongerTrue);

/// <summary>Asks, notice by notice, whether it is still true. While the project stands at the version it was decided on and the day is the same, nothing can have changed; else the rule is asked again.</summary>
public sealed class StillTrue(ProgrammeStore store, NudgePlanner planner, Speak speak)
{
    public Checked Check(ClaimedDelivery delivery, DateTime now)
    {
        var message = delivery.Message;
        if (message.Kind != MessageKind.Slot) return new Checked(message.Text, []);
        var programme = store.Current;
        var today = DateOnly.FromDateTime(now);
        Dictionary<string, HashSet<string>> asked = new(StringComparer.Ordinal);
        List<string> gone = [];
        foreach (var notice in delivery.Notices)
        {
            if (Unchanged(programme, notice, today == message.SlotOn) || IsDue(programme, notice, SlotOf(message, now), asked)) continue;
            gone.Add(notice.Key);
        }

        if (gone.Count == 0) return new Checked(message.Text, []);
        if (gone.Count == delivery.Notices.Count) return new Checked(null, gone);
        var left = delivery.Notices.Where(n => !gone.Contains(n.Key)).ToList();
        // Texts are those that were rehearsed; only what no longer holds is taken out.
        var order = left.OrderBy(n => message.Text.IndexOf(n.Text, StringComparison.Ordinal)).Select(n => n.Text).ToList();
        return new Checked(MessageText.Of(order, left.Any(n => programme.SnapshotOf(n.ProjectId ?? "")?.Project.Illustrative == true), speak), gone);
    }

    private static bool Unchanged(Programme programme, NoticeRow notice, bool sameDay) =>
        IsEvent(notice) || (sameDay && notice.ProjectId is { } id && programme.Project(id)?.Version == notice.ProjectVersion);

    /// <summary>An event happened: that stays true. Rules of the year carry a unit.</summary>
    private static bool IsEvent(NoticeRow notice) => notice.UnitId is null;

    private bool IsDue(Programme programme, NoticeRow notice, Slot slot, Dictionary<string, HashSet<string>> asked)
    {
        var about = notice.ProjectId is { } id && programme.Project(id) is { } heading ? heading.OrganizationId : notice.UnitId!;
        if (!asked.TryGetValue(about, out var due)) asked[about] = due = Due(programme, about, slot);
        return due.Contains(notice.Key);
    }

    private HashSet<string> Due(Programme programme, string organizationId, Slot slot)
    {
        var view = new ProgrammeView(programme);
        var years = NudgePlanner.YearsOf(slot);
        // A lower-level project hangs under its parent's unit.
        var units = new[] { organizationId, programme.Organization(organizationId)?.ParentId }.OfType<string>().Select(id => view.UnitOf(id, years)).OfType<Unit>();
        return units.SelectMany(unit => planner.DueOf(view, unit, slot)).Concat(planner.DueOfDistrict(view, slot)).Select(n => n.Key).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>On its own day the slot it was planned for; on a later one the slot that was last.</summary>
    private static Slot SlotOf(MessageRow message, DateTime now)
    {
        var today = DateOnly.FromDateTime(now);
        if (message.SlotOn == today && message.Slot is { } time) return new Slot(today, TimeOnly.ParseExact(time, "HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        return TimeOnly.FromDateTime(now) < Slot.LastCallAt ? Slot.Morning(today) : Slot.LastCall(today);
    }
}
