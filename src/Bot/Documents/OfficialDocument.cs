namespace PartyProjects.Bot.Documents;

/// <summary>A text in the layout of official documents (公文, GB/T 9704) as data: written as .docx, as plain text or shown in chat.</summary>
public sealed record OfficialDocument
{
    /// <summary>The title, broken where it may be: a long one stands in several lines, none torn inside a word.</summary>
    public required IReadOnlyList<string> TitleLines { get; init; }

    public string Title => string.Concat(TitleLines);

    /// <summary>Stands under the title in its own line: 演示数据, 草稿, 更正稿.</summary>
    public string? Marking { get; init; }

    /// <summary>主送.</summary>
    public string? Addressee { get; init; }
    public required IReadOnlyList<OfficialBlock> Blocks { get; init; }

    /// <summary>落款.</summary>
    public string? Signature { get; init; }

    /// <summary>成文日期.</summary>
    public string? Date { get; init; }

    /// <summary>附表: where each figure of the text comes from.</summary>
    public Sheet? Appendix { get; init; }
}

public enum BlockKind { Body, Heading, SubHeading }

/// <summary>A paragraph; a sub-heading opens its paragraph and the text runs on behind it.</summary>
public sealed record OfficialBlock(BlockKind Kind, string Text, string? LeadIn = null);
