using System.Collections.Frozen;
using System.Globalization;

namespace PartyProjects.Domain;

/// <summary>One setting of domain.md section 13: how it is written, read and limited.</summary>
/// <param name="Key">As in programme.json and in setting_change.</param>
/// <param name="Text">The value as written.</param>
/// <param name="Parse">The settings with this one changed; null when the text is not such a value or outside the limits.</param>
/// <param name="Expected">What belongs here: a key of wording.md with its limits.</param>
public sealed record ProgrammeSetting(string Key, Func<ProgrammeYear, string> Text, Func<ProgrammeYear, string, ProgrammeYear?> Parse, Statement Expected);

/// <summary>All settings as one table: the reader of programme.json, the administrator's chat and the settings page ask it alike.</summary>
public static class ProgrammeSettings
{
    private const int MostWorkdays = 60;

    public static readonly IReadOnlyList<ProgrammeSetting> All =
    [
        Whole(nameof(ProgrammeYear.ReportDay), 1, 28, y => y.ReportDay, (y, v) => y with { ReportDay = v }),
        Whole(nameof(ProgrammeYear.ReportHour), 1, 24, y => y.ReportHour, (y, v) => y with { ReportHour = v }),
        Day(nameof(ProgrammeYear.DeclareDue), y => y.DeclareDue, (y, v) => y with { DeclareDue = v }),
        Day(nameof(ProgrammeYear.PanelDue), y => y.PanelDue, (y, v) => y with { PanelDue = v }),
        Day(nameof(ProgrammeYear.LatestFinish), y => y.LatestFinish, (y, v) => y with { LatestFinish = v }),
        Day(nameof(ProgrammeYear.AcceptanceDue), y => y.AcceptanceDue, (y, v) => y with { AcceptanceDue = v }),
        Number(nameof(ProgrammeYear.YellowLag), 1, 100, y => y.YellowLag, (y, v) => y with { YellowLag = v }),
        Number(nameof(ProgrammeYear.RedLag), 1, 100, y => y.RedLag, (y, v) => y with { RedLag = v }),
        Whole(nameof(ProgrammeYear.RedOverdueWd), 2, MostWorkdays, y => y.RedOverdueWd, (y, v) => y with { RedOverdueWd = v }),
        Whole(nameof(ProgrammeYear.RedOutstanding), 2, 12, y => y.RedOutstanding, (y, v) => y with { RedOutstanding = v }),
        Whole(nameof(ProgrammeYear.MajorIssueGraceWd), 1, MostWorkdays, y => y.MajorIssueGraceWd, (y, v) => y with { MajorIssueGraceWd = v }),
        Whole(nameof(ProgrammeYear.ConsecutiveYellow), 2, 12, y => y.ConsecutiveYellow, (y, v) => y with { ConsecutiveYellow = v }),
        Number(nameof(ProgrammeYear.OpenMilestoneCap), 0, 1, y => y.OpenMilestoneCap, (y, v) => y with { OpenMilestoneCap = v }),
        Whole(nameof(ProgrammeYear.ReturnGraceWd), 1, MostWorkdays, y => y.ReturnGraceWd, (y, v) => y with { ReturnGraceWd = v }),
        Whole(nameof(ProgrammeYear.LetterWdReport), 2, MostWorkdays, y => y.LetterWdReport, (y, v) => y with { LetterWdReport = v }),
        Whole(nameof(ProgrammeYear.LetterWdMilestone), 2, MostWorkdays, y => y.LetterWdMilestone, (y, v) => y with { LetterWdMilestone = v }),
        Whole(nameof(ProgrammeYear.ReplyWd), 1, MostWorkdays, y => y.ReplyWd, (y, v) => y with { ReplyWd = v }),
        Whole(nameof(ProgrammeYear.RectifyWd), 1, MostWorkdays, y => y.RectifyWd, (y, v) => y with { RectifyWd = v }),
        Whole(nameof(ProgrammeYear.MaxPushPerDay), 1, 2, y => y.MaxPushPerDay, (y, v) => y with { MaxPushPerDay = v }),
        new("QuietHours", y => $"{y.QuietFrom:HH:mm}-{y.QuietTo:HH:mm}", Quiet, new Statement("Setting.Hours")),
        Number(nameof(ProgrammeYear.CutScore), 0, 100, y => y.CutScore, (y, v) => y with { CutScore = v }),
        new(nameof(ProgrammeYear.Quota), y => y.Quota is { } q ? Invariant(q) : "null", Quota, Statement.Of("Setting.WholeOrNone", ("least", 1), ("most", MostQuota))),
        Whole(nameof(ProgrammeYear.MinMilestones), 1, 12, y => y.MinMilestones, (y, v) => y with { MinMilestones = v }),
        Whole(nameof(ProgrammeYear.MaxMilestones), 1, 20, y => y.MaxMilestones, (y, v) => y with { MaxMilestones = v }),
        Whole(nameof(ProgrammeYear.MaxProjectsPerSecretary), 1, 10, y => y.MaxProjectsPerSecretary, (y, v) => y with { MaxProjectsPerSecretary = v }),
        Number(nameof(ProgrammeYear.BonusMax), 0, 10, y => y.BonusMax, (y, v) => y with { BonusMax = v }),
        Whole(nameof(ProgrammeYear.ExcellentCapPct), 0, 100, y => y.ExcellentCapPct, (y, v) => y with { ExcellentCapPct = v }),
    ];

    private const int MostQuota = 1000;

    private static readonly FrozenDictionary<string, ProgrammeSetting> ByKey = All.ToFrozenDictionary(s => s.Key, StringComparer.OrdinalIgnoreCase);

    public static ProgrammeSetting? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The settings with one changed, or the sentence that says what to write instead.</summary>
    public static Decision<ProgrammeYear> Change(ProgrammeYear settings, string key, string value)
    {
        if (Find(key) is not { } setting) return Statement.Of("Setting.Unknown", ("key", key), ("keys", All.Select(s => s.Key).ToList()));
        if (setting.Parse(settings, value.Trim()) is not { } changed) return Statement.Of("Setting.Wrong", ("key", setting.Key), ("value", value), ("expected", setting.Expected), ("now", setting.Text(settings)));
        return Contradiction(changed) is { } why ? why : changed;
    }

    /// <summary>Applies a stored change; one that is no longer valid is left out, so that an old row never stops a rule.</summary>
    public static ProgrammeYear Apply(ProgrammeYear settings, string key, string value) => Change(settings, key, value) is Decision<ProgrammeYear>.Accepted yes ? yes.Value : settings;

    /// <summary>All values of a file, each checked by itself, then together: a file may well turn two limits round at once.</summary>
    public static Decision<ProgrammeYear> Of(IEnumerable<KeyValuePair<string, string>> values)
    {
        var settings = ProgrammeYear.Default;
        foreach (var (key, value) in values)
        {
            if (Find(key) is not { } setting) return Statement.Of("Setting.Unknown", ("key", key), ("keys", All.Select(s => s.Key).ToList()));
            if (setting.Parse(settings, value) is not { } changed) return Statement.Of("Setting.Wrong", ("key", setting.Key), ("value", value), ("expected", setting.Expected), ("now", setting.Text(ProgrammeYear.Default)));
            settings = changed;
        }

        return Contradiction(settings) is { } why ? why : settings;
    }

    private static Statement? Contradiction(ProgrammeYear y)
    {
        if (y.YellowLag >= y.RedLag) return Statement.Of("Setting.Order", ("lower", nameof(y.YellowLag)), ("upper", nameof(y.RedLag)), ("low", y.YellowLag), ("high", y.RedLag));
        if (y.MinMilestones > y.MaxMilestones) return Statement.Of("Setting.Order", ("lower", nameof(y.MinMilestones)), ("upper", nameof(y.MaxMilestones)), ("low", y.MinMilestones), ("high", y.MaxMilestones));
        return null;
    }

    private static ProgrammeSetting Whole(string key, int least, int most, Func<ProgrammeYear, int> read, Func<ProgrammeYear, int, ProgrammeYear> write) =>
        new(key, y => Invariant(read(y)), (y, t) => int.TryParse(t, NumberStyles.None, CultureInfo.InvariantCulture, out var v) && v >= least && v <= most ? write(y, v) : null, Statement.Of("Setting.Whole", ("least", least), ("most", most)));

    private static ProgrammeSetting Number(string key, decimal least, decimal most, Func<ProgrammeYear, decimal> read, Func<ProgrammeYear, decimal, ProgrammeYear> write) =>
        new(key, y => Invariant(read(y)), (y, t) => decimal.TryParse(t, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var v) && v >= least && v <= most ? write(y, v) : null, Statement.Of("Setting.Number", ("least", least), ("most", most)));

    /// <summary>A day of any year; 02-29 is not one.</summary>
    private static ProgrammeSetting Day(string key, Func<ProgrammeYear, MonthDay> read, Func<ProgrammeYear, MonthDay, ProgrammeYear> write) =>
        new(key, y => read(y).ToString(), (y, t) => DateOnly.TryParseExact("2001-" + t, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) ? write(y, new MonthDay(d.Month, d.Day)) : null, new Statement("Setting.Day"));

    private static ProgrammeYear? Quiet(ProgrammeYear settings, string text)
    {
        var parts = text.Split('-', '—', '–');
        return parts.Length == 2 && TimeOnly.TryParseExact(parts[0], "HH:mm", out var from) && TimeOnly.TryParseExact(parts[1], "HH:mm", out var to) && from > to
            ? settings with { QuietFrom = from, QuietTo = to }
            : null;
    }

    private static ProgrammeYear? Quota(ProgrammeYear settings, string text)
    {
        if (text is "null" or "") return settings with { Quota = null };
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is >= 1 and <= MostQuota ? settings with { Quota = n } : null;
    }

    private static string Invariant(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
