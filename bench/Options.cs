using System.Globalization;

namespace PartyProjects.Bench;

/// <summary><c>--name value</c> pairs of a benchmark.</summary>
internal sealed class Options(string[] args)
{
    public int Int(string name, int otherwise) => Text(name) is { } t ? int.Parse(t, CultureInfo.InvariantCulture) : otherwise;

    public string? Text(string name)
    {
        var at = Array.IndexOf(args, "--" + name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }
}
