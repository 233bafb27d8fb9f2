using System.Globalization;
using PartyProjects.Data;

namespace PartyProjects.Tests.Data;

/// <summary>A process that writes until it is killed, and says on its output which writes it was told are on disk.</summary>
internal static class KilledWriter
{
    private const int Hands = 16;

    /// <summary><c>dotnet PartyProjects.Data.Tests.dll FILE FIRST</c>: numbers from FIRST, each three rows that belong together.</summary>
    public static async Task Main(string[] args)
    {
        if (args is not [var file, var first]) return;
        var number = int.Parse(first, CultureInfo.InvariantCulture) - 1;
        await using var store = ProgrammeStore.Open(Database.Sqlite(file), ShippedRules.None, TimeProvider.System, TimeProvider.System);
        await Task.WhenAll(Enumerable.Range(0, Hands).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var mine = Interlocked.Increment(ref number);
                await store.WriteAsync(s =>
                {
                    s.ClaimInbound("kill", "", $"{mine}");
                    s.StoreDialogue($"{mine}", $"{mine}");
                    s.Audit("kill", $"{mine}", null, mine);
                });
                Console.WriteLine(mine);
            }
        })));
    }
}
