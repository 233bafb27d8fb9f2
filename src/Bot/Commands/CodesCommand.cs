using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PartyProjects.Data;
using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Commands;

/// <summary><c>codes [--json] [--person P]</c>: fresh one-time codes for everyone not yet bound, or a further one for a person already bound; beside a running server.</summary>
internal static class CodesCommand
{
    public static Task<int> RunAsync(CommandContext command) => OpenBooks.RunAsync(command, async books =>
    {
        var wanted = command.Option("--person");
        var people = books.Store.Current.People.Where(p => wanted is null ? !books.Store.Current.IsBound(p.Id) : p.Id == wanted || p.Title == wanted).ToList();
        if (people.Count == 0 && wanted is not null) return command.Fail("Codes.NoSuchPerson", ("person", wanted));
        var codes = await books.Store.WriteAsync(session =>
        {
            session.Acting = Actor.CommandLine;
            return people.ConvertAll(p => Line(session, p, command));
        });
        foreach (var line in codes)
        {
            await command.Output.WriteLineAsync(command.Has("--json") ? JsonSerializer.Serialize(line, CodeJson.Relaxed.CodeLine) : $"{line.Code}  {line.Org}  {line.Role}  {line.Person}");
        }

        return 0;
    });

    private static CodeLine Line(WriteSession session, Person person, CommandContext command) => new(
        session.IssueCode(person.Id),
        session.Programme.Organization(person.OrganizationId)?.Name ?? "",
        command.Wording.Format(person.Roles.Count > 0 ? person.Roles[0] : Role.Viewer),
        person.Title);
}

/// <summary>One printed code: organisation and role by their Chinese names.</summary>
internal sealed record CodeLine(string Code, string Org, string Role, string Person);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(CodeLine))]
internal sealed partial class CodeJson : JsonSerializerContext
{
    /// <summary>Chinese stays readable.</summary>
    public static readonly CodeJson Relaxed = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
