using System.Text.Json;
using PartyProjects.Domain;

namespace PartyProjects.Data.DataFiles;

/// <summary>A data file of the demo's schema, read into snapshots. Fields it does not know are ignored; a wrong value is named with its path.</summary>
public sealed record DataFile
{
    public required int? Year { get; init; }

    /// <summary>The established projects, in file order.</summary>
    public required IReadOnlyList<ProjectSnapshot> Projects { get; init; }

    /// <summary>自行实施 and other placeholders: form and state only.</summary>
    public required IReadOnlyList<ProjectSnapshot> Placeholders { get; init; }

    /// <summary>下一级项目, with the parent organisation's name.</summary>
    public required IReadOnlyList<LowerLevelProject> LowerLevel { get; init; }
    public required IReadOnlyList<ProjectSnapshot> StateSamples { get; init; }

    /// <summary>Human acts on escalation cases by project code: letters sent, replies.</summary>
    public required ILookup<string, CaseAct> CaseActs { get; init; }

    /// <summary>Reads the whole file.</summary>
    /// <exception cref="DataFileError">Says where and what to write instead.</exception>
    public static DataFile Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return DataFileReader.Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new DataFileError(Statement.Of("DataFile.NotJson", ("line", e.LineNumber + 1), ("column", e.BytePositionInLine + 1)), e);
        }
    }
}

/// <summary>A lower-level project as the file gives it: it reports a percent, not milestones.</summary>
public sealed record LowerLevelProject(ProjectSnapshot Snapshot, string ParentOrg, int? Percent, Period? LastReport);
