using System.Diagnostics;
using PartyProjects.Bot.Documents;
using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Tests.Bot.Documents;

/// <summary>An office program opens what we write and finds the figures in it.</summary>
public class LibreOfficeTests
{
    [SkippableFact]
    public void The_ledger_opens_and_carries_its_figures()
    {
        var sheets = new Ledger(DemoYear.Say).Sheets(DemoYear.LedgerOn(DemoYear.EndOfSeptember), DemoYear.EndOfSeptember, DemoYear.Calendar, DemoYear.ParentOf);
        var csv = Convert("ledger.xlsx", new WorkbookWriter(DemoYear.Say).Write("台账", sheets), "csv:Text - txt - csv (StarCalc):44,34,76");
        Assert.Contains("护国街道党工委", csv, StringComparison.Ordinal);
        Assert.Contains(",74.9,64.0,10.9,黄灯,", csv, StringComparison.Ordinal);
    }

    [SkippableFact]
    public void The_bulletin_opens_and_carries_its_figures()
    {
        var quarter = new Quarter(2017, 3);
        var document = new BulletinDraft(DemoYear.Say).Write(BulletinFigures.Of(DemoYear.Projects, quarter, DemoYear.Settings, DemoYear.Calendar), BulletinOccasion.Usual(quarter, DemoYear.Settings, DemoYear.Calendar), DemoYear.Settings);
        var text = Convert("bulletin.docx", new OfficialDocxWriter(DemoYear.Say).Write(document), "txt:Text (encoded):UTF8");
        Assert.Contains("平均序时进度77.7%,平均实际进度72.1%", text, StringComparison.Ordinal);
    }

    private static string Convert(string name, byte[] content, string to)
    {
        var office = Array.Find(["/usr/bin/soffice", "/usr/local/bin/soffice", "/opt/libreoffice/program/soffice"], File.Exists);
        Skip.If(office is null, "LibreOffice is not installed");
        var folder = Directory.CreateTempSubdirectory("office");
        try
        {
            var input = Path.Combine(folder.FullName, name);
            File.WriteAllBytes(input, content);
            var start = new ProcessStartInfo(office!, ["--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", to, "--outdir", folder.FullName, input]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            using var process = Process.Start(start)!;
            var told = process.StandardOutput.ReadToEndAsync();
            var warned = process.StandardError.ReadToEndAsync();
            Assert.True(process.WaitForExit(TimeSpan.FromMinutes(2)), "LibreOffice did not end");
            Assert.True(process.ExitCode == 0, told.Result + warned.Result);
            return File.ReadAllText(Path.ChangeExtension(input, to[..3]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
