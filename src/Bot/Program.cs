using PartyProjects.Bot.Commands;

System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
if (await CommandLine.TryRunAsync(args) is { } exitCode) return exitCode;

var app = WebApplication.CreateSlimBuilder(args).Build();
await app.RunAsync();
return 0;
