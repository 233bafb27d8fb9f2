namespace PartyProjects.Domain.Steps;

/// <summary>五可: 可定义、可量化、可操作、可考核、可追究 [A].</summary>
public enum FiveTest { Definable, Quantifiable, Operable, Assessable, Accountable }

/// <summary>One 可 and what it lacks; it passes when nothing is lacking.</summary>
public sealed record FiveTestResult(FiveTest Test, IReadOnlyList<Statement> Lacking)
{
    public bool Passed => Lacking.Count == 0;
}

/// <summary>五可 checked on submit (domain.md section 4): each 可 with what it lacks and what to write.</summary>
public static class FiveTests
{
    public static IReadOnlyList<FiveTestResult> Of(ProjectSnapshot snapshot, DeclarationYear year)
    {
        var project = snapshot.Project;
        var nodes = snapshot.Milestones;
        return
        [
            Test(FiveTest.Definable,
                (project.Name.Trim().Length > 0, "FiveTests.Name", null),
                (project.Problem.Trim().Length > 0, "FiveTests.Problem", null),
                (project.FiveFixed.Item.Trim().Length > 0, "FiveTests.Item", null)),
            Test(FiveTest.Quantifiable,
                (RuleWords.HasDigit(project.Goal), "FiveTests.Goal", null),
                (project.Indicators.Count > 0, "FiveTests.Indicators", null),
                (nodes.Sum(m => m.Weight) == Declaration.WeightsSum, "FiveTests.Weights", nodes.Sum(m => m.Weight))),
            Test(FiveTest.Operable,
                (project.Measures.Trim().Length > 0, "FiveTests.Measures", null),
                (nodes.Count > 0, "FiveTests.Nodes", null),
                (nodes.All(m => m.OwnerRole.Trim().Length > 0), "FiveTests.Owners", Ids(nodes.Where(m => m.OwnerRole.Trim().Length == 0))),
                (nodes.All(m => m.StartOn <= m.OriginalDueOn), "FiveTests.Dates", Ids(nodes.Where(m => m.StartOn > m.OriginalDueOn)))),
            Test(FiveTest.Assessable, (nodes.Count > 0 && nodes.All(m => IsAssessable(m, year.Words)), "FiveTests.Acceptance", Ids(nodes.Where(m => !IsAssessable(m, year.Words))))),
            Test(FiveTest.Accountable,
                (project.FirstResponsible == year.Secretary, "FiveTests.FirstResponsible", null),
                (nodes.All(m => m.OwnerRole.Trim().Length > 0), "FiveTests.Owners", Ids(nodes.Where(m => m.OwnerRole.Trim().Length == 0))),
                (project.Deadline is not null, "FiveTests.Deadline", null)),
        ];
    }

    /// <summary>M12, naming every failing 可; null when all pass.</summary>
    public static Statement? Refusal(IEnumerable<FiveTestResult> results)
    {
        var failing = results.Where(r => !r.Passed).Select(r => Statement.Of("FiveTests.Failing", ("test", r.Test), ("lacking", r.Lacking))).ToList();
        return failing.Count == 0 ? null : Statement.Of("M12", ("tests", failing));
    }

    private static bool IsAssessable(Milestone node, RuleWords words) => node.Acceptance.Trim().Length >= 2 && words.IsCheckable(node.Acceptance);

    private static List<string> Ids(IEnumerable<Milestone> nodes) => [.. nodes.Select(m => m.Id)];

    private static FiveTestResult Test(FiveTest test, params ReadOnlySpan<(bool Holds, string Key, object? What)> parts)
    {
        List<Statement> lacking = [];
        foreach (var (holds, key, what) in parts)
        {
            if (!holds) lacking.Add(Statement.Of(key, ("what", what)));
        }

        return new FiveTestResult(test, lacking);
    }
}
