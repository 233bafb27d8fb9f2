using Microsoft.Playwright;
using PartyProjects.Tests.Bot.Pages;

namespace PartyProjects.Tests.Browser.Pages;

/// <summary>Every page in a real browser, on a desk and on a phone: it is drawn, nothing comes from elsewhere, a screen reader can use it. Pictures go to artifacts/screens.</summary>
public class PagesInABrowser : IAsyncLifetime
{
    private const string Secretary = "华山街道党工委书记", Office = "OrgDept", Administrator = "Admin";
    private static readonly string[] Chromiums = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private static readonly Dictionary<string, (int Width, int Height)> Screens = new(StringComparer.Ordinal) { ["desk"] = (1440, 900), ["phone"] = (390, 844) };

    private PageSite? _site;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static TheoryData<string, string, string> Pages
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var screen in Screens.Keys)
            {
                foreach (var path in new[] { "/duties", "/projects", "/projects/WH2017-03", "/board", "/wall", "/documents" }) all.Add(Secretary, path, screen);
                foreach (var path in new[] { "/inbox", "/rehearsal?from=2017-10-16&until=2017-10-20", "/runs", "/outbox", "/audit", "/people", "/projects/WH2017-06" }) all.Add(Office, path, screen);
                all.Add(Administrator, "/settings", screen);
            }

            return all;
        }
    }

    public async Task InitializeAsync()
    {
        if (Array.Find(Chromiums, File.Exists) is not { } chromium) return;
        _site = await PageSite.StartAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_site is not null) await _site.DisposeAsync();
    }

    [SkippableTheory]
    [MemberData(nameof(Pages))]
    public async Task Is_drawn_keeps_to_itself_and_can_be_used_by_everybody(string person, string path, string screen)
    {
        Skip.If(_browser is null, "no chromium on this machine");
        Skip.IfNot(Axe.IsThere, "axe-core could not be taken from npm");
        var (page, elsewhere, complaints) = await OpenAsync(person, path, Screens[screen]);
        Assert.True(await page.Locator("h1").First.InnerTextAsync() is { Length: > 0 });
        await ShootAsync(page, path, screen);
        Assert.Empty(elsewhere);
        Assert.Empty(complaints);
        Assert.Empty(await Axe.SeriousAsync(page));
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth + 1"), "the page is wider than the screen");
    }

    [SkippableFact]
    public async Task The_wall_chart_prints_on_one_a3_page()
    {
        Skip.If(_browser is null, "no chromium on this machine");
        var (page, _, _) = await OpenAsync(Secretary, "/wall", (1680, 1050));
        var pdf = await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true });
        var text = System.Text.Encoding.Latin1.GetString(pdf);
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(text, @"/Type\s*/Page\b(?!s)", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(5)));
    }

    [SkippableFact]
    public async Task The_wall_chart_brings_itself_up_to_date()
    {
        Skip.If(_browser is null, "no chromium on this machine");
        var context = await _browser!.NewContextAsync();
        await context.AddCookiesAsync([new() { Name = PageSite.Cookie, Value = Uri.EscapeDataString(Secretary), Url = _site!.Address }]);
        var page = await context.NewPageAsync();
        await page.Clock.InstallAsync();
        await page.GotoAsync(_site.Address + "/wall");
        await page.EvaluateAsync("() => document.querySelector('.sheet svg').setAttribute('data-old', '1')");
        await page.RunAndWaitForResponseAsync(() => page.Clock.RunForAsync(61_000), r => r.Url.EndsWith("/wall", StringComparison.Ordinal));
        await page.WaitForFunctionAsync("() => !document.querySelector('.sheet svg[data-old]')");
    }

    [SkippableFact]
    public async Task The_rooms_can_be_walked_by_keyboard()
    {
        Skip.If(_browser is null, "no chromium on this machine");
        var (page, _, _) = await OpenAsync(Secretary, "/duties", Screens["desk"]);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"));
        for (var i = 0; i < 4; i++) await page.Keyboard.PressAsync("Tab");
        Assert.Equal("/board", await page.EvaluateAsync<string>("() => document.activeElement.getAttribute('href')"));
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForFunctionAsync("() => location.pathname === '/board' && document.querySelector('h1')");
    }

    private async Task<(IPage Page, List<string> Elsewhere, List<string> Complaints)> OpenAsync(string person, string path, (int Width, int Height) screen)
    {
        var id = person is Office or Administrator ? _site!.Books.Store.Current.People.First(p => p.Roles.Any(r => r.ToString() == person)).Id : person;
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = screen.Width, Height = screen.Height }, Locale = "zh-CN" });
        await context.AddCookiesAsync([new() { Name = PageSite.Cookie, Value = Uri.EscapeDataString(id), Url = _site!.Address }]);
        var page = await context.NewPageAsync();
        List<string> elsewhere = [], complaints = [];
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(_site.Address, StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal)) elsewhere.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error") complaints.Add(message.Text);
        };
        var answer = await page.GotoAsync(_site.Address + path);
        Assert.Equal(200, answer!.Status);
        return (page, elsewhere, complaints);
    }

    private static Task<byte[]> ShootAsync(IPage page, string path, string screen)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "PartyProjects.sln"))) root = root.Parent;
        var name = string.Concat(path.Split('?')[0].Trim('/').Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
        return page.ScreenshotAsync(new() { Path = Path.Combine(root?.FullName ?? AppContext.BaseDirectory, "artifacts", "screens", $"{name}-{screen}.png"), FullPage = true });
    }
}
