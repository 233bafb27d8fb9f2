using System.Text.Json;
using System.Text.Json.Nodes;

namespace PartyProjects.Tests.Domain.SecondOpinion;

/// <summary>A data file of the demo's schema, drawn from a seed: early and late reports, returns, withdrawals, exemptions, suspensions, extensions asked in time and late, every state.</summary>
internal sealed class RandomYear(int seed)
{
    private readonly Random _random = new(seed);
    private readonly int _year = 2010 + new Random(seed).Next(15);

    public static string Json(int seed) => new RandomYear(seed).File().ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private JsonObject File()
    {
        var projects = new JsonArray();
        var checks = new JsonArray();
        for (var i = 1; i <= 4; i++)
        {
            var code = $"WH{_year}-{i:00}";
            projects.Add(Project(code, i));
            for (var q = 1; q <= 4; q++)
            {
                checks.Add(new JsonObject
                {
                    ["code"] = code,
                    ["quarter"] = $"{_year}Q{q}",
                    ["manual"] = new JsonObject { ["meetings"] = _random.Next(5), ["onsite"] = _random.Next(3), ["followup"] = _random.Next(3) switch { 0 => null, 1 => 0, _ => 1 } },
                });
            }
        }

        return new JsonObject { ["projects"] = projects, ["supervisions"] = checks };
    }

    private JsonObject Project(string code, int no)
    {
        var established = Day(1, 1).AddDays(Often(4) ? _random.Next(60) : 5 + _random.Next(20));
        return new JsonObject
        {
            ["code"] = code, ["no"] = no, ["year"] = _year, ["track"] = Often(12) ? "SelfRun" : "Established", ["org"] = $"单位{no}", ["name"] = $"项目{no}",
            ["history"] = History(established),
            ["milestones"] = Milestones(established),
            ["reports"] = Reports(),
            ["issues"] = Issues(),
        };
    }

    private JsonArray History(DateOnly established)
    {
        var history = new JsonArray();
        void Move(string? from, string to, DateOnly on, int hour) => history.Add(new JsonObject { ["at"] = Moment(on, hour), ["from"] = from, ["to"] = to });
        Move(null, "Draft", established.AddDays(-20), 9);
        Move("Draft", "Established", established, 9);
        if (Often(15)) return history;
        var day = established.AddDays(_random.Next(8));
        Move("Established", "InProgress", day, 10);
        if (Often(3))
        {
            day = day.AddDays(20 + _random.Next(120));
            Move("InProgress", "Suspended", day, 9);
            day = day.AddDays(_random.Next(70));
            Move("Suspended", "InProgress", day, 15);
        }

        if (Often(3))
        {
            day = day.AddDays(90 + _random.Next(150));
            if (day.Year == _year) Move("InProgress", "PendingAcceptance", day, 11);
            day = day.AddDays(5 + _random.Next(30));
            if (day.Year == _year && Often(2)) Move("PendingAcceptance", "Completed", day, 16);
        }
        else if (Often(6) && day.AddDays(60).Year == _year)
        {
            Move("InProgress", "Terminated", day.AddDays(60), 9);
        }
        else if (Often(3))
        {
            history.Add(new JsonObject { ["at"] = $"{_year}-12-31T23:59:59+08:00", ["from"] = "InProgress", ["to"] = "NotCompleted" });
        }

        return history;
    }

    private JsonArray Milestones(DateOnly established)
    {
        var count = 4 + _random.Next(4);
        var weights = Enumerable.Repeat(5, count).ToArray();
        for (var left = 100 - (5 * count); left > 0; left--) weights[_random.Next(count)]++;
        var start = established;
        var list = new JsonArray();
        for (var i = 0; i < count; i++)
        {
            var due = start.AddDays(20 + _random.Next(320 / count));
            var shown = due;
            var revisions = new JsonArray();
            if (Often(5))
            {
                var asked = due.AddDays(_random.Next(-15, 8));
                shown = due.AddDays(5 + _random.Next(50));
                revisions.Add(new JsonObject { ["approvedOn"] = Iso(asked.AddDays(_random.Next(10))), ["askedOn"] = Often(6) ? null : Iso(asked), ["oldDueOn"] = Iso(due), ["newDueOn"] = Iso(shown), ["reason"] = "r", ["approvedBy"] = "g" });
            }

            DateOnly? done = Often(3) ? (Often(2) ? null : shown.AddDays(_random.Next(40))) : due.AddDays(-_random.Next(15));
            list.Add(new JsonObject
            {
                ["id"] = $"M{i + 1}", ["title"] = $"节点{i + 1}", ["startOn"] = Iso(start), ["originalDueOn"] = Iso(due), ["dueOn"] = Iso(shown), ["weight"] = weights[i],
                ["doneOn"] = done is { } d ? Iso(d) : null, ["revisions"] = revisions,
            });
            start = due.AddDays(1);
        }

        return list;
    }

    private JsonArray Reports()
    {
        var list = new JsonArray();
        for (var month = 1; month <= 12; month++)
        {
            if (Often(12)) continue;
            var percent = Math.Min(100, (month * 8) + _random.Next(-12, 12));
            percent = Math.Max(0, percent);
            var report = new JsonObject { ["period"] = $"{_year}-{month:00}", ["percent"] = percent, ["done"] = "d", ["problem"] = "无", ["plan"] = "p", ["exempt"] = Often(20) };
            report["events"] = Events(Day(month, 25), percent);
            list.Add(report);
        }

        return list;
    }

    private JsonArray Events(DateOnly due, int percent)
    {
        var events = new JsonArray();
        if (Often(10)) return events;
        var at = Often(4) ? due.AddDays(_random.Next(25)) : due.AddDays(-_random.Next(6));
        void Add(string type, int? p = null)
        {
            var e = new JsonObject { ["type"] = type, ["at"] = Moment(at, 8 + _random.Next(12)) };
            if (p is not null) e["percent"] = p;
            events.Add(e);
        }

        Add("submit", Math.Max(0, percent - _random.Next(5)));
        if (Often(20))
        {
            at = at.AddDays(1);
            Add("withdraw");
            if (Often(2)) return events;
            at = at.AddDays(1 + _random.Next(9));
            Add("submit", percent);
        }

        while (Often(4))
        {
            at = at.AddDays(1 + _random.Next(4));
            Add("return");
            if (Often(4)) return events;
            at = at.AddDays(1 + _random.Next(8));
            Add("resubmit", percent);
        }

        if (Often(2))
        {
            at = at.AddDays(1);
            Add("accept");
        }

        return events;
    }

    private JsonArray Issues()
    {
        var list = new JsonArray();
        for (var i = 0; i < _random.Next(4); i++)
        {
            var raised = Day(1, 20).AddDays(_random.Next(280));
            var target = raised.AddDays(3 + _random.Next(40));
            list.Add(new JsonObject
            {
                ["id"] = $"I-{i}", ["title"] = $"问题{i}", ["raisedOn"] = Iso(raised), ["severity"] = Often(3) ? "Major" : "Normal", ["needDistrictHelp"] = Often(4), ["owner"] = "o",
                ["targetOn"] = Iso(target), ["resolvedOn"] = Often(4) ? null : Iso(target.AddDays(_random.Next(-4, 30))),
            });
        }

        return list;
    }

    /// <summary>True once in n times.</summary>
    private bool Often(int n) => _random.Next(n) == 0;

    private DateOnly Day(int month, int day) => new(_year, month, day);

    private string Moment(DateOnly day, int hour) => $"{Iso(day)}T{hour:00}:{_random.Next(60):00}:00+08:00";

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd");
}
