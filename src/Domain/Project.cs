namespace PartyProjects.Domain;

/// <summary>区级立项 / 自行组织实施 / 下一级项目.</summary>
public enum ProjectTrack { Established, SelfRun, LowerLevel }

/// <summary>规范化要求 / 普遍性难点 / 个性化问题 [A].</summary>
public enum ProjectOrigin { Standard, CommonDifficulty, OwnProblem }

/// <summary>精品项目 / 示范项目 [A], set by the leading group.</summary>
public enum ProjectMark { Excellent, Model }

/// <summary>量化指标: name ≤20 characters, target &gt; 0, unit ≤6 characters. <c>Achieved</c> is filled at acceptance.</summary>
public sealed record Indicator(string Name, decimal Target, string Unit, decimal? Achieved = null);

/// <summary>One of 定人员: an office and what it answers for.</summary>
public sealed record ResponsiblePerson(string Role, string Duty);

/// <summary>五定: item, requirement, people (first = the secretary), duty, deadline [A].</summary>
public sealed record FiveFixed
{
    public string Item { get; init; } = "";
    public string Requirement { get; init; } = "";
    public IReadOnlyList<ResponsiblePerson> People { get; init; } = [];
    public string Duty { get; init; } = "";
    public DateOnly? Deadline { get; init; }
}

/// <summary>The declaration form of a project (domain.md section 4); what happened to it stands in <see cref="ProjectSnapshot"/>.</summary>
public sealed record Project
{
    public required string Id { get; init; }

    /// <summary>项目编号: WH{year}-{nn}, WH{year}-S{nn}, WH{year}-{nn}-L{n}, drafts SB{year}-{nn}.</summary>
    public required string Code { get; init; }
    public required int Year { get; init; }
    public required string OrganizationId { get; init; }
    public required ProjectTrack Track { get; init; }
    public string Category { get; init; } = "";
    public required string Name { get; init; }

    /// <summary>Short names people use, e.g. 南强街巷.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public string Problem { get; init; } = "";
    public string Background { get; init; } = "";
    public string Measures { get; init; } = "";
    public string Goal { get; init; } = "";
    public IReadOnlyList<Indicator> Indicators { get; init; } = [];
    public FiveFixed FiveFixed { get; init; } = new();

    /// <summary>第一责任人: an office, always the secretary [A].</summary>
    public string FirstResponsible { get; init; } = "";
    public DateOnly? Deadline { get; init; }
    public ProjectOrigin? Origin { get; init; }
    public ProjectMark? Mark { get; init; }

    /// <summary>Breaks ties in rankings (<c>no</c> in the data file).</summary>
    public int DisplayOrder { get; init; }

    /// <summary>Invented for the demo: shown with 演示数据 wherever it appears.</summary>
    public bool Illustrative { get; init; }

    /// <summary>Raised by one with every stored change; a writer that read an older one decides again.</summary>
    public int Version { get; init; }
}
