using Microsoft.Playwright;
using PartyProjects.Scheduler.Outbox;
using PartyProjects.Tests.Bot.Channels;

namespace PartyProjects.Tests.Browser.Chat;

/// <summary>The page at / in a real browser: Microsoft's Web Chat, or our plain window, over our Direct Line server, with the real conversation behind it. Pictures go to artifacts/screens.</summary>
public sealed class ChatInABrowser : IAsyncLifetime
{
    private const string Secretary = "护国街道党工委书记";
    private const string Report = "这个月南强街巷进度到78%了,党群驿站开始试运营,资金还差一点没到位,下个月准备挂牌";
    private static readonly string[] Chromiums = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private RunningBot? _bot;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Array.Find(Chromiums, File.Exists) is not { } chromium) return;
        _bot = await RunningBot.StartAsync(settings: "--Demo:Year=2017");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"] });
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_bot is not null) await _bot.DisposeAsync();
    }

    [SkippableTheory]
    [InlineData("desk", 1100, 800)]
    [InlineData("phone", 390, 844)]
    public async Task A_secretary_steps_in_reports_confirms_and_is_told_what_is_still_owed(string screen, int width, int height)
    {
        Skip.If(_browser is null, "no chromium on this machine");
        var (page, elsewhere) = await OpenAsync(width, height);
        Skip.IfNot(await page.EvaluateAsync<bool>("() => !!window.WebChat"), "the build could not take Web Chat from npm");
        await page.GetByText("请先回复").First.WaitForAsync();
        await ShootAsync(page, $"chat-stranger-{screen}");
        await StepInAsync(page);

        await SayAsync(page, Report);
        await page.GetByText("78%").Last.WaitForAsync();
        await SayAsync(page, "确认");
        await page.GetByText("已报送9月月报").Last.WaitForAsync();
        await SayAsync(page, "还欠什么");
        await page.GetByText("还欠什么").Last.WaitForAsync();
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('#chat p.webchat__text-content')].filter(p => !p.closest('.webchat__bubble--from-user')).length > 3");
        await ShootAsync(page, $"chat-{screen}");

        Assert.Empty(elsewhere);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth + 1"), "the page is wider than the screen");
    }

    [SkippableFact]
    public async Task What_is_told_unasked_appears_by_itself_and_is_still_there_after_loading_again()
    {
        Skip.If(_browser is null, "no chromium on this machine");
        var (page, _) = await OpenAsync(1100, 800);
        await StepInAsync(page);
        await _bot!.Sender.SendAsync(new OutgoingMessage { Channel = "directline", RecipientId = "demo-" + Secretary, Text = "【提醒】9月月报还没有报", IdempotencyKey = "browser-1" }, default);
        await page.GetByText("【提醒】").First.WaitForAsync();
        await page.ReloadAsync();
        await page.GetByText("【提醒】").First.WaitForAsync();
        await ShootAsync(page, "chat-nudge");
    }

    [SkippableFact]
    public async Task Without_Web_Chat_the_plain_window_holds_the_same_conversation()
    {
        Skip.If(_browser is null, "no chromium on this machine");
        var (page, _) = await OpenAsync(390, 844, page => page.RouteAsync("**/lib/webchat.js*", route => route.AbortAsync()));
        await StepInAsync(page);
        await page.Locator("#chat.plain").WaitForAsync();
        await SayAsync(page, Report);
        await page.Locator(".bubble:not(.mine)", new() { HasText = "78%" }).WaitForAsync();
        await SayAsync(page, "取消");
        await page.WaitForFunctionAsync("() => document.querySelectorAll('.bubble:not(.mine)').length >= 3");
        await ShootAsync(page, "chat-plain");
    }

    private async Task<(IPage Page, List<string> Elsewhere)> OpenAsync(int width, int height, Func<IPage, Task>? prepare = null)
    {
        var context = await _browser!.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, Locale = "zh-CN", TimezoneId = "Asia/Shanghai" });
        var page = await context.NewPageAsync();
        if (prepare is not null) await prepare(page);
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            var uri = new Uri(request.Url);
            if (uri.Scheme is not ("data" or "blob") && uri.Authority != _bot!.Address.Authority) elsewhere.Add(request.Url);
        };
        await page.GotoAsync(_bot!.Address.ToString());
        await page.Locator("#chat.ready").WaitForAsync();
        return (page, elsewhere);
    }

    private static async Task StepInAsync(IPage page)
    {
        await page.Locator("#person").SelectOptionAsync(Secretary);
        await page.GetByRole(AriaRole.Button, new() { Name = "进入" }).ClickAsync();
        await page.Locator("header .who").WaitForAsync();
        await page.Locator("#chat.ready").WaitForAsync();
        await page.GetByText("您好," + Secretary).First.WaitForAsync();
    }

    private static async Task SayAsync(IPage page, string text)
    {
        var box = page.Locator("#chat textarea, #chat [data-id='webchat-sendbox-input']").First;
        await box.FillAsync(text);
        await box.PressAsync("Enter");
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "PartyProjects.sln"))) folder = folder.Parent;
        var shots = Path.Combine(folder?.FullName ?? AppContext.BaseDirectory, "artifacts", "screens");
        Directory.CreateDirectory(shots);
        await page.ScreenshotAsync(new() { Path = Path.Combine(shots, name + ".png") });
    }
}
