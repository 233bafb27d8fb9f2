using System.Net;
using PartyProjects.Bot.Pages;

namespace PartyProjects.Tests.Bot.Pages;

public class PageRoutesTests : IAsyncLifetime
{
    private const string Secretary = "华山街道党工委书记";
    private PageSite site = null!;

    public async Task InitializeAsync() => site = await PageSite.StartAsync();

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task Nobody_without_a_cookie_sees_a_page()
    {
        using var nobody = site.ClientOf(null);
        foreach (var route in PageRoutes.All.Where(r => r.Method == "GET"))
        {
            using var answer = await nobody.GetAsync(route.Path);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Everybody_enters_the_rooms_of_the_navigation_and_no_other()
    {
        foreach (var person in new[] { Secretary, "华山街道党工委联络员", Office("OrgDept"), Office("LeadingGroup"), Office("Viewer"), Office("Panel"), Office("Admin"), "新闻里社区党组织书记" })
        {
            using var client = site.ClientOf(person);
            var home = await Text(client, "/wall", anyStatus: true);
            foreach (var route in PageRoutes.All.Where(r => r.Room is not null))
            {
                using var answer = await client.GetAsync(route.Path);
                var listed = home.Contains($"<a href=\"{route.Path}\"", StringComparison.Ordinal);
                Assert.True(answer.StatusCode == (listed ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{person} {route.Path} {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task The_text_of_another_committees_reports_is_not_shown_to_a_secretary()
    {
        using var secretary = site.ClientOf(Secretary);
        var own = await Text(secretary, "/projects/WH2017-03");
        Assert.Contains("本月完成", own, StringComparison.Ordinal);
        var other = await Text(secretary, "/projects/WH2017-06");
        Assert.Contains("超期22个工作日", other, StringComparison.Ordinal);
        Assert.DoesNotContain("本月完成", other, StringComparison.Ordinal);
        Assert.DoesNotContain("社区操作人员培训不足", other, StringComparison.Ordinal);
        using var office = site.ClientOf(Office("OrgDept"));
        Assert.Contains("社区操作人员培训不足", await Text(office, "/projects/WH2017-06"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_shows_the_figures_of_the_day_and_says_that_they_are_a_demo()
    {
        using var secretary = site.ClientOf(Secretary);
        var page = await Text(secretary, "/projects");
        Assert.Contains("74.9", page, StringComparison.Ordinal);
        Assert.Contains("64.0", page, StringComparison.Ordinal);
        Assert.Contains("演示数据 · 演示时钟", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_strict_policy_stands_on_every_page()
    {
        using var secretary = site.ClientOf(Secretary);
        using var answer = await secretary.GetAsync("/wall");
        var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_from_another_site_is_not_carried_out()
    {
        using var admin = site.ClientOf(Office("Admin"));
        foreach (var (name, value) in new[] { ("Sec-Fetch-Site", "cross-site"), ("Origin", "https://evil.example") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/settings/ReportDay") { Content = new FormUrlEncodedContent([new("value", "20")]) };
            request.Headers.Add(name, value);
            using var answer = await admin.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }

        Assert.Equal(25, site.Books.Store.Current.SettingsOn(new DateOnly(2018, 1, 1)).ReportDay);
    }

    [Fact]
    public async Task A_setting_changes_from_the_next_day_and_a_wrong_one_says_why()
    {
        using var admin = site.ClientOf(Office("Admin"));
        Assert.Contains("没有修改", await Post(admin, "/settings/ReportDay", ("value", "31")), StringComparison.Ordinal);
        Assert.Contains("起生效", await Post(admin, "/settings/ReportDay", ("value", "20")), StringComparison.Ordinal);
        var programme = site.Books.Store.Current;
        Assert.Equal((25, 20), (programme.SettingsOn(new DateOnly(2017, 9, 30)).ReportDay, programme.SettingsOn(new DateOnly(2017, 10, 1)).ReportDay));
        Assert.Contains("setting", await Text(admin, "/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_shown_once_and_binds()
    {
        using var admin = site.ClientOf(Office("Admin"));
        var page = await Post(admin, "/people/" + Uri.EscapeDataString(Secretary) + "/code");
        var code = System.Text.RegularExpressions.Regex.Match(page, "绑定码:([2-9A-Z]{8})", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Groups[1].Value;
        Assert.Equal(8, code.Length);
        Assert.DoesNotContain(code, await Text(admin, "/people"), StringComparison.Ordinal);
        Assert.Equal(PartyProjects.Data.BindingOutcome.Bound, (await site.Books.Store.WriteAsync(s => s.Bind(code, "test", "", "u1", null))).Outcome);
    }

    [Fact]
    public async Task A_calendar_address_works_without_a_cookie_until_it_is_revoked()
    {
        using var secretary = site.ClientOf(Secretary);
        var page = await Post(secretary, "/calendar");
        var address = System.Text.RegularExpressions.Regex.Match(page, "http[^<]+\\.ics", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        using var phone = site.ClientOf(null);
        var calendar = await Text(phone, address);
        Assert.Contains("BEGIN:VEVENT", calendar, StringComparison.Ordinal);
        Assert.Contains("M5", calendar, StringComparison.Ordinal);
        using var wrong = await phone.GetAsync(address[..^8] + (address[^8] == '0' ? '1' : '0') + address[^7..]);
        Assert.Equal(HttpStatusCode.NotFound, wrong.StatusCode);
        await Post(secretary, "/calendar/revoke");
        using var gone = await phone.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("/documents/ledger.xlsx")]
    [InlineData("/documents/ledger.csv")]
    [InlineData("/documents/year-end.xlsx")]
    [InlineData("/documents/declaration.xlsx")]
    [InlineData("/documents/review.xlsx")]
    [InlineData("/documents/bulletin-2017-Q2.docx")]
    [InlineData("/wall.svg")]
    [InlineData("/wall.png")]
    [InlineData("/rehearsal?from=2017-10-16&until=2017-10-20")]
    public async Task The_organisation_department_takes_every_document(string path)
    {
        using var office = site.ClientOf(Office("OrgDept"));
        using var answer = await office.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True((await answer.Content.ReadAsByteArrayAsync()).Length > 1000);
    }

    [Fact]
    public async Task A_secretary_exports_the_own_committee_only()
    {
        using var secretary = site.ClientOf("大观街道党工委书记");
        var csv = await Text(secretary, "/documents/ledger.csv");
        Assert.Contains("大观街道党工委", csv, StringComparison.Ordinal);
        Assert.DoesNotContain("护国街道党工委", csv, StringComparison.Ordinal);
    }

    private string Office(string role) => site.Books.Store.Current.People.First(p => p.Roles.Any(r => r.ToString() == role)).Id;

    private static async Task<string> Text(HttpClient client, string path, bool anyStatus = false)
    {
        using var answer = await client.GetAsync(path);
        Assert.True(anyStatus || answer.IsSuccessStatusCode, $"{path} {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task<string> Post(HttpClient client, string path, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await client.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, $"{path} {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }
}
