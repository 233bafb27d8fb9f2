using System.Text.Json;
using CsCheck;
using PartyProjects.Data.DataFiles;
using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Tests.Domain.SecondOpinion;

/// <summary>The product's rules against rules written a second time, on years nobody has seen.</summary>
public sealed class SecondOpinionTests
{
    private static readonly NaiveRules Naive = new(JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "holidays.json"))).RootElement);

    [Fact]
    public void Lights_of_random_years_agree_day_by_day() => Gen.Int[0, int.MaxValue / 2].Sample(
        seed =>
        {
            var json = RandomYear.Json(seed);
            var file = DataFile.Read(json);
            using var document = JsonDocument.Parse(json);
            var raw = document.RootElement.GetProperty("projects");
            var day = new DateOnly(file.Year!.Value, 1, 1).AddDays(seed % 7);
            for (; day.Year == file.Year; day = day.AddDays(day.Day > 20 ? 3 : 11))
            {
                var on = day.AddDays(1).Day == 1 || seed % 2 == 0 ? day : new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month));
                for (var i = 0; i < file.Projects.Count; i++)
                {
                    var ours = TrafficLight.At(file.Projects[i], on, ProgrammeYear.Default, Demo.Calendar);
                    var theirs = Naive.Light(raw[i], on.ToString("yyyy-MM-dd"));
                    Assert.Equal($"{seed} {i} {on} {theirs.Light} {theirs.Reasons} {theirs.Numbers}", $"{seed} {i} {on} {ours.Light} {string.Join(',', ours.Codes)} {Numbers(ours)}");
                }
            }
        },
        iter: 40, threads: 1);

    [Fact]
    public void Quarter_scores_and_ranks_of_random_years_agree() => Gen.Int[0, int.MaxValue / 2].Sample(
        seed =>
        {
            var json = RandomYear.Json(seed);
            var file = DataFile.Read(json);
            using var document = JsonDocument.Parse(json);
            var raw = document.RootElement.GetProperty("projects").EnumerateArray().ToList();
            var checks = document.RootElement.GetProperty("supervisions").EnumerateArray().ToList();
            for (var q = 1; q <= 4; q++)
            {
                var cards = QuarterScore.Rank(file.Projects, new Quarter(file.Year!.Value, q), ProgrammeYear.Default, Demo.Calendar).ToDictionary(c => c.Code);
                var theirs = raw.Select(p => (Code: p.GetProperty("code").GetString()!, Parts: Naive.Score(p, Manual(checks, p, q), q))).ToList();
                foreach (var (code, parts) in theirs)
                {
                    var card = cards.GetValueOrDefault(code);
                    Assert.Equal($"{seed} Q{q} {code} " + Tenths(parts ?? []), $"{seed} Q{q} {code} " + (card is null ? "" : Tenths([card.Progress, card.Milestones, card.Reports, card.Issues, card.Personal, card.Total])));
                }

                var order = theirs.Where(t => t.Parts is not null).OrderByDescending(t => t.Parts![5]).ThenByDescending(t => cards[t.Code].Actual).ThenBy(t => t.Code, StringComparer.Ordinal).Select(t => t.Code);
                Assert.Equal(order, cards.Values.OrderBy(c => c.Rank).Select(c => c.Code));
            }
        },
        iter: 150, threads: 1);

    private static JsonElement Manual(List<JsonElement> checks, JsonElement project, int q) =>
        checks.Single(c => c.GetProperty("code").GetString() == project.GetProperty("code").GetString() && c.GetProperty("quarter").GetString()!.EndsWith($"Q{q}", StringComparison.Ordinal)).GetProperty("manual");

    private static string Tenths(decimal[] values) => string.Join(' ', values.Select(v => v.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture)));

    private static string Numbers(LightReading r) => string.Join(' ', new[] { r.Plan, r.Earned, r.Reported, r.Ceiling, r.Actual, r.Lag }.Select(n => n is { } v ? v.ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) : "-"));
}
