namespace PartyProjects.Domain;

/// <summary>Words that rules look for; they stand in programme.json.</summary>
/// <param name="Classified">Marks of text that must not be taken (M20).</param>
/// <param name="EmptyPhrases">Say nothing where no number stands beside them.</param>
/// <param name="OtherWork">Other work took the project's place.</param>
public sealed record RuleWords(IReadOnlyList<string> Classified, IReadOnlyList<string> EmptyPhrases, IReadOnlyList<string> OtherWork)
{
    public static readonly RuleWords None = new([], [], []);

    /// <summary>Show that an acceptance standard can be checked: 份, 挂牌, 名册 …</summary>
    public IReadOnlyList<string> Deliverables { get; init; } = [];

    /// <summary>The four fields and 其他.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Node titles and weights offered when the user gives none.</summary>
    public IReadOnlyList<PlanStep> PlanTemplate { get; init; } = [];

    /// <summary>True when the text carries a mark of classified content: the system must not take it.</summary>
    public bool IsClassified(string? text) => Holds(Classified, text);

    public bool IsEmptyTalk(string text) => Holds(EmptyPhrases, text) && !HasDigit(text);

    public bool NamesOtherWork(string text) => Holds(OtherWork, text);

    /// <summary>A number, or something that can be shown.</summary>
    public bool IsCheckable(string text) => HasDigit(text) || Holds(Deliverables, text);

    /// <summary>A decimal digit of any width.</summary>
    public static bool HasDigit(string text) => text.Any(char.IsDigit);

    private static bool Holds(IReadOnlyList<string> words, string? text) => text is not null && words.Any(w => text.Contains(w, StringComparison.Ordinal));
}

/// <summary>A step of the plan template: title and weight.</summary>
public sealed record PlanStep(string Title, int Weight);
