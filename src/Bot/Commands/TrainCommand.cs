using PartyProjects.Bot.Understanding;
using PartyProjects.Bot.Understanding.Training;

namespace PartyProjects.Bot.Commands;

/// <summary><c>train [--examples FOLDER] [--out FILE] [--figures]</c>: makes the weights of the intent model from the examples, bit for bit the same each time.</summary>
internal static class TrainCommand
{
    public static async Task<int> RunAsync(CommandContext command)
    {
        var folder = command.Option("--examples") ?? Path.Combine("src", "Bot", "Intents");
        var file = command.Option("--out") ?? Path.Combine(folder, "..", "Understanding", "intent-model.bin");
        if (!Directory.Exists(folder)) return command.Fail("Command.NoFile", ("file", folder));
        if (ExampleFiles.Missing(folder) is { Count: > 0 } missing) return command.Fail("Command.NoExamples", ("names", missing));
        if (command.Has("--figures"))
        {
            var figures = Course.Validate(folder, LineReader.Threshold);
            await command.Output.WriteLineAsync(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $$"""{"accuracy":{{figures.Accuracy:0.0000}},"macroF1":{{figures.MacroF1:0.0000}},"temperature":{{figures.Temperature:0.00}},"confidentShare":{{figures.ConfidentShare:0.0000}},"confidentAccuracy":{{figures.ConfidentAccuracy:0.0000}}}"""));
            return 0;
        }
        await File.WriteAllBytesAsync(file, Course.WeightsOf(folder));
        await command.Output.WriteLineAsync(file);
        return 0;
    }
}
