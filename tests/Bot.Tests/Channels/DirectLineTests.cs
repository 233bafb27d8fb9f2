using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using PartyProjects.Bot.Channels;
using PartyProjects.Bot.Conversation;
using PartyProjects.Scheduler.Outbox;

namespace PartyProjects.Tests.Bot.Channels;

/// <summary>The Direct Line server, as Microsoft's clients expect it (channels.md section 2).</summary>
public sealed class DirectLineTests : IAsyncLifetime
{
    private readonly List<IncomingMessage> _heard = [];
    private RunningBot _bot = null!;

    public async Task InitializeAsync() => _bot = await RunningBot.StartAsync(RunningBot.Echo(_heard));

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    private static async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(RunningBot bot, HttpMethod method, string path, string? bearer, string? body = null, string? cookie = null)
    {
        using var request = new HttpRequestMessage(method, "/v3/directline" + path);
        if (bearer is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await bot.Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(HttpMethod method, string path, string? bearer, string? body = null) => SendAsync(_bot, method, path, bearer, body);

    private async Task<string> TokenAsync(string user) => (await SendAsync(HttpMethod.Post, "/tokens/generate", null, $$$"""{"user":{"id":"{{{user}}}"}}""")).Body.GetProperty("token").GetString()!;

    private async Task<(string Token, string Conversation, string Stream)> OpenAsync(string user)
    {
        var (status, body) = await SendAsync(HttpMethod.Post, "/conversations", await TokenAsync(user), "{}");
        Assert.Equal(HttpStatusCode.Created, status);
        Assert.Equal(1800, body.GetProperty("expires_in").GetInt32());
        return (body.GetProperty("token").GetString()!, body.GetProperty("conversationId").GetString()!, body.GetProperty("streamUrl").GetString()!);
    }

    private static string Message(string text, string? clientId = null) =>
        $$"""{"type":"message","from":{"id":"somebody else"},"text":"{{text}}"{{(clientId is null ? "" : $$""","channelData":{"clientActivityID":"{{clientId}}"}""")}}}""";

    private async Task<List<string>> TextsAsync(string token, string conversation, string watermark = "")
    {
        var (_, set) = await SendAsync(HttpMethod.Get, $"/conversations/{conversation}/activities?watermark={watermark}", token);
        return [.. set.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString()!)];
    }

    [Fact]
    public async Task A_message_and_its_answer_are_read_by_watermark()
    {
        var (token, conversation, _) = await OpenAsync("u1");
        var (_, first) = await SendAsync(HttpMethod.Get, $"/conversations/{conversation}/activities?watermark=", token);
        Assert.Equal("1", first.GetProperty("watermark").GetString());
        var (status, posted) = await SendAsync(HttpMethod.Post, $"/conversations/{conversation}/activities", token, Message("你好", "c-1"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(conversation + "|0000002", posted.GetProperty("id").GetString());
        var (_, set) = await SendAsync(HttpMethod.Get, $"/conversations/{conversation}/activities?watermark=1", token);
        var activities = set.GetProperty("activities");
        Assert.Equal("3", set.GetProperty("watermark").GetString());
        Assert.Equal("u1", activities[0].GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("c-1", activities[0].GetProperty("channelData").GetProperty("clientActivityID").GetString());
        Assert.Equal("heard: 你好", activities[1].GetProperty("text").GetString());
        Assert.Equal(posted.GetProperty("id").GetString(), activities[1].GetProperty("replyToId").GetString());
        var (_, none) = await SendAsync(HttpMethod.Get, $"/conversations/{conversation}/activities?watermark=3", token);
        Assert.Equal("3", none.GetProperty("watermark").GetString());
        Assert.Equal("u1", _heard[0].SenderId);
    }

    [Fact]
    public async Task The_same_post_again_is_stored_and_answered_once()
    {
        var (token, conversation, _) = await OpenAsync("u1");
        for (var i = 0; i < 3; i++) await SendAsync(HttpMethod.Post, $"/conversations/{conversation}/activities", token, Message("一次", "same"));
        Assert.Equal(["一次", "heard: 一次"], await TextsAsync(token, conversation, "1"));
    }

    [Fact]
    public async Task Starting_again_with_the_same_token_gives_the_same_conversation()
    {
        var (token, conversation, _) = await OpenAsync("u1");
        var (status, again) = await SendAsync(HttpMethod.Post, "/conversations", token, "{}");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(conversation, again.GetProperty("conversationId").GetString());
    }

    [Fact]
    public async Task A_token_is_one_conversation_and_one_user()
    {
        var (token, conversation, _) = await OpenAsync("u1");
        var (_, other, _) = await OpenAsync("u2");
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Get, $"/conversations/{other}/activities", token)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Post, "/conversations", token, """{"user":{"id":"u2"}}""")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(HttpMethod.Get, $"/conversations/{conversation}/activities", null)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(HttpMethod.Get, $"/conversations/{conversation}/activities", token[..^2] + "xx")).Status);
        var unborn = await TokenAsync("u3");
        var (_, generated) = await SendAsync(HttpMethod.Post, "/tokens/refresh", unborn);
        Assert.Equal(HttpStatusCode.NotFound, (await SendAsync(HttpMethod.Get, $"/conversations/{generated.GetProperty("conversationId").GetString()}", unborn)).Status);
    }

    [Theory]
    [InlineData("""{"type":"message","text":"x"}""", HttpStatusCode.OK)]
    [InlineData("""{"text":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message",""", HttpStatusCode.BadRequest)]
    [InlineData("""[]""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"typing"}""", HttpStatusCode.OK)]
    public async Task What_is_posted_must_be_an_activity(string body, HttpStatusCode expected)
    {
        var (token, conversation, _) = await OpenAsync("u1");
        Assert.Equal(expected, (await SendAsync(HttpMethod.Post, $"/conversations/{conversation}/activities", token, body)).Status);
    }

    [Fact]
    public async Task In_Production_a_token_needs_the_secret_or_the_cookie_of_the_page()
    {
        const string Secret = "a secret of the operator";
        await using var production = await RunningBot.StartAsync(RunningBot.Echo(), environment: "Production", settings: "--DirectLine:Secret=" + Secret);
        const string Asked = """{"user":{"id":"u1"}}""";
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(production, HttpMethod.Post, "/tokens/generate", null, Asked)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(production, HttpMethod.Post, "/tokens/generate", "wrong", Asked)).Status);
        var (status, given) = await SendAsync(production, HttpMethod.Post, "/tokens/generate", "a secret of the operator".Replace(" ", "", StringComparison.Ordinal), Asked);
        Assert.Equal(HttpStatusCode.Forbidden, status);
        using var page = await production.Http.GetAsync(new Uri("/", UriKind.Relative));
        var cookie = page.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(production, HttpMethod.Post, "/tokens/generate", null, "{}", cookie)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(production, HttpMethod.Post, "/tokens/generate", null, Asked, cookie)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync(production, HttpMethod.Post, "/tokens/generate", null, "{}", cookie[..^3] + "abc")).Status);
    }

    [Fact]
    public async Task The_secret_speaks_as_whom_it_names()
    {
        await using var bot = await RunningBot.StartAsync(RunningBot.Echo(), environment: "Production", settings: "--DirectLine:Secret=0123456789abcdef");
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(bot, HttpMethod.Post, "/tokens/generate", "0123456789abcdef", """{"user":{"id":"u1"}}""")).Status);
        Assert.Equal(HttpStatusCode.Created, (await SendAsync(bot, HttpMethod.Post, "/conversations", "0123456789abcdef", "{}")).Status);
    }

    [Fact]
    public async Task The_first_socket_of_a_conversation_starts_from_the_beginning_and_a_second_one_closes_it()
    {
        var (token, conversation, stream) = await OpenAsync("u1");
        await SendAsync(HttpMethod.Post, $"/conversations/{conversation}/activities", token, Message("早"));
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(stream), default);
        var (activities, watermark) = await ReceiveAsync(socket);
        Assert.Equal(["早", "heard: 早"], activities.Skip(1));
        Assert.Equal("3", watermark);

        await SendAsync(HttpMethod.Post, $"/conversations/{conversation}/activities", token, Message("又"));
        List<string> live = [];
        while (live.Count < 2) live.AddRange((await ReceiveAsync(socket)).Texts);
        Assert.Equal(["又", "heard: 又"], live);

        var (_, again) = await SendAsync(HttpMethod.Get, $"/conversations/{conversation}?watermark=3", token);
        using var second = new ClientWebSocket();
        await second.ConnectAsync(new Uri(again.GetProperty("streamUrl").GetString()!), default);
        Assert.Equal(["又", "heard: 又"], (await ReceiveAsync(second)).Texts);
        var closed = await socket.ReceiveAsync(new byte[100], default);
        Assert.Equal(WebSocketMessageType.Close, closed.MessageType);
        Assert.Equal("collision", closed.CloseStatusDescription);
    }

    [Fact]
    public async Task A_stream_address_opens_once()
    {
        var (_, _, stream) = await OpenAsync("u1");
        using var first = new ClientWebSocket();
        await first.ConnectAsync(new Uri(stream), default);
        using var second = new ClientWebSocket();
        await Assert.ThrowsAsync<WebSocketException>(() => second.ConnectAsync(new Uri(stream), default));
    }

    [Fact]
    public async Task What_is_told_unasked_appears_by_itself_once_for_its_key()
    {
        var (token, conversation, stream) = await OpenAsync("u1");
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(stream), default);
        await ReceiveAsync(socket);
        var told = new OutgoingMessage { Channel = "directline", RecipientId = "u1", Text = "9月月报还没有报", Buttons = [("现在报", "报9月")], IdempotencyKey = "k1" };
        var sent = Assert.IsType<DeliveryOutcome.Sent>(await _bot.Sender.SendAsync(told, default));
        Assert.Equal(sent, await _bot.Sender.SendAsync(told, default));
        Assert.Equal(["9月月报还没有报"], (await ReceiveAsync(socket)).Texts);
        Assert.Equal(["9月月报还没有报"], await TextsAsync(token, conversation, "1"));
    }

    [Fact]
    public async Task Who_never_opened_the_page_finds_what_was_told_when_it_opens()
    {
        await _bot.Sender.SendAsync(new OutgoingMessage { Channel = "directline", RecipientId = "u9", Text = "提醒", IdempotencyKey = "k" }, default);
        Assert.Single(new PartyProjects.Data.DirectLineRepository(_bot.Books.Store).Of("u9"));
    }

    [Fact]
    public async Task After_a_restart_token_conversation_and_watermark_still_hold()
    {
        var folder = RunningBot.NewFolder();
        string conversation, token;
        await using (var before = await RunningBot.StartAsync(RunningBot.Echo(), folder))
        {
            var (_, given) = await SendAsync(before, HttpMethod.Post, "/tokens/generate", null, """{"user":{"id":"u1"}}""");
            token = given.GetProperty("token").GetString()!;
            conversation = (await SendAsync(before, HttpMethod.Post, "/conversations", token, "{}")).Body.GetProperty("conversationId").GetString()!;
            await SendAsync(before, HttpMethod.Post, $"/conversations/{conversation}/activities", token, Message("早"));
        }

        await using var after = await RunningBot.StartAsync(RunningBot.Echo(), folder);
        var (_, set) = await SendAsync(after, HttpMethod.Get, $"/conversations/{conversation}/activities?watermark=1", token);
        Assert.Equal(2, set.GetProperty("activities").GetArrayLength());
    }

    [Fact]
    public async Task An_upload_is_heard_as_a_file_and_can_be_fetched_again()
    {
        var (token, conversation, _) = await OpenAsync("u1");
        using var form = new MultipartFormDataContent();
        var activity = new StringContent("""{"type":"message","text":"照片","from":{"id":"u1"}}""", Encoding.UTF8, "application/vnd.microsoft.activity");
        using var picture = new ByteArrayContent([1, 2, 3]);
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(picture, "file", "现场.png");
        form.Add(activity, "activity", "blob");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversation}/upload?userId=u1") { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await _bot.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("照片", _heard[0].Text);
        Assert.Equal([1, 2, 3], _heard[0].Files[0].Content);
        var (_, set) = await SendAsync(HttpMethod.Get, $"/conversations/{conversation}/activities?watermark=1", token);
        var address = set.GetProperty("activities")[0].GetProperty("attachments")[0].GetProperty("contentUrl").GetString()!;
        Assert.Equal([1, 2, 3], await _bot.Http.GetByteArrayAsync(new Uri(address)));
    }

    [Fact]
    public async Task Two_hundred_at_once_lose_nothing_and_mix_nothing_up()
    {
        var everybody = await Task.WhenAll(Enumerable.Range(0, 200).Select(async n =>
        {
            var (token, conversation, _) = await OpenAsync($"user-{n}");
            await SendAsync(HttpMethod.Post, $"/conversations/{conversation}/activities", token, Message($"我是{n}"));
            return (Said: n, Texts: await TextsAsync(token, conversation, "1"));
        }));
        Assert.All(everybody, one => Assert.Equal([$"我是{one.Said}", $"heard: 我是{one.Said}"], one.Texts));
    }

    [Fact]
    public async Task Another_site_gets_in_only_when_it_was_named()
    {
        await using var bot = await RunningBot.StartAsync(RunningBot.Echo(), settings: "--DirectLine:Origins=https://intranet.example.cn");
        foreach (var (origin, allowed) in new[] { ("https://intranet.example.cn", true), ("https://evil.example", false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Options, "/v3/directline/conversations");
            request.Headers.Add("Origin", origin);
            using var response = await bot.Http.SendAsync(request);
            Assert.Equal(allowed, response.Headers.Contains("Access-Control-Allow-Origin"));
        }
    }

    private static async Task<(List<string> Texts, string Watermark)> ReceiveAsync(ClientWebSocket socket)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var bytes = new MemoryStream();
        var part = new byte[8192];
        while (true)
        {
            var received = await socket.ReceiveAsync(part, patience.Token);
            bytes.Write(part, 0, received.Count);
            if (!received.EndOfMessage) continue;
            if (bytes.Length == 0) continue;
            var set = JsonDocument.Parse(bytes.ToArray()).RootElement;
            return ([.. set.GetProperty("activities").EnumerateArray().Select(a => a.GetProperty("text").GetString()!)], set.GetProperty("watermark").GetString()!);
        }
    }
}
