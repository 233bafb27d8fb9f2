using System.Text.Json;
using PartyProjects.Data;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Bot.Understanding;

/// <summary>Readers by the names that are in the books: a new one is made when a unit or project is named differently, else the same is used again.</summary>
public sealed class Understandings(IReadOnlyList<CalendarYear> holidays)
{
    /// <inheritdoc cref="LineReader.Threshold"/>
    public const double Threshold = LineReader.Threshold;

    private readonly Lock _making = new();
    private volatile Kept? _kept;

    private sealed record Kept(long Revision, int Names, TalkReader Reader);

    /// <summary>The reader for the programme as it is.</summary>
    public TalkReader For(Programme programme)
    {
        if (_kept is { } kept && kept.Revision == programme.Revision) return kept.Reader;
        lock (_making)
        {
            var names = NamesOf(programme);
            if (_kept is not { } last || last.Names != names) _kept = new Kept(programme.Revision, names, Of(programme));
            else _kept = last with { Revision = programme.Revision };
            return _kept!.Reader;
        }
    }

    /// <summary>The reader for the article's units and projects, without any books.</summary>
    public static TalkReader OfArticle(string articleJson, IReadOnlyList<CalendarYear> holidays)
    {
        using var article = JsonDocument.Parse(articleJson);
        List<KnownName> names = [];
        foreach (var item in article.RootElement.GetProperty("items").EnumerateArray())
        {
            names.Add(new KnownName(item.GetProperty("org").GetString()!, false, Words(item, "org_aliases")));
            names.Add(new KnownName(item.GetProperty("project").GetString()!, true, Words(item, "project_aliases")));
        }

        return new TalkReader(names, holidays);
    }

    private static string[] Words(JsonElement item, string name) => [.. item.GetProperty(name).EnumerateArray().Select(a => a.GetString()!)];

    private TalkReader Of(Programme programme)
    {
        var offices = programme.Projects.Select(p => p.OrganizationId).ToHashSet(StringComparer.Ordinal);
        return new TalkReader(
            [.. programme.Organizations.Where(o => offices.Contains(o.Id)).Select(o => new KnownName(o.Name, false, o.Aliases)), .. programme.Projects.Select(p => new KnownName(p.Name, true, p.Aliases))],
            holidays);
    }

    private static int NamesOf(Programme programme)
    {
        var hash = new HashCode();
        foreach (var project in programme.Projects)
        {
            hash.Add(project.Name, StringComparer.Ordinal);
            hash.Add(programme.Organization(project.OrganizationId)?.Name, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }
}
