using PartyProjects.Bot.Wording;

namespace PartyProjects.Bot.Commands;

/// <summary>A verb of the command line: results alone to <paramref name="Output"/>, everything else to <paramref name="Error"/>; 0, or a sentence and 1.</summary>
internal sealed record CommandContext(string[] Args, TextWriter Output, TextWriter Error, WordingFile Wording)
{
    /// <summary>The value of <c>--name value</c> or <c>--name=value</c>; null when not given.</summary>
    public string? Option(string name)
    {
        for (var i = 0; i < Args.Length; i++)
        {
            if (Args[i].StartsWith(name + "=", StringComparison.OrdinalIgnoreCase)) return Args[i][(name.Length + 1)..];
            if (string.Equals(Args[i], name, StringComparison.OrdinalIgnoreCase) && i + 1 < Args.Length && !Args[i + 1].StartsWith("--", StringComparison.Ordinal)) return Args[i + 1];
        }

        return null;
    }

    public bool Has(string name) => Array.Exists(Args, a => string.Equals(a, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Says one sentence and gives the exit code 1.</summary>
    public int Fail(string key, params ReadOnlySpan<(string, object?)> facts)
    {
        Error.WriteLine(Wording.Say(key, facts));
        return 1;
    }
}

/// <summary>The verbs. A new one is a file in this folder and a line here.</summary>
internal static class CommandLine
{
    private static readonly Dictionary<string, Func<CommandContext, Task<int>>> Verbs = new(StringComparer.Ordinal)
    {
        ["audit"] = AuditCommand.RunAsync,
        ["backup"] = BackupCommand.RunAsync,
        ["codes"] = CodesCommand.RunAsync,
        ["evaluate"] = EvaluateCommand.RunAsync,
        ["import"] = ImportCommand.RunAsync,
        ["train"] = TrainCommand.RunAsync,
        ["understand"] = UnderstandCommand.RunAsync,
        ["simulate"] = SimulateCommand.RunAsync,
    };

    /// <summary>Runs the verb that the first argument names; null when it names none, so that the server starts.</summary>
    public static async Task<int?> TryRunAsync(string[] args)
    {
        if (args.Length == 0 || args[0].StartsWith('-')) return null;
        using var output = new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false), 1 << 16);
        var context = new CommandContext(args[1..], output, Console.Error, WordingFile.Load());
        if (!Verbs.TryGetValue(args[0], out var run)) return context.Fail("Command.Unknown", ("verb", args[0]), ("verbs", Verbs.Keys.ToList()));
        return await run(context);
    }
}
