using PartyProjects.Domain.People;

namespace PartyProjects.Domain.Steps;

/// <summary>四项原则: 切口小、有难度、示范性强、年内能完成 [A].</summary>
public enum SelectionPrinciple { Narrow, Hard, Exemplary, WithinYear }

/// <summary>初审表: pass or fail of five 可, four principles and 书记亲自抓. An item not yet judged is missing from its table.</summary>
public sealed record PreReviewForm
{
    public IReadOnlyDictionary<FiveTest, bool> Tests { get; init; } = new Dictionary<FiveTest, bool>();
    public IReadOnlyDictionary<SelectionPrinciple, bool> Principles { get; init; } = new Dictionary<SelectionPrinciple, bool>();
    public bool? InPerson { get; init; }

    /// <summary>What to change, for a return: at least 10 characters.</summary>
    public string Remark { get; init; } = "";

    public bool IsComplete => Tests.Count == Enum.GetValues<FiveTest>().Length && Principles.Count == Enum.GetValues<SelectionPrinciple>().Length && InPerson is not null;

    public bool Passes => IsComplete && Tests.Values.All(v => v) && Principles.Values.All(v => v) && InPerson == true;
}

/// <summary>初审 by OrgDept (domain.md section 5): everything passed → 待审议, any fail → 返工 with its text [A].</summary>
public static class PreliminaryReview
{
    public static Decision<StageChange> Conclude(ProjectSnapshot project, PreReviewForm form, Role role, string by, DateTime at)
    {
        if (!form.IsComplete) return Statement.Of("PreReview.Incomplete", ("missing", Missing(form).ToList()));
        return form.Passes
            ? StageTable.Move(project, StageAct.Shortlist, role, by, at)
            : StageTable.Move(project, StageAct.Return, role, by, at, form.Remark);
    }

    /// <summary>What failed, for the text of the return.</summary>
    public static IReadOnlyList<object> Failing(PreReviewForm form) =>
        [.. form.Tests.Where(t => !t.Value).Select(t => (object)t.Key), .. form.Principles.Where(p => !p.Value).Select(p => (object)p.Key), .. form.InPerson == false ? [new Statement("PreReview.InPerson")] : Array.Empty<object>()];

    private static IEnumerable<object> Missing(PreReviewForm form)
    {
        foreach (var test in Enum.GetValues<FiveTest>().Where(t => !form.Tests.ContainsKey(t))) yield return test;
        foreach (var principle in Enum.GetValues<SelectionPrinciple>().Where(p => !form.Principles.ContainsKey(p))) yield return principle;
        if (form.InPerson is null) yield return new Statement("PreReview.InPerson");
    }
}
