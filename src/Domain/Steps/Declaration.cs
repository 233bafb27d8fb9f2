using PartyProjects.Domain.Calendar;

namespace PartyProjects.Domain.Steps;

/// <summary>What a declaration is checked against besides its own form.</summary>
public sealed record DeclarationYear
{
    /// <summary>The committee's secretary of the day, e.g. 护国街道党工委书记.</summary>
    public required string Secretary { get; init; }

    /// <summary>Names of the other projects of the year.</summary>
    public IReadOnlyCollection<string> OtherNames { get; init; } = [];

    /// <summary>Projects of this secretary submitted or active, this one not counted.</summary>
    public int AlreadyDeclared { get; init; }

    /// <summary>OrgDept lets a late declaration in.</summary>
    public bool LateAllowed { get; init; }
    public required ProgrammeYear Settings { get; init; }
    public required WorkCalendar Calendar { get; init; }
    public required RuleWords Words { get; init; }
}

/// <summary>申报: the form's own limits and the act of submitting (domain.md sections 4 and 5). Field checks come first, 五可 (<see cref="FiveTests"/>) block until all are green.</summary>
public static class Declaration
{
    public const int NameLeast = 4, NameMost = 40, ProblemLeast = 10, ProblemMost = 300, TextLeast = 20, TextMost = 800, GoalLeast = 10, GoalMost = 300;
    public const int IndicatorsMost = 6, IndicatorNameMost = 20, UnitMost = 6, PeopleLeast = 2, WeightLeast = 5, WeightsSum = 100;

    /// <summary>A project returned for rework comes back within this many workdays.</summary>
    public const int ReworkWd = 3;

    /// <summary>Moves a draft or returned declaration to 待初审, or says everything that stands in the way.</summary>
    public static Decision<StageChange> Submit(ProjectSnapshot project, DeclarationYear year, People.Role role, string by, DateTime at)
    {
        var move = StageTable.Move(project, StageAct.Submit, role, by, at);
        if (move is Decision<StageChange>.Refused) return move;
        var day = DateOnly.FromDateTime(at);
        var reworked = project.StageAt(at) == Stage.Returned;
        if (TooMany(year) is { } tooMany) return tooMany;
        if (!reworked && !year.LateAllowed && Closed(project.Project.Year, day, year) is { } closed) return closed;
        var faults = FormFaults(project, year);
        if (faults.Count > 0) return Statement.Of("Declaration.Faults", ("faults", faults));
        return FiveTests.Refusal(FiveTests.Of(project, year)) is { } failing ? failing : move;
    }

    /// <summary>每名书记申报1—2个项目 [A].</summary>
    public static Statement? TooMany(DeclarationYear year) =>
        year.AlreadyDeclared >= year.Settings.MaxProjectsPerSecretary ? Statement.Of("Declaration.TooMany", ("most", year.Settings.MaxProjectsPerSecretary), ("count", year.AlreadyDeclared)) : null;

    /// <summary>The window closes at the end of DeclareDue, moved forward to a workday.</summary>
    public static Statement? Closed(int projectYear, DateOnly day, DeclarationYear year)
    {
        var due = year.Calendar.Deadline(year.Settings.DeclareDue.In(projectYear));
        return day > due ? Statement.Of("Declaration.Closed", ("due", due)) : null;
    }

    /// <summary>Everything wrong with the fields by themselves, in the form's order.</summary>
    public static IReadOnlyList<Statement> FormFaults(ProjectSnapshot snapshot, DeclarationYear year)
    {
        var project = snapshot.Project;
        List<Statement> faults = [];
        void Unless(bool holds, string key, params ReadOnlySpan<(string, object?)> facts)
        {
            if (!holds) faults.Add(Statement.Of(key, facts));
        }

        Unless(year.Words.Categories.Count == 0 ? project.Category.Length > 0 : year.Words.Categories.Contains(project.Category), "Declaration.Category");
        Unless(Within(project.Name, NameLeast, NameMost), "Declaration.NameLength", ("length", project.Name.Trim().Length));
        Unless(!year.OtherNames.Any(n => SameName(n, project.Name)), "Declaration.NameTaken");
        Unless(Within(project.Problem, ProblemLeast, ProblemMost), "Declaration.Problem", ("length", project.Problem.Trim().Length));
        Unless(Within(project.Background, TextLeast, TextMost), "Declaration.Background", ("length", project.Background.Trim().Length));
        Unless(Within(project.Measures, TextLeast, TextMost), "Declaration.Measures", ("length", project.Measures.Trim().Length));
        Unless(Within(project.Goal, GoalLeast, GoalMost), "Declaration.GoalLength", ("length", project.Goal.Trim().Length));
        Unless(project.Indicators.Count <= IndicatorsMost && project.Indicators.All(IsValid), "Declaration.Indicators");
        foreach (var missing in MissingFixed(project.FiveFixed)) faults.Add(Statement.Of("Declaration.FiveFixed", ("item", missing)));
        Unless(project.FirstResponsible == year.Secretary, "Declaration.FirstResponsible", ("secretary", year.Secretary));
        var latest = year.Settings.LatestFinish.In(project.Year);
        Unless(project.Deadline is { } deadline && deadline.Year == project.Year && deadline <= latest, "Declaration.Deadline", ("date", latest));
        faults.AddRange(NodeFaults(snapshot, year));
        return faults;
    }

    /// <summary>4—7 nodes, weights of at least 5 that sum to 100, each due on a workday of the year and not after the deadline.</summary>
    public static IEnumerable<Statement> NodeFaults(ProjectSnapshot snapshot, DeclarationYear year)
    {
        var nodes = snapshot.Milestones;
        if (nodes.Count < year.Settings.MinMilestones || nodes.Count > year.Settings.MaxMilestones) yield return Statement.Of("Declaration.NodeCount", ("least", year.Settings.MinMilestones), ("most", year.Settings.MaxMilestones), ("count", nodes.Count));
        if (nodes.Sum(m => m.Weight) != WeightsSum) yield return Statement.Of("Declaration.Weights", ("sum", nodes.Sum(m => m.Weight)));
        foreach (var node in nodes)
        {
            if (node.Weight < WeightLeast) yield return Statement.Of("Declaration.WeightLeast", ("milestone", node.Id), ("least", WeightLeast));
            if (!Within(node.Title, NameLeast, NameMost)) yield return Statement.Of("Declaration.NodeTitle", ("milestone", node.Id));
            if (!year.Calendar.IsWorkday(node.OriginalDueOn) || node.OriginalDueOn.Year != snapshot.Project.Year || node.OriginalDueOn < node.StartOn || node.OriginalDueOn > (snapshot.Project.Deadline ?? DateOnly.MaxValue)) yield return Statement.Of("Declaration.NodeDue", ("milestone", node.Id), ("due", node.OriginalDueOn), ("deadline", snapshot.Project.Deadline));
        }
    }

    /// <summary>Names are the same when they differ only by spaces and punctuation.</summary>
    public static bool SameName(string one, string other) => Bare(one) == Bare(other);

    private static string Bare(string name) => new([.. name.Where(char.IsLetterOrDigit)]);

    private static bool IsValid(Indicator indicator) => Within(indicator.Name, 1, IndicatorNameMost) && indicator.Target > 0 && indicator.Unit.Length <= UnitMost;

    private static IEnumerable<FixedItem> MissingFixed(FiveFixed five)
    {
        if (five.Item.Trim().Length == 0) yield return FixedItem.Item;
        if (five.Requirement.Trim().Length == 0) yield return FixedItem.Requirement;
        if (five.People.Count < PeopleLeast) yield return FixedItem.People;
        if (five.Duty.Trim().Length == 0) yield return FixedItem.Duty;
        if (five.Deadline is null) yield return FixedItem.Deadline;
    }

    private static bool Within(string text, int least, int most) => text.Trim().Length is var n && n >= least && n <= most;
}

/// <summary>五定: 项目、要求、人员、责任、时限.</summary>
public enum FixedItem { Item, Requirement, People, Duty, Deadline }
