using CsCheck;
using PartyProjects.Data.DataFiles;
using PartyProjects.Domain;
using PartyProjects.Domain.Steps;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Tests.Domain.SecondOpinion;

/// <summary>What holds in every year, whatever happened in it.</summary>
public sealed class Invariants
{
    private static readonly Gen<(ProjectSnapshot Project, DateOnly Day)> ProjectsAndDays =
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 3], Gen.Int[0, 364]).Select((seed, i, day) => Pick(seed, i, day));

    private static (ProjectSnapshot, DateOnly) Pick(int seed, int i, int day)
    {
        var file = DataFile.Read(RandomYear.Json(seed));
        return (file.Projects[i], new DateOnly(file.Year!.Value, 1, 1).AddDays(day));
    }

    [Fact]
    public void Earned_is_at_most_100_actual_lies_between_earned_and_the_ceiling_and_plan_between_0_and_100() => ProjectsAndDays.Sample(
        (project, day) =>
        {
            var f = TrafficLight.Figures(project, day, ProgrammeYear.Default);
            Assert.InRange(f.Earned!.Value, 0, 100);
            Assert.InRange(f.Plan!.Value, 0, 100);
            Assert.True(f.Earned <= f.Actual && f.Actual <= f.Ceiling && f.Ceiling <= 100 && f.Lag == f.Plan - f.Actual);
        },
        iter: 300, threads: 1);

    [Fact]
    public void A_light_is_red_for_an_R_yellow_for_a_Y_only_green_for_none_and_has_no_reasons_where_there_is_no_light() => ProjectsAndDays.Sample(
        (project, day) =>
        {
            var reading = TrafficLight.At(project, day, ProgrammeYear.Default, Demo.Calendar);
            var expected = reading.Codes.Any(c => c[0] == 'R') ? Light.Red : reading.Codes.Any(c => c[0] == 'Y') ? Light.Yellow : reading.Codes.Contains("G1") ? Light.Grey : (Light?)null;
            if (expected is null) Assert.True(reading.Light is null or Light.Green or Light.Blue);
            else Assert.Equal(expected, reading.Light);
            Assert.Equal(reading.Codes, reading.Codes.Order(StringComparer.Ordinal).Distinct());
        },
        iter: 300, threads: 1);

    [Fact]
    public void Filing_late_never_scores_better_than_filing_on_time() => Gen.Select(ProjectsAndDays, Gen.Int[1, 12], Gen.Int[0, 100], Gen.Int[0, 40]).Sample(
        (picked, month, percent, late) =>
        {
            var project = picked.Project;
            var period = new Period(project.Project.Year, month);
            var due = MonthlyReportDue.DueOn(period, ProgrammeYear.Default, Demo.Calendar);
            // The percent on file before is not lowered: a lowered percent is a worse figure, whenever it is filed.
            percent = Math.Max(percent, project.Reports.SelectMany(r => r.Events).Max(e => e.Percent) ?? 0);
            QuarterScoreCard? Card(DateTime at)
            {
                var report = new MonthlyReport { Period = period, Events = [new ReportEvent { Kind = ReportEventKind.Submit, At = at, By = "x", Percent = percent }] };
                var filed = project with { Reports = [.. project.Reports.Where(r => r.Period != period).Append(report).OrderBy(r => r.Period)] };
                return QuarterScore.Of(filed, new Quarter(period.Year, period.Quarter), ProgrammeYear.Default, Demo.Calendar);
            }

            var inTime = Card(due.ToDateTime(new TimeOnly(18, 0)));
            var after = Card(due.AddDays(late).ToDateTime(new TimeOnly(18, 1)));
            Assert.Equal(inTime is null, after is null);
            if (inTime is not null) Assert.True(after!.Total <= inTime.Total && after.Reports <= inTime.Reports, $"{project.Project.Code} {period} {late}: {after.Total} > {inTime.Total}");
        },
        iter: 200, threads: 1);

    [Fact]
    public void A_score_is_the_sum_of_its_parts_and_each_part_keeps_to_its_maximum() => ProjectsAndDays.Sample(
        (project, day) =>
        {
            if (QuarterScore.Of(project, Quarter.Of(day), ProgrammeYear.Default, Demo.Calendar) is not { } card) return;
            Assert.True(card is { Progress: >= 0 and <= 40, Milestones: >= 0 and <= 25, Reports: >= 0 and <= 15, Issues: >= 0 and <= 10, Personal: >= 0 and <= 10 });
            Assert.Equal(card.Progress + card.Milestones + card.Reports + card.Issues + card.Personal, card.Total);
        },
        iter: 200, threads: 1);

    [Fact]
    public void A_step_once_raised_stays_raised_and_a_case_climbs_in_order_on_workdays() => Gen.Select(ProjectsAndDays, Gen.Int[1, 60]).Sample(
        (picked, days) =>
        {
            var (project, day) = picked;
            var early = EscalationLadder.CasesOf(project, day, ProgrammeYear.Default, Demo.Calendar);
            var later = EscalationLadder.CasesOf(project, day.AddDays(days), ProgrammeYear.Default, Demo.Calendar);
            var stays = later.SelectMany(Steps).ToHashSet();
            Assert.All(early.SelectMany(Steps), s => Assert.Contains(s, stays));
            Assert.All(later, c =>
            {
                Assert.NotEmpty(c.Steps);
                Assert.Equal(c.Steps.OrderBy(s => s.On).ThenBy(s => s.Level), c.Steps);
                Assert.All(c.Steps, s => Assert.True(Demo.Calendar.IsWorkday(s.On) && s.On > c.CountsFrom && !(c.ClosedOn < s.On)));
                Assert.Equal(c.Cause == CaseCause.Lagging ? EscalationLevel.ReminderLetter : EscalationLevel.Urge, c.Steps[0].Level);
            });
            // One target has one open case at most.
            Assert.All(later.Where(c => c.IsOpen).GroupBy(c => (c.Cause, c.Target)), g => Assert.Single(g));
        },
        iter: 150, threads: 1);

    private static IEnumerable<(CaseCause, string, EscalationLevel, DateOnly)> Steps(EscalationCase c) => c.Steps.Select(s => (c.Cause, c.Target, s.Level, s.On));
}
