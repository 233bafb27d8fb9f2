using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Documents;

/// <summary>Short names of units as bulletins write them: 莲华街道, 区民政局, 五华科技产业园.</summary>
public sealed class UnitNames(Say say)
{
    private readonly string district = say.Of("DistrictName");
    private readonly string districtWord = say.Of("DistrictWord");
    private readonly string[] suffixes = [.. say.List("CommitteeSuffixes").OrderByDescending(s => s.Length)];

    public string Short(ProjectSnapshot project)
    {
        var name = project.Organization.Name;
        var suffix = Array.Find(suffixes, s => name.EndsWith(s, StringComparison.Ordinal) && name.Length > s.Length + 1);
        if (suffix is not null) name = name[..^suffix.Length];
        return name.StartsWith(district + districtWord, StringComparison.Ordinal) ? name[district.Length..] : name;
    }

    /// <summary>Short unit and project name, without a space.</summary>
    public string Full(ProjectSnapshot project) => Short(project) + project.Project.Name;
}
