using System.Diagnostics;
using System.Text.Json;

namespace PartyProjects.Tests.Bot.Channels;

/// <summary>botframework-directlinejs from npm, unmodified, in Node: a whole conversation with nothing lost and nothing doubled.</summary>
public sealed class MicrosoftClientTests : IAsyncLifetime
{
    private const string Packages = "botframework-directlinejs@0.15.8 xhr2@0.2.1 ws@8";
    private static readonly string Folder = Path.Combine(Path.GetTempPath(), "partyprojects-directlinejs-0.15.8");
    private RunningBot _bot = null!;

    public async Task InitializeAsync() => _bot = await RunningBot.StartAsync(RunningBot.Echo());

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [SkippableTheory]
    [InlineData("polling")]
    [InlineData("socket")]
    public async Task Holds_a_whole_conversation_through_a_dropped_socket(string mode)
    {
        const int Count = 8;
        Skip.IfNot(await HasClientAsync(), "node or npm is missing, or botframework-directlinejs could not be taken from npm");
        var (code, output) = await RunAsync("node", [Path.Combine(Folder, "directline-client.js"), _bot.Address.ToString(), "u-zhang", mode, $"{Count}"]);
        Assert.True(code == 0, output);
        var given = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal(given.Count, given.Select(a => a.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count());
        var own = given.Where(a => a.GetProperty("from").GetString() == "u-zhang").Select(a => a.GetProperty("text").GetString()).ToList();
        var answers = given.Where(a => a.GetProperty("from").GetString() != "u-zhang").Select(a => a.GetProperty("text").GetString()).Skip(1).ToList();
        Assert.Equal(Enumerable.Range(1, Count).Select(n => $"第{n}句"), own);
        Assert.Equal(Enumerable.Range(1, Count).Select(n => $"heard: 第{n}句"), answers);
    }

    private static async Task<bool> HasClientAsync()
    {
        try
        {
            Directory.CreateDirectory(Folder);
            File.Copy(Path.Combine(AppContext.BaseDirectory, "directline-client.js"), Path.Combine(Folder, "directline-client.js"), overwrite: true);
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "botframework-directlinejs", "dist"))) return true;
            var (code, _) = await RunAsync("npm", ["install", "--prefix", Folder, "--no-audit", "--no-fund", "--silent", .. Packages.Split(' ')]);
            return code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string program, IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = System.Text.Encoding.UTF8 };
        using var process = Process.Start(info)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, process.ExitCode == 0 ? output : output + await error);
    }
}
