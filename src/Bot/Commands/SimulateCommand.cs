using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using PartyProjects.Bot.Wording;
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
        var calendar = new WorkCalendar(HolidayFile.Read(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "holidays.json"))));
        var file = DataFile.Read(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Demo", "demo-2017.json")));
        var year = new DataFileYear(file, calendar);
        foreach (var plan in Simulator.Run(NudgePlanner.WithAllRules(), year.At, calendar, from, to))
        {
            foreach (var message in plan.Messages) await command.Output.WriteLineAsync(command.Has("--json") ? Line(message, command.Wording) : Row(message, command.Wording));
        }

        return 0;
    }

    private static string Line(PlannedMessage message, WordingFile wording)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WriteString("at", message.Slot.Moment.ToString("yyyy-MM-dd'T'HH:mm:ss+08:00", CultureInfo.InvariantCulture));
            json.WriteString("slot", message.Slot.Time);
            json.WriteString("rule", message.Rules);
            json.WriteString("recipient", Recipient(message, wording));
            json.WriteString("org", OrganizationOf(message.Notices[0].Recipient, wording));
            json.WriteString("project", ProjectOf(message));
            json.WriteString("key", message.Id);
            json.WriteString("text", MessageText.Of(message, wording.Say));
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Row(PlannedMessage message, WordingFile wording) =>
        $"{message.Slot}  {message.Rules,-12} {Recipient(message, wording)}  {MessageText.Of(message, wording.Say).ReplaceLineEndings(" / ")}";

    private static string Recipient(PlannedMessage message, WordingFile wording)
    {
        var recipient = message.Notices[0].Recipient;
        return $"{wording.Format(recipient.Role)}@{OrganizationOf(recipient, wording)}";
    }

    private static string OrganizationOf(Recipient recipient, WordingFile wording) =>
        recipient.OrganizationId.Length > 0 ? recipient.OrganizationId : wording.Say(recipient.Role == Role.OrgDept ? "District.OrgDept" : "District.Committee");

    /// <summary>Null where the message covers several projects, or none.</summary>
    private static string? ProjectOf(PlannedMessage message)
    {
        var projects = message.Notices.Select(n => n.Project?.Project.Name).Distinct(StringComparer.Ordinal).ToList();
        return projects.Count == 1 ? projects[0] : null;
    }
}
