using PartyProjects.Data;
using PartyProjects.Data.DataFiles;

namespace PartyProjects.Bot.Commands;

/// <summary>Opens the books for a verb, from the same settings as the server, beside a running one too.</summary>
internal static class OpenBooks
{
    /// <summary>Runs <paramref name="act"/> with the books open; a bad setting or an unusable database is one sentence and 1.</summary>
    public static async Task<int> RunAsync(CommandContext command, Func<Books, Task<int>> act, bool readOnly = false)
    {
        try
        {
            var environment = HostingEnvironment.Name;
            var configuration = new ConfigurationBuilder()
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
                .AddJsonFile(Path.Combine(AppContext.BaseDirectory, $"appsettings.{environment}.json"), optional: true)
                .AddEnvironmentVariables()
                .AddCommandLine([.. command.Args.Where(a => a.StartsWith("--", StringComparison.Ordinal) && a.Contains('=', StringComparison.Ordinal))])
                .Build();
            await using var books = Books.Open(BotSettings.Read(configuration, environment == Environments.Development), TimeProvider.System, readOnly);
            return await act(books);
        }
        catch (BadSetting e)
        {
            return Fail(command, e.Why);
        }
        catch (DatabaseUnusable e)
        {
            return Fail(command, e.Why);
        }
        catch (DataFileError e)
        {
            return Fail(command, e.Why);
        }
    }

    public static int Fail(CommandContext command, Domain.Statement why)
    {
        command.Error.WriteLine(command.Wording.Say(why));
        return 1;
    }
}
