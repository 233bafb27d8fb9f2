using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using PartyProjects.Bot.Wording;

namespace PartyProjects.Tests.Bot.Conversation;

/// <summary>Every sentence that an intent or a form says stands in wording.md.</summary>
public sealed partial class WordingOfIntentsTests
{
    [Fact]
    public void Every_key_that_the_conversation_says_has_its_heading()
    {
        var words = WordingFile.Load();
        var source = Path.Combine(Folder(), "../../../src/Bot");
        var missing = new[] { "Conversation", "Intents" }
            .SelectMany(folder => Directory.GetFiles(Path.Combine(source, folder), "*.cs"))
            .SelectMany(file => KeyPattern().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value))
            .Where(key => !key.EndsWith('.') && !words.Has(key)).Distinct().ToList();
        Assert.Empty(missing);
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("""(?:Say|Of|new Statement|IsAmong|List)\(\s*"([A-Z][A-Za-z0-9.]+)"[,)]""")]
    private static partial Regex KeyPattern();
}
