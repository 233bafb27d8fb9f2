using PartyProjects.Bot.Understanding;
using PartyProjects.Bot.Understanding.Training;

namespace PartyProjects.Tests.Bot.Understanding;

public sealed class IntentExamplesTests
{
    private static readonly string Folder = Path.Combine(Root(), "src", "Bot", "Intents");

    [Fact]
    public void Every_intent_and_act_has_examples() => Assert.Empty(ExampleFiles.Missing(Folder));

    [Fact]
    public void No_examples_file_is_without_an_intent()
    {
        var strays = Directory.GetFiles(Folder, "*.examples.txt").Select(path => Path.GetFileName(path)[..^".examples.txt".Length]).Where(name => IntentTable.IndexOf(name) < 0);
        Assert.Empty(strays);
    }

    [Fact]
    public void Every_intent_is_taught_by_at_least_sixty_lines()
    {
        var files = ExampleFiles.Read(Folder);
        for (var i = 0; i < IntentTable.ScoredCount; i++)
            Assert.True(files.Examples.Count(example => example.Class == i) >= 60, IntentTable.All[i].Name);
    }

    [Fact]
    public void Every_template_can_be_drawn()
    {
        var files = ExampleFiles.Read(Folder);
        foreach (var example in files.Examples)
            Assert.False(string.IsNullOrWhiteSpace(example.Template.Draw(Draw.For(example.Source), files.Fillers)), example.Source);
    }

    [Fact]
    public void Training_again_gives_the_weights_that_are_checked_in()
    {
        var checkedIn = File.ReadAllBytes(Path.Combine(Root(), "src", "Bot", "Understanding", "intent-model.bin"));
        Assert.True(checkedIn.AsSpan().SequenceEqual(Course.WeightsOf(Folder)), "The examples or the features have changed: run the verb train and check in intent-model.bin.");
    }

    internal static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "PartyProjects.sln"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
