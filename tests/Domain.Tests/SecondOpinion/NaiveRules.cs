using System.Numerics;
using System.Text.Json;

namespace PartyProjects.Tests.Domain.SecondOpinion;

/// <summary>
/// Sections 7 and 8 written a second time, straight from the text, on the JSON itself: no records, no helpers of the product, strings for days, exact fractions for P.
/// Slow on purpose; it knows nothing of how the product does it.
/// </summary>
internal sealed class NaiveRules(JsonElement holidays)
{
    private static string S(JsonElement e, string name) => e.GetProperty(name).GetString()!;

    private static string? N(JsonElement e, string name) => e.TryGetProperty(name, out var v) && v.ValueKind == JsonValueKind.String ? v.GetString() : null;

    private static string Plus(string day, int n) => DateTime.Parse(day).AddDays(n).ToString("yyyy-MM-dd");

    private static bool Le(string a, string b) => string.CompareOrdinal(a, b) <= 0;

    private bool Workday(string day)
    {
        var weekend = DateTime.Parse(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        if (!holidays.TryGetProperty(day[..4], out var year)) return !weekend;
        if (year.GetProperty("holidays").TryGetProperty(day, out _)) return false;
        return !weekend || year.GetProperty("workdays").EnumerateArray().Any(w => w.GetString() == day);
    }

    private int Workdays(string after, string through)
    {
        var n = 0;
        for (var d = Plus(after, 1); Le(d, through); d = Plus(d, 1)) n += Workday(d) ? 1 : 0;
        return n;
    }

    private string After(string day, int workdays)
    {
        while (workdays > 0)
        {
            day = Plus(day, 1);
            if (Workday(day)) workdays--;
        }

        return day;
    }

    private static string? State(JsonElement project, string day)
    {
        string? state = null;
        foreach (var h in project.GetProperty("history").EnumerateArray())
        {
            var on = S(h, "at")[..10];
            if (!Le(on, day)) continue;
            if (S(h, "to") == "NotCompleted" && on == day && day.EndsWith("12-31", StringComparison.Ordinal)) continue;
            state = S(h, "to");
        }

        return state;
    }

    private static bool Running(string? state) => state is "InProgress" or "PendingAcceptance";

    private static string Due(JsonElement milestone, string day)
    {
        var due = S(milestone, "originalDueOn");
        foreach (var r in milestone.GetProperty("revisions").EnumerateArray().OrderBy(r => S(r, "approvedOn"), StringComparer.Ordinal))
        {
            var late = N(r, "askedOn") is { } asked && !Le(asked, S(r, "oldDueOn"));
            if (Le(S(r, "approvedOn"), day) && !late) due = S(r, "newDueOn");
        }

        return due;
    }

    private static bool Done(JsonElement milestone, string day) => N(milestone, "doneOn") is { } done && Le(done, day);

    private static List<JsonElement> Events(JsonElement report, string day) => [.. report.GetProperty("events").EnumerateArray().Where(e => Le(S(e, "at")[..10], day)).OrderBy(e => S(e, "at"), StringComparer.Ordinal)];

    private string ReportDue(int year, int month)
    {
        var day = $"{year:0000}-{month:00}-25";
        var forward = day;
        while (!Workday(forward)) forward = Plus(forward, 1);
        if (forward[..7] == day[..7]) return forward;
        while (!Workday(day)) day = Plus(day, -1);
        return day;
    }

    /// <summary>Months owed whose due day has come: month, due, the report if there is one.</summary>
    private IEnumerable<(int Month, string Due, JsonElement? Report)> Owed(JsonElement project, string day)
    {
        var year = project.GetProperty("year").GetInt32();
        var established = project.GetProperty("history").EnumerateArray().Where(h => S(h, "to") == "Established").Select(h => S(h, "at")[..10]).FirstOrDefault();
        if (established is null) yield break;
        for (var month = 1; month <= 12; month++)
        {
            var thisMonth = $"{year:0000}-{month:00}";
            var estMonth = established[..7];
            if (string.CompareOrdinal(thisMonth, estMonth) < 0 || (thisMonth == estMonth && int.Parse(established[8..]) > 20)) continue;
            var due = ReportDue(year, month);
            if (!Le(due, day) || !Running(State(project, due))) continue;
            JsonElement? report = null;
            foreach (var r in project.GetProperty("reports").EnumerateArray()) if (S(r, "period") == thisMonth) report = r;
            if (report is { } x && x.TryGetProperty("exempt", out var ex) && ex.GetBoolean()) continue;
            yield return (month, due, report);
        }
    }

    private bool Outstanding(JsonElement? report, string due, string day)
    {
        if (report is not { } r) return true;
        var events = Events(r, day);
        if (events.Count == 0) return true;
        var last = events[^1];
        if (S(last, "type") == "withdraw") return true;
        if (S(last, "type") != "return") return false;
        var grace = After(S(last, "at")[..10], 3);
        return Le(grace, day) && Le(due, day);
    }

    public (string? Light, string Reasons, string Numbers) Light(JsonElement project, string day)
    {
        var (light, reasons, numbers) = Base(project, day);
        if (light != "Yellow") return (light, string.Join(',', reasons), numbers);
        var first = day[..8] + "01";
        var end1 = Plus(first, -1);
        var end2 = Plus(end1[..8] + "01", -1);
        if (Base(project, end1).Light is "Yellow" or "Red" && Base(project, end2).Light is "Yellow" or "Red")
        {
            reasons.Insert(0, "R5");
            light = "Red";
        }

        return (light, string.Join(',', reasons), numbers);
    }

    private (string? Light, List<string> Reasons, string Numbers) Base(JsonElement project, string day)
    {
        const string None = "- - - - - -";
        var state = State(project, day);
        if (S(project, "track") == "SelfRun") return (null, [], None);
        if (state == "Suspended") return ("Grey", ["G1"], None);
        if (!Running(state) && state != "Completed") return (null, [], None);
        var f = Figures(project, day);
        var numbers = FormattableString.Invariant($"{f.P:0.0} {f.E:0.0} {f.R:0.0} {f.C:0.0} {f.A:0.0} {f.P - f.A:0.0}");
        if (state == "Completed") return ("Blue", [], numbers);

        var lag = f.P - f.A;
        List<int> late = [.. project.GetProperty("milestones").EnumerateArray().Where(m => !Done(m, day) && !Le(day, Due(m, day))).Select(m => Workdays(Due(m, day), day))];
        var outstanding = Owed(project, day).Count(o => Outstanding(o.Report, o.Due, day));
        var issues = project.GetProperty("issues").EnumerateArray()
            .Where(i => !i.GetProperty("needDistrictHelp").GetBoolean() && Le(S(i, "raisedOn"), day) && !(N(i, "resolvedOn") is { } r && Le(r, day)))
            .Select(i => (Major: S(i, "severity") == "Major", N: Workdays(S(i, "targetOn"), day))).ToList();
        List<string> reasons = [];
        if (lag > 30) reasons.Add("R1");
        if (late.Exists(n => n >= 15)) reasons.Add("R2");
        if (outstanding >= 2) reasons.Add("R3");
        if (issues.Exists(i => i.Major && i.N > 10)) reasons.Add("R4");
        if (lag is >= 10 and <= 30) reasons.Add("Y1");
        if (late.Exists(n => n is >= 1 and <= 14)) reasons.Add("Y2");
        if (outstanding == 1) reasons.Add("Y3");
        if (issues.Exists(i => i.N >= 1)) reasons.Add("Y4");
        var light = reasons.Exists(r => r[0] == 'R') ? "Red" : reasons.Count > 0 ? "Yellow" : "Green";
        return (light, reasons, numbers);
    }

    private static (decimal P, decimal E, decimal R, decimal C, decimal A) Figures(JsonElement project, string day)
    {
        BigInteger top = 0, bottom = 1;
        decimal e = 0, open = 0;
        foreach (var m in project.GetProperty("milestones").EnumerateArray())
        {
            var w = m.GetProperty("weight").GetInt32();
            var start = S(m, "startOn");
            var due = Due(m, day);
            int passed, whole;
            if (Le(due, day)) (passed, whole) = (1, 1);
            else if (!Le(start, day)) (passed, whole) = (0, 1);
            else (passed, whole) = ((DateTime.Parse(day) - DateTime.Parse(start)).Days + 1, (DateTime.Parse(due) - DateTime.Parse(start)).Days + 1);
            // A node whose due day comes before its start counts from its due day only once it has started.
            if (!Le(start, day)) passed = 0;
            top = (top * whole) + (w * passed * bottom);
            bottom *= whole;
            if (Done(m, day)) e += w;
            else if (Le(start, day)) open += w;
        }

        var r = 0m;
        foreach (var report in project.GetProperty("reports").EnumerateArray().OrderBy(x => S(x, "period"), StringComparer.Ordinal))
        {
            var events = Events(report, day);
            if (events.Count == 0 || S(events[^1], "type") is "return" or "withdraw") continue;
            r = events.Last(x => x.TryGetProperty("percent", out _)).GetProperty("percent").GetInt32();
        }

        var c = e + (0.9m * open);
        // Tenths, half up, from the exact fraction.
        var tenths = ((top * 20) + bottom) / (bottom * 2);
        return ((decimal)tenths / 10, e, r, c, Math.Min(Math.Max(r, e), c));
    }

    /// <summary>Progress, nodes, reports, issues, personal, total; null when not scored.</summary>
    public decimal[]? Score(JsonElement project, JsonElement manual, int quarter)
    {
        var year = project.GetProperty("year").GetInt32();
        var from = $"{year:0000}-{(quarter * 3) - 2:00}-01";
        var to = Plus($"{year + (quarter == 4 ? 1 : 0):0000}-{((quarter * 3) % 12) + 1:00}-01", -1);
        var state = State(project, to);
        if (S(project, "track") != "Established" || (!Running(state) && state != "Completed")) return null;
        var f = Figures(project, to);
        var progress = f.P == 0 ? 40 : Tenth(40 * Math.Min(1, f.A / f.P));

        decimal due = 0, points = 0;
        foreach (var m in project.GetProperty("milestones").EnumerateArray())
        {
            var on = Due(m, to);
            if (!Le(from, on) || !Le(on, to) || State(project, on) == "Suspended") continue;
            due++;
            if (Done(m, to)) points += Le(S(m, "doneOn"), on) ? 1 : 0.5m;
        }

        var nodes = due == 0 ? 25 : Tenth(25 * points / due);

        decimal k = 0, s = 0;
        foreach (var (month, reportDue, report) in Owed(project, to).Where(o => (o.Month + 2) / 3 == quarter))
        {
            k++;
            s += report is { } r ? Points(r, reportDue, to) : 0;
        }

        var reports = k == 0 ? 15 : Tenth(15 * s / (5 * k));
        var issues = project.GetProperty("issues").EnumerateArray().Where(i => !i.GetProperty("needDistrictHelp").GetBoolean() && Le(from, S(i, "targetOn")) && Le(S(i, "targetOn"), to)).ToList();
        var issue = issues.Count == 0 ? 10 : Tenth(10m * issues.Count(i => N(i, "resolvedOn") is { } r && Le(r, S(i, "targetOn"))) / issues.Count);
        var follow = manual.GetProperty("followup");
        var personal = Tenth(4m * Math.Min(3, manual.GetProperty("meetings").GetInt32()) / 3) + (manual.GetProperty("onsite").GetInt32() >= 1 ? 3 : 0) + (follow.ValueKind == JsonValueKind.Null || follow.GetInt32() == 1 ? 3 : 0);
        return [progress, nodes, reports, issue, personal, progress + nodes + reports + issue + personal];
    }

    private decimal Points(JsonElement report, string due, string to)
    {
        List<(string Type, string At)> events = [];
        foreach (var e in Events(report, to))
        {
            if (S(e, "type") == "withdraw") events.Clear();
            else events.Add((S(e, "type"), S(e, "at")));
        }

        if (events.Count == 0) return 0;
        var worst = Le(events[0].At[..16], due + "T18:00") ? 5m : 3m;
        for (var i = 0; i < events.Count; i++)
        {
            if (events[i].Type != "return") continue;
            var grace = After(events[i].At[..10], 3);
            var again = events.Skip(i + 1).Where(e => e.Type == "resubmit").Select(e => e.At[..10]).FirstOrDefault();
            if (again is not null) worst = Math.Min(worst, Le(again, grace) ? 4 : 3);
            else worst = Math.Min(worst, Le(grace, to) ? 0 : 4);
        }

        return worst;
    }

    private static decimal Tenth(decimal value) => Math.Floor((value * 10) + 0.5m) / 10;
}
