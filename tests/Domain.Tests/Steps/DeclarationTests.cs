using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Tests.Domain.Steps;

public sealed class DeclarationTests
{
    private static readonly DateTime InTime = Sample.On(1, 6);

    [Fact]
    public void Every_project_of_the_demo_year_would_be_taken()
    {
        foreach (var project in Demo.File2017.Projects)
        {
            var year = Sample.Year2017 with { Secretary = project.Project.FirstResponsible };
            var drafted = project with { History = [new StageChange { At = Sample.On(1, 4), To = Stage.Draft, By = "" }] };
            var decision = Declaration.Submit(drafted, year, Role.Secretary, "x", InTime);
            Assert.True(decision.IsAccepted, project.Project.Code + " " + Faults(decision));
        }
    }

    public static TheoryData<string, string> Faulty() => new()
    {
        { "category", "Declaration.Category" }, { "name", "Declaration.NameLength" }, { "taken", "Declaration.NameTaken" }, { "problem", "Declaration.Problem" },
        { "background", "Declaration.Background" }, { "measures", "Declaration.Measures" }, { "goal", "Declaration.GoalLength" }, { "indicator", "Declaration.Indicators" },
        { "people", "Declaration.FiveFixed" }, { "deputy", "Declaration.FirstResponsible" }, { "deadline", "Declaration.Deadline" }, { "three nodes", "Declaration.NodeCount" },
        { "weights", "Declaration.Weights" }, { "weekend", "Declaration.NodeDue" },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Each_field_that_breaks_its_limit_is_named(string what, string key)
    {
        var good = Sample.At(Stage.Draft);
        var year = what == "taken" ? Sample.Year2017 with { OtherNames = ["社会组织 培育、服务中心项目"] } : Sample.Year2017;
        var faulty = what switch
        {
            "category" => good.With(p => p with { Category = "无此类" }),
            "name" => good.With(p => p with { Name = "三字名" }),
            "problem" => good.With(p => p with { Problem = "太短" }),
            "background" => good.With(p => p with { Background = "短" }),
            "measures" => good.With(p => p with { Measures = new string('长', 801) }),
            "goal" => good.With(p => p with { Goal = "1个" }),
            "indicator" => good.With(p => p with { Indicators = [new Indicator("名称", 0, "个")] }),
            "people" => good.With(p => p with { FiveFixed = p.FiveFixed with { People = [new("书记", "负总责")] } }),
            "deputy" => good.With(p => p with { FirstResponsible = "华山街道党工委副书记" }),
            "deadline" => good.With(p => p with { Deadline = new DateOnly(2018, 1, 10) }),
            "three nodes" => good with { Milestones = [.. good.Milestones.Take(3)] },
            "weights" => good with { Milestones = [good.Milestones[0] with { Weight = 9 }, .. good.Milestones.Skip(1)] },
            "weekend" => good with { Milestones = [good.Milestones[0] with { OriginalDueOn = new DateOnly(2017, 3, 11) }, .. good.Milestones.Skip(1)] },
            _ => good,
        };
        Assert.Contains(key, Declaration.FormFaults(faulty, year).Select(f => f.Key));
        Assert.Empty(Declaration.FormFaults(good, Sample.Year2017));
    }

    [Theory]
    [InlineData(FiveTest.Definable)]
    [InlineData(FiveTest.Quantifiable)]
    [InlineData(FiveTest.Operable)]
    [InlineData(FiveTest.Assessable)]
    [InlineData(FiveTest.Accountable)]
    public void A_failing_test_is_refused_by_its_name(FiveTest test)
    {
        var good = Sample.At(Stage.Draft);
        var bad = test switch
        {
            FiveTest.Definable => good.With(p => p with { FiveFixed = p.FiveFixed with { Item = "" } }),
            FiveTest.Quantifiable => good.With(p => p with { Indicators = [] }),
            FiveTest.Operable => good.With(p => p with { Measures = "" }),
            FiveTest.Assessable => good with { Milestones = [.. good.Milestones.Take(2), good.Milestones[2] with { Acceptance = "效果明显" }, .. good.Milestones.Skip(3)] },
            _ => good.With(p => p with { FirstResponsible = "副书记" }),
        };
        var results = FiveTests.Of(bad, Sample.Year2017);
        Assert.Equal([test], results.Where(r => !r.Passed).Select(r => r.Test));
        Assert.Equal("M12", FiveTests.Refusal(results)!.Key);
        Assert.Null(FiveTests.Refusal(FiveTests.Of(good, Sample.Year2017)));
    }

    [Fact]
    public void A_goal_without_a_digit_is_not_quantified() =>
        Assert.Contains("FiveTests.Goal", FiveTests.Of(Sample.At(Stage.Draft).With(p => p with { Goal = "年内明显提升党建工作水平" }), Sample.Year2017).SelectMany(r => r.Lacking).Select(l => l.Key));

    [Fact]
    public void A_third_project_of_one_secretary_is_refused() =>
        Assert.Equal("Declaration.TooMany", Sample.Refused(Declaration.Submit(Sample.At(Stage.Draft), Sample.Year2017 with { AlreadyDeclared = 2 }, Role.Secretary, "x", InTime)));

    [Fact]
    public void After_the_window_only_a_rework_or_a_permitted_late_one_comes_in()
    {
        var late = Sample.On(1, 12);
        Assert.Equal("Declaration.Closed", Sample.Refused(Declaration.Submit(Sample.At(Stage.Draft), Sample.Year2017, Role.Secretary, "x", late)));
        Assert.True(Declaration.Submit(Sample.At(Stage.Draft), Sample.Year2017 with { LateAllowed = true }, Role.Secretary, "x", late).IsAccepted);
        Assert.True(Declaration.Submit(Sample.At(Stage.Returned), Sample.Year2017, Role.Secretary, "x", late).IsAccepted);
    }

    [Fact]
    public void A_liaison_cannot_submit() =>
        Assert.Equal("Refused.SecretaryInPerson", Sample.Refused(Declaration.Submit(Sample.At(Stage.Draft), Sample.Year2017, Role.Liaison, "x", InTime)));

    private static string Faults(Decision<StageChange> decision) => decision is Decision<StageChange>.Refused no ? no.Why.Key + ": " + string.Join(", ", (no.Why.Facts.Values.FirstOrDefault() as IEnumerable<Statement> ?? []).Select(f => f.Key)) : "";
}
