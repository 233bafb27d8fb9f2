using System.Text.Json;
using PartyProjects.Domain;

namespace PartyProjects.Data.DataFiles;

/// <summary>programme.json: <c>settings</c> of domain.md section 13 by key, and <c>words</c> that rules look for.</summary>
public sealed record ProgrammeFile(ProgrammeYear Settings, RuleWords Words)
{
    /// <exception cref="DataFileError">Not JSON, an unknown setting, or a value outside its limits: says what to write instead.</exception>
    public static ProgrammeFile Read(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            var file = new Field(document.RootElement, "programme.json");
            return new ProgrammeFile(ReadSettings(file["settings"]), ReadWords(file["words"]));
        }
        catch (JsonException e)
        {
            throw new DataFileError(Statement.Of("DataFile.NotJson", ("line", e.LineNumber + 1), ("column", e.BytePositionInLine + 1)), e);
        }
    }

    private static ProgrammeYear ReadSettings(Field settings)
    {
        if (settings.Json.ValueKind != JsonValueKind.Object) throw settings.Wrong("DataFile.Settings");
        var values = settings.Json.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.ValueKind == JsonValueKind.String ? p.Value.GetString()! : p.Value.GetRawText()));
        return ProgrammeSettings.Of(values) switch
        {
            Decision<ProgrammeYear>.Accepted yes => yes.Value,
            Decision<ProgrammeYear>.Refused no => throw new DataFileError(no.Why),
            _ => throw new InvalidOperationException("a decision is accepted or refused"),
        };
    }

    private static RuleWords ReadWords(Field words) => new(Texts(words["classified"]), Texts(words["emptyPhrases"]), Texts(words["otherWork"]))
    {
        Deliverables = Texts(words["deliverables"]),
        Categories = Texts(words["categories"]),
        PlanTemplate = [.. words["planTemplate"].Items.Select(s => new PlanStep(s["title"].Text, s["weight"].Whole))],
    };

    private static IReadOnlyList<string> Texts(Field list) => [.. list.Items.Select(i => i.Text)];
}
