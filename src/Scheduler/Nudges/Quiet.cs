namespace PartyProjects.Scheduler.Nudges;

/// <summary>免打扰: hints a person may do without. What is due today or overdue is said all the same; the ladder runs on.</summary>
public static class Quiet
{
    /// <summary>Preference key; its value lists rule codes, parted by commas.</summary>
    public const string Muted = "mute";

    public static readonly IReadOnlyList<string> MayBeMuted = ["N08", "N09", "N11", "N14", "N20", "N21", "N25"];

    public static bool Mutes(IReadOnlyDictionary<string, string> preferences, Notice notice) =>
        notice.Urgency <= Urgency.Coming && MayBeMuted.Contains(notice.Rule)
        && preferences.TryGetValue(Muted, out var rules) && rules.Split(',', StringSplitOptions.TrimEntries).Contains(notice.Rule);
}
