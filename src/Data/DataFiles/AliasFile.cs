using System.Text.Json;

namespace PartyProjects.Data.DataFiles;

/// <summary>Short names of units and projects as people use them: { items: [{ org, org_aliases, project, project_aliases }] }.</summary>
public sealed class AliasFile
{
    public static readonly AliasFile None = new();

    private readonly Dictionary<string, string[]> _orgs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> _projects = new(StringComparer.Ordinal);

    public static AliasFile Read(string json)
    {
        using var file = JsonDocument.Parse(json);
        var aliases = new AliasFile();
        foreach (var item in file.RootElement.GetProperty("items").EnumerateArray())
        {
            aliases._orgs[item.GetProperty("org").GetString()!] = Words(item, "org_aliases");
            aliases._projects[Bare(item.GetProperty("project").GetString()!)] = Words(item, "project_aliases");
        }

        return aliases;
    }

    public IReadOnlyList<string> OfOrganization(string name) => _orgs.GetValueOrDefault(name, []);

    /// <summary>Names are compared without spaces and punctuation: the article writes one of them in two ways.</summary>
    public IReadOnlyList<string> OfProject(string name) => _projects.GetValueOrDefault(Bare(name), []);

    private static string[] Words(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(a => a.GetString()!)];

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
