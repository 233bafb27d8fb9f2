using System.Text.Json;
using System.Text.Json.Serialization;
using PartyProjects.Domain.People;

namespace PartyProjects.Data.DataFiles;

/// <summary>offices.json: which offices a committee, a lower-level organisation and the district have, and how they are called ({org} is the unit).</summary>
public sealed record OfficeFile
{
    public required DistrictName District { get; init; }
    public required IReadOnlyList<OfficeTitle> UnitOffices { get; init; }
    public required OfficeTitle LowerOffice { get; init; }
    public required IReadOnlyList<DistrictOffice> DistrictOffices { get; init; }

    public static OfficeFile Read(string json) => JsonSerializer.Deserialize(json, OfficeJson.Default.OfficeFile)!;
}

public sealed record DistrictName(string Id, string Name);

public sealed record OfficeTitle(Role Role, string Title)
{
    public string Of(string organization) => Title.Replace("{org}", organization, StringComparison.Ordinal);
}

public sealed record DistrictOffice(string Org, Role Role, IReadOnlyList<string> Titles);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(OfficeFile))]
internal sealed partial class OfficeJson : JsonSerializerContext;
