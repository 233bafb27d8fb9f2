using System.Globalization;
using PartyProjects.Bot;
using PartyProjects.Bot.Commands;
using PartyProjects.Bot.Wording;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (await CommandLine.TryRunAsync(args) is { } exitCode) return exitCode;

var words = WordingFile.Load();
try
{
    await using var app = BotApp.Build(args, TimeProvider.System, words);
    await app.StartAsync();
    BotApp.SayWhereItIsOpen(app, Console.Out);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception e) when (BotApp.WhyItCannotStart(e) is { } why)
{
    // A wrong setting or an unusable database is the operator's to mend: one sentence that says how.
    await Console.Error.WriteLineAsync(words.Say(why));
    return 1;
}
