using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Data.DataFiles;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;
using PartyProjects.Scheduler;
using PartyProjects.Scheduler.Nudges;
using PartyProjects.Scheduler.Simulation;

namespace PartyProjects.Bot.Commands;

/// <summary>
/// <c>simulate --from D --to D [--database FILE] [--json]</c>: the notifier's rules on a fake clock; one line a message (contracts sections 1 and 3).
/// No host, Quartz or server is started, and nothing is written.
/// </summary>
internal static class SimulateCommand
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(CommandContext command)
    {
        if (command.Option("--from") is not { } fromText || command.Option("--to") is not { } toText) return command.Fail("Command.NeedsOption", ("option", "--from D --to D"), ("example", "simulate --from 2017-01-01 --to 2017-12-31 --json"));
        if (!DateOnly.TryParseExact(fromText, "yyyy-MM-dd", out var from)) return command.Fail("Command.BadDate", ("value", fromText));
        if (!DateOnly.TryParseExact(toText, "yyyy-MM-dd", out var to)) return command.Fail("Command.BadDate", ("value", toText));
        if (to < from) return command.Fail("Command.BadSpan", ("from", from), ("to", to));
        if (command.Option("--database") is not { } path) return await OverDemoAsync(command, from, to);
        if (!File.Exists(path)) return command.Fail("Command.NoFile", ("file", path));
        return await OverDatabaseAsync(command, path, from, to);
    }

    private static async Task<int> OverDemoAsync(CommandContext command, DateOnly from, DateOnly to)
    {
        var calendar = new WorkCalendar(HolidayFile.Read(await File.ReadAllTextAsync(Shipped("holidays.json"))));
        var year = new DataFileYear(DataFile.Read(await File.ReadAllTextAsync(Shipped("Demo/demo-2017.json"))), calendar);
        await WriteAsync(command, Simulator.Run(NudgePlanner.WithAllRules(), year.At, calendar, from, to), id => id);
        return 0;
    }

    /// <summary>Over a copy of the file, so that nothing in it is touched; what happened by each moment is seen, later than the newest entry nobody acts.</summary>
    private static async Task<int> OverDatabaseAsync(CommandContext command, string path, DateOnly from, DateOnly to)
    {
        var folder = Directory.CreateTempSubdirectory("simulate");
        try
        {
            var copy = Path.Combine(folder.FullName, "copy.db");
            foreach (var suffix in (string[])["", "-wal"])
            {
                if (File.Exists(path + suffix)) File.Copy(path + suffix, copy + suffix);
            }

            var rules = ShippedRules.None with { Years = HolidayFile.Read(await File.ReadAllTextAsync(Shipped("holidays.json"))) };
            await using var store = ProgrammeStore.Open(Database.Sqlite(copy), rules, TimeProvider.System, TimeProvider.System);
            var programme = store.Current;
            await WriteAsync(command, Simulator.Run(NudgePlanner.WithAllRules(), moment => new ProgrammeView(programme, moment), programme.Calendar, from, to), id => programme.Organization(id)?.Name ?? id);
            return 0;
        }
        catch (DatabaseUnusable e)
        {
            return OpenBooks.Fail(command, e.Why);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Shipped(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static async Task WriteAsync(CommandContext command, IEnumerable<SlotPlan> plans, Func<string, string> organizationName)
    {
        foreach (var message in plans.SelectMany(p => p.Messages))
        {
            await command.Output.WriteLineAsync(command.Has("--json") ? Line(message, command.Wording, organizationName) : Row(message, command.Wording, organizationName));
        }
    }

    private static string Line(PlannedMessage message, WordingFile wording, Func<string, string> organizationName)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteString("at", message.Slot.Moment.ToString("yyyy-MM-dd'T'HH:mm:ss+08:00", CultureInfo.InvariantCulture));
            json.WriteString("slot", message.Slot.Time);
            json.WriteString("rule", message.Rules);
            json.WriteString("recipient", Recipient(message, wording, organizationName));
            json.WriteString("org", OrganizationOf(message.Notices[0].Recipient, wording, organizationName));
            json.WriteString("project", ProjectOf(message));
            json.WriteString("key", message.Id);
            json.WriteString("text", MessageText.Of(message, wording.Say));
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Row(PlannedMessage message, WordingFile wording, Func<string, string> organizationName) =>
        $"{message.Slot}  {message.Rules,-12} {Recipient(message, wording, organizationName)}  {MessageText.Of(message, wording.Say).ReplaceLineEndings(" / ")}";

    private static string Recipient(PlannedMessage message, WordingFile wording, Func<string, string> organizationName)
    {
        var recipient = message.Notices[0].Recipient;
        return $"{wording.Format(recipient.Role)}@{OrganizationOf(recipient, wording, organizationName)}";
    }

    private static string OrganizationOf(Recipient recipient, WordingFile wording, Func<string, string> organizationName) =>
        recipient.OrganizationId.Length > 0 ? organizationName(recipient.OrganizationId) : wording.Say(recipient.Role == Role.OrgDept ? "District.OrgDept" : "District.Committee");

    /// <summary>Null where the message covers several projects, or none.</summary>
    private static string? ProjectOf(PlannedMessage message)
    {
        var projects = message.Notices.Select(n => n.Project?.Project.Name).Distinct(StringComparer.Ordinal).ToList();
        return projects.Count == 1 ? projects[0] : null;
    }
}
