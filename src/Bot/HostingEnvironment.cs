namespace PartyProjects.Bot;

/// <summary>
/// Which environment holds where none is named: a Debug build (<c>dotnet run</c>) is Development, a Release build (published) is Production.
/// There is no launchSettings.json, because <c>dotnet run</c> announces it on standard output, among the results of a verb.
/// </summary>
internal static class HostingEnvironment
{
#if DEBUG
    private const string Otherwise = "Development";
#else
    private const string Otherwise = "Production";
#endif

    /// <summary>The name from the environment, else that of the build.</summary>
    public static string Name => Named ?? Otherwise;

    /// <summary>Null where the environment or the arguments name one, so that they decide.</summary>
    public static string? Unless(string[] args) =>
        Named is not null || Array.Exists(args, a => a.StartsWith("--environment", StringComparison.OrdinalIgnoreCase)) ? null : Otherwise;

    private static string? Named => Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT");
}
