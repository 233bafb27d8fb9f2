using System.Globalization;

namespace PartyProjects.Bench;

/// <summary>What is promised about speed, runnable by anyone: <c>dotnet run -c Release --project bench -- NAME</c>.</summary>
internal static class Program
{
    // A new benchmark is a new file and one line here.
    private static readonly Dictionary<string, Func<string[], Task<int>>> Benchmarks = new(StringComparer.Ordinal)
    {
        ["turn"] = TurnBench.RunAsync,
        ["start"] = StartBench.RunAsync,
        ["echo-bot"] = EchoBot.RunAsync,
        ["roster"] = Roster.RunAsync,
    };

    private static async Task<int> Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        if (args.Length == 0 || !Benchmarks.TryGetValue(args[0], out var run))
        {
            await Console.Error.WriteLineAsync($"Name a benchmark: {string.Join(", ", Benchmarks.Keys)}");
            return 1;
        }

        return await run(args[1..]);
    }
}
