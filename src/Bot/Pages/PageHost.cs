using System.Net.Mime;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Pages;

/// <summary>The person of a request's cookie; null when nobody is signed in. The chat page's sign-in owns the cookie.</summary>
public delegate Person? SignedIn(HttpContext http, Programme programme);

/// <summary>Answers the table of pages: who is it, may they, what is shown; headers that let nothing from elsewhere in.</summary>
public sealed class PageHost(ProgrammeStore store, WordingFile words, SignedIn signedIn, PageRooms rooms, PageMarking marking, ILogger<PageHost> log)
{
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static readonly IReadOnlyDictionary<string, string> Assets = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["/pages.css"] = "text/css; charset=utf-8",
        ["/pages.js"] = "text/javascript; charset=utf-8",
    };

    private readonly PageLayout layout = new(words.Say);

    /// <summary>Maps every route of the table, and the style, script and letters that they need.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        foreach (var route in PageRoutes.All) routes.MapMethods(route.Path, [route.Method], http => AnswerAsync(route, http));
        foreach (var (path, type) in Assets) routes.MapGet(path, http => SendAsync(http, type, Path.Combine(AppContext.BaseDirectory, "Pages", path[1..])));
        routes.MapGet("/fonts/{file}", http => SendAsync(http, "font/woff", Path.Combine(Pictures.PictureFont.BuiltInFolder, Path.GetFileName(http.Request.RouteValues["file"]!.ToString()!))));
        routes.MapGet("/calendar/{address}.ics", http => WriteAsync(http, rooms.Calendar(http, store)));
    }

    private async Task AnswerAsync(PageRoute route, HttpContext http)
    {
        var programme = store.Current;
        if (signedIn(http, programme) is not { } person)
        {
            http.Response.Redirect("/");
            return;
        }

        var now = store.Now;
        var visit = new Visit
        {
            Http = http, Person = person, Programme = programme, Store = store, Now = now, Say = words.Say,
            Roles = [.. Enum.GetValues<Role>().Where(r => Programme.Holds(person, r, DateOnly.FromDateTime(now)))],
        };
        PageAnswer answer;
        try
        {
            answer = !route.MayEnter(visit) ? new PageAnswer.Refused(StatusCodes.Status403Forbidden, words.Say("Refused.NotYours"))
                : HttpMethods.IsPost(route.Method) && !IsFromHere(http) ? new PageAnswer.Refused(StatusCodes.Status403Forbidden, words.Say("PageElsewhere"))
                : await route.Answer(rooms, visit);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "page {Path} failed", route.Path);
            answer = new PageAnswer.Refused(StatusCodes.Status500InternalServerError, words.Say("PageFailed"));
        }

        await WriteAsync(http, answer, visit);
    }

    /// <summary>A form of another site cannot act for somebody signed in here: browsers say where a request comes from.</summary>
    private static bool IsFromHere(HttpContext http)
    {
        var site = http.Request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "same-origin" or "none";
        var origin = http.Request.Headers.Origin.ToString();
        return Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == http.Request.Host.Value;
    }

    private Task WriteAsync(HttpContext http, PageAnswer answer, Visit? visit = null)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = "no-store";
        switch (answer)
        {
            case PageAnswer.GoTo go:
                http.Response.StatusCode = StatusCodes.Status303SeeOther;
                headers.Location = go.Path;
                return Task.CompletedTask;
            case PageAnswer.Document document:
                http.Response.ContentType = document.ContentType;
                headers.ContentDisposition = new ContentDisposition { DispositionType = document.Inline ? "inline" : "attachment" } + "; filename*=UTF-8''" + Uri.EscapeDataString(document.Name);
                return http.Response.Body.WriteAsync(document.Content).AsTask();
            case PageAnswer.Refused refused:
                http.Response.StatusCode = refused.Status;
                return HtmlAsync(http, words.Say("ProductName"), Html.Of($"<h1>{words.Say("ProductName")}</h1><p class=\"empty\" role=\"alert\">{refused.Why}</p>"), wide: false, visit);
            case PageAnswer.Page page:
                return HtmlAsync(http, page.Title, page.Main, page.Wide, visit);
            default: throw new InvalidOperationException($"no way to answer {answer.GetType().Name}");
        }
    }

    private Task HtmlAsync(HttpContext http, string title, Html main, bool wide, Visit? visit)
    {
        var names = ((Say)words.Say).List("RoomNames");
        var path = http.Request.Path.Value ?? "";
        var frame = new PageFrame
        {
            Title = title, Wide = wide, Who = visit?.Person.Title, CurrentPath = path, Marking = marking(),
            Rooms = visit is null ? [] : [.. PageRoutes.RoomsOf(visit).Select(r => (r.Path, names[r.Room]))],
        };
        http.Response.ContentType = "text/html; charset=utf-8";
        return http.Response.WriteAsync(layout.Render(frame, main).Text);
    }

    private static Task SendAsync(HttpContext http, string type, string file)
    {
        if (!File.Exists(file))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        http.Response.ContentType = type;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.CacheControl = "max-age=3600";
        return http.Response.SendFileAsync(file);
    }
}

/// <summary>演示数据 · 演示时钟 in the head of every page; null in an installation of one's own.</summary>
public delegate string? PageMarking();
