namespace PartyProjects.Tests.Scenarios;

/// <summary>Every file of <c>screenplays/</c> is acted.</summary>
public sealed class ScreenplayTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "screenplays");

    public static TheoryData<string> Files => [.. Directory.GetFiles(Folder, "*.txt").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_screenplay_goes_as_written(string file)
    {
        var play = new Screenplay(Path.Combine(Folder, file));
        try
        {
            await play.PlayAsync();
        }
        finally
        {
            // Read it with: cat tests/Scenarios/bin/**/transcripts/*.txt
            Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "transcripts"));
            await File.WriteAllTextAsync(Path.Combine(AppContext.BaseDirectory, "transcripts", file), play.Transcript);
        }
    }
}
