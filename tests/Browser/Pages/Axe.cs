using System.Diagnostics;
using System.Text.Json;
using Microsoft.Playwright;

namespace PartyProjects.Tests.Browser.Pages;

/// <summary>axe-core, taken from npm when the tests run and kept beside them; never committed.</summary>
internal static class Axe
{
    private const string Package = "axe-core@4.14.1";

    private static readonly Lazy<string?> Script = new(Take);

    public static bool IsThere => Script.Value is not null;

    /// <summary>Serious and critical findings of a page, each with its rule and first element.</summary>
    public static async Task<IReadOnlyList<string>> SeriousAsync(IPage page)
    {
        // Evaluated by the debugger, so that the page's policy against foreign script stays as strict as it is.
        await page.EvaluateAsync(Script.Value + "; undefined");
        var json = await page.EvaluateAsync<string>("async () => JSON.stringify((await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => ({ i: v.impact, t: v.id + ' ' + v.nodes[0].html.slice(0, 160) })))");
        using var found = JsonDocument.Parse(json);
        return [.. found.RootElement.EnumerateArray().Where(v => v.GetProperty("i").GetString() is "serious" or "critical").Select(v => v.GetProperty("t").GetString()!)];
    }

    private static string? Take()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "axe");
        var file = Path.Combine(folder, "package", "axe.min.js");
        try
        {
            if (!File.Exists(file))
            {
                Directory.CreateDirectory(folder);
                if (!Run("npm", ["pack", Package, "--silent", "--pack-destination", folder])) return null;
                if (!Run("tar", ["-xzf", Directory.GetFiles(folder, "*.tgz")[0], "-C", folder, "package/axe.min.js"])) return null;
            }

            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException)
        {
            return null;
        }
    }

    private static bool Run(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process.WaitForExit(TimeSpan.FromMinutes(2)) && process.ExitCode == 0;
    }
}
