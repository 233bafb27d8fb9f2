using System.Security.Cryptography;
using System.Text;
using PartyProjects.Bot.Documents;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Pages;

/// <summary>
/// A person's deadlines as a calendar that a phone subscribes to. The address carries a secret in place of a cookie; only its hash is kept,
/// and a new one or none makes the old address worthless at once.
/// </summary>
public sealed partial class PageRooms
{
    private const string CalendarKey = "calendar";
    private const int SecretBytes = 24;

    /// <summary>Days of deadlines in the calendar: overdue ones, and a year ahead.</summary>
    private const int CalendarDays = 365;

    public async Task<PageAnswer> NewCalendarAddress(Visit visit)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SecretBytes));
        await StoreSecret(visit, Hash(secret));
        var request = visit.Http.Request;
        return DocumentsPage(visit, $"{request.Scheme}://{request.Host}/calendar/{Uri.EscapeDataString(visit.Person.Id)}.{secret}.ics", say.Of("CalendarCreated"));
    }

    public async Task<PageAnswer> RevokeCalendarAddress(Visit visit)
    {
        await StoreSecret(visit, null);
        return DocumentsPage(visit, null, say.Of("CalendarRevoked"));
    }

    /// <summary>The file, for whoever knows the address; the same 404 for a wrong, an old and an unknown one.</summary>
    public PageAnswer Calendar(HttpContext http, ProgrammeStore store)
    {
        var address = http.Request.RouteValues["address"]!.ToString()!;
        var dot = address.LastIndexOf('.');
        var programme = store.Current;
        if (dot <= 0 || programme.Person(address[..dot]) is not { } person || programme.PreferencesOf(person.Id).GetValueOrDefault(CalendarKey) is not { Length: > 0 } kept
            || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(kept), Encoding.ASCII.GetBytes(Hash(address[(dot + 1)..]))))
        {
            return new PageAnswer.Refused(StatusCodes.Status404NotFound, say.Of("PageNotFound"));
        }

        var now = store.Now;
        var visit = new Visit
        {
            Http = http, Person = person, Programme = programme, Store = store, Now = now, Say = say,
            Roles = [.. Enum.GetValues<Role>().Where(r => Programme.Holds(person, r, DateOnly.FromDateTime(now)))],
        };
        var duties = DutiesOf(visit.Own, visit.Today, visit.Today.AddDays(CalendarDays), visit);
        var entries = new DeadlineCalendar(say).Entries(duties, new DutiesPage(say).Name, visit.Settings);
        return new PageAnswer.Document("deadlines.ics", "text/calendar; charset=utf-8", CalendarFile.Write(say.Of("CalendarName", ("office", person.Title)), entries, Domain.Calendar.ChinaTime.Instant(now).UtcDateTime), Inline: true);
    }

    private static Task<bool> StoreSecret(Visit visit, string? hash) => visit.ActAsync(session =>
    {
        session.StorePreference(visit.Person.Id, CalendarKey, hash);
        return true;
    });

    private static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
