namespace PartyProjects.Bot.Understanding.Training;

/// <summary>One template of an examples file. Lines that stand together (no blank line between) are one block, and never split between training and testing.</summary>
public sealed record Example(int Class, int Block, Template Template, string Source);

/// <summary>All <c>*.examples.txt</c> of a folder and the <c>fillers.txt</c> beside them.</summary>
public sealed class ExampleFiles
{
    private ExampleFiles(IReadOnlyList<Example> examples, IReadOnlyDictionary<string, string[]> fillers)
    {
        Examples = examples;
        Fillers = fillers;
    }

    public IReadOnlyList<Example> Examples { get; }
    public IReadOnlyDictionary<string, string[]> Fillers { get; }

    /// <summary>Names of <see cref="IntentTable"/> that have no examples in <paramref name="folder"/>: the build refuses them.</summary>
    public static IReadOnlyList<string> Missing(string folder) =>
        [.. IntentTable.All.Select(kind => kind.Name).Where(name => !File.Exists(PathOf(folder, name)) || Lines(PathOf(folder, name)).Count == 0)];

    public static ExampleFiles Read(string folder)
    {
        var examples = new List<Example>();
        var block = 0;
        for (var kind = 0; kind < IntentTable.All.Count; kind++)
        {
            foreach (var (line, starts) in Lines(PathOf(folder, IntentTable.All[kind].Name)))
            {
                if (starts) block++;
                examples.Add(new Example(kind, block, new Template(line), line));
            }
        }
        return new ExampleFiles(examples, ReadFillers(Path.Combine(folder, "fillers.txt")));
    }

    private static string PathOf(string folder, string name) => Path.Combine(folder, name + ".examples.txt");

    private static List<(string Line, bool Starts)> Lines(string path)
    {
        var lines = new List<(string, bool)>();
        var starts = true;
        foreach (var raw in File.ReadLines(path))
        {
            var line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') starts = true;
            else
            {
                lines.Add((line, starts));
                starts = false;
            }
        }
        return lines;
    }

    private static Dictionary<string, string[]> ReadFillers(string path)
    {
        var fillers = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string>? values = null;
        foreach (var raw in File.ReadLines(path))
        {
            var line = raw.Trim();
            if (line.StartsWith("# ", StringComparison.Ordinal)) fillers[line[2..]] = values = [];
            else if (line.Length > 0) (values ?? throw new FormatException($"A filler before the first heading: {line}")).Add(line);
        }
        return fillers.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }
}
