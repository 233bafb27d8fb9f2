using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PartyProjects.Bot.Channels.ActivityProtocol;
using PartyProjects.Bot.Conversation;
using PartyProjects.Scheduler.Outbox;

namespace PartyProjects.Tests.Bot.Channels;

/// <summary>POST /api/messages, line by line of the protocol's table (channels.md section 1).</summary>
public sealed class ActivityProtocolTests : IAsyncLifetime, IDisposable
{
    private readonly FakeConnector _connector = new();
    private readonly List<IncomingMessage> _heard = [];
    private RunningBot _bot = null!;

    public async Task InitializeAsync() => _bot = await RunningBot.StartAsync(RunningBot.Echo(_heard));

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    public void Dispose() => _connector.Dispose();

    private JsonObject Activity(string type = "message", string? id = "a1", string conversation = "c 1") => new()
    {
        ["type"] = type,
        ["id"] = id,
        ["channelId"] = "emulator",
        ["serviceUrl"] = _connector.ServiceUrl + "/",
        ["from"] = new JsonObject { ["id"] = "u1", ["name"] = "user" },
        ["recipient"] = new JsonObject { ["id"] = "bot" },
        ["conversation"] = new JsonObject { ["id"] = conversation },
        ["text"] = "还欠什么",
    };

    private Task<HttpResponseMessage> PostAsync(JsonNode activity) => PostAsync(activity.ToJsonString());

    private async Task<HttpResponseMessage> PostAsync(string body) => await _bot.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"));

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;

    [Fact]
    public async Task A_message_is_answered_through_the_connector_with_sender_and_recipient_swapped()
    {
        using var response = await PostAsync(Activity());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        var (path, reply) = await _connector.NextAsync();
        Assert.Equal("/v3/conversations/c%201/activities/a1", path);
        Assert.Equal("heard: 还欠什么", reply.GetProperty("text").GetString());
        Assert.Equal("a1", reply.GetProperty("replyToId").GetString());
        Assert.Equal("bot", reply.GetProperty("from").GetProperty("id").GetString());
        Assert.Equal("u1", reply.GetProperty("recipient").GetProperty("id").GetString());
        Assert.False(reply.TryGetProperty("serviceUrl", out _));
    }

    [Fact]
    public async Task The_same_activity_twice_is_answered_once()
    {
        using var first = await PostAsync(Activity());
        using var second = await PostAsync(Activity());
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        Assert.Single(_connector.Posts);
        Assert.Single(_heard);
    }

    [Fact]
    public async Task With_expectReplies_the_answer_holds_the_replies_and_the_connector_is_left_alone()
    {
        var activity = Activity();
        activity["deliveryMode"] = "expectReplies";
        using var response = await PostAsync(activity);
        var replies = (await JsonAsync(response)).GetProperty("activities");
        Assert.Equal("heard: 还欠什么", replies[0].GetProperty("text").GetString());
        Assert.Empty(_connector.Posts);
    }

    [Fact]
    public async Task Who_joins_is_greeted_and_the_bot_itself_is_not()
    {
        var joined = Activity("conversationUpdate");
        joined["membersAdded"] = new JsonArray { new JsonObject { ["id"] = "bot" } };
        using var alone = await PostAsync(joined);
        Assert.Empty(_connector.Posts);
        joined["id"] = "a2";
        joined["membersAdded"] = new JsonArray { new JsonObject { ["id"] = "bot" }, new JsonObject { ["id"] = "u1" } };
        using var both = await PostAsync(joined);
        var (_, greeting) = await _connector.NextAsync();
        Assert.Contains("绑定码", greeting.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("somethingNew")]
    public async Task Other_types_are_accepted_and_ignored(string type)
    {
        using var response = await PostAsync(Activity(type));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(_heard);
        Assert.Empty(_connector.Posts);
    }

    [Theory]
    [InlineData("Action.Execute", 200, "application/vnd.microsoft.activity.message")]
    [InlineData("Action.Submit", 400, "application/vnd.microsoft.error")]
    public async Task A_card_action_gets_its_answer_at_once(string type, int status, string answerType)
    {
        var invoke = Activity("invoke");
        invoke["name"] = "adaptiveCard/action";
        invoke["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = type, ["verb"] = "v", ["data"] = new JsonObject { ["says"] = "确认" } } };
        using var response = await PostAsync(invoke);
        Assert.Equal(status, (int)response.StatusCode);
        var answer = await JsonAsync(response);
        Assert.Equal(status, answer.GetProperty("statusCode").GetInt32());
        Assert.Equal(answerType, answer.GetProperty("type").GetString());
        if (status == 400) Assert.Equal("NotSupported", answer.GetProperty("value").GetProperty("code").GetString());
        else Assert.Equal("确认", _heard[0].Value!.Value.GetProperty("says").GetString());
    }

    [Fact]
    public async Task An_invoke_that_nobody_handles_is_501_and_one_without_action_400()
    {
        var invoke = Activity("invoke");
        invoke["name"] = "application/search";
        using var unknown = await PostAsync(invoke);
        Assert.Equal(HttpStatusCode.NotImplemented, unknown.StatusCode);
        invoke["name"] = "adaptiveCard/action";
        using var empty = await PostAsync(invoke);
        Assert.Equal("BadRequest", (await JsonAsync(empty)).GetProperty("value").GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("{\"type\":", "JSON")]
    [InlineData("[]", "JSON")]
    [InlineData("", "JSON")]
    [InlineData("{}", "type")]
    [InlineData("""{"type":"message","from":{"id":"u"},"channelId":"x","text":"hi"}""", "conversation.id")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"channelId":"x","text":"hi"}""", "from.id")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"u"},"channelId":"x","serviceUrl":"https://evil.example/"}""", "serviceUrl")]
    [InlineData("""{"type":"message","conversation":{"id":"c"},"from":{"id":"u"},"channelId":"x","serviceUrl":"http://10.0.0.1/"}""", "serviceUrl")]
    public async Task What_cannot_be_understood_is_400_with_a_sentence(string body, string says)
    {
        using var response = await PostAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(says, (await JsonAsync(response)).GetProperty("error").GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Empty(_heard);
    }

    [Fact]
    public async Task Ten_megabytes_are_413_with_a_sentence_and_the_connection_holds()
    {
        var activity = Activity();
        activity["text"] = new string('长', 10 * 1024 * 1024 / 3);
        using var response = await PostAsync(activity);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("太长", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var next = await PostAsync(Activity());
        Assert.Equal(HttpStatusCode.OK, next.StatusCode);
    }

    [Fact]
    public async Task Other_methods_are_405_and_a_probe_with_HEAD_is_answered()
    {
        using var get = await _bot.Http.GetAsync(new Uri("/api/messages", UriKind.Relative));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, get.StatusCode);
        using var head = await _bot.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/api/messages"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Fact]
    public async Task A_connector_that_is_busy_for_a_moment_is_asked_again()
    {
        _connector.AnswerNext(429, "1");
        using var response = await PostAsync(Activity());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, _connector.Posts.Count);
    }

    [Fact]
    public async Task A_reply_that_is_not_taken_is_told_and_the_next_arrival_tries_again()
    {
        for (var i = 0; i < 3; i++) _connector.AnswerNext(503);
        using var response = await PostAsync(Activity());
        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        using var again = await PostAsync(Activity());
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task In_Production_the_endpoint_does_not_exist_until_it_is_configured()
    {
        await using var production = await RunningBot.StartAsync(RunningBot.Echo(), environment: "Production");
        using var response = await production.Http.PostAsync(new Uri("/api/messages", UriKind.Relative), new StringContent("{}"));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_stored_reference_is_enough_to_speak_first()
    {
        using var response = await PostAsync(Activity());
        await _connector.NextAsync();
        var outcome = await _bot.Sender.SendAsync(new OutgoingMessage { Channel = "emulator", RecipientId = "u1", Reference = _heard[0].Reference, Text = "提醒", IdempotencyKey = "k1" }, default);
        Assert.Equal(new DeliveryOutcome.Sent("r1", "提醒"), outcome);
        var (path, told) = await _connector.NextAsync();
        Assert.Equal("/v3/conversations/c%201/activities", path);
        Assert.False(told.TryGetProperty("replyToId", out _));
    }

    [Theory]
    [InlineData(201, "", typeof(DeliveryOutcome.Sent))]
    [InlineData(429, "Throttled", typeof(DeliveryOutcome.Retry))]
    [InlineData(412, "PreconditionFailed", typeof(DeliveryOutcome.Retry))]
    [InlineData(502, "", typeof(DeliveryOutcome.Retry))]
    [InlineData(403, "ConversationBlockedByUser", typeof(DeliveryOutcome.GiveUp))]
    [InlineData(404, "ConversationNotFound", typeof(DeliveryOutcome.GiveUp))]
    [InlineData(401, "BotNotRegistered", typeof(DeliveryOutcome.GiveUp))]
    [InlineData(413, "MessageSizeTooBig", typeof(DeliveryOutcome.GiveUp))]
    public void What_the_connector_says_decides_whether_it_is_tried_again(int status, string code, Type outcome) =>
        Assert.IsType(outcome, new ConnectorAnswer((HttpStatusCode)status, "r", code, null, true).Outcome("text"));

    [Theory]
    [InlineData("http://localhost:56150/_connector", "http://localhost:56150/_connector/v3/conversations/a%7Cb/activities/x%2Fy")]
    [InlineData("http://127.0.0.1:1/", "http://127.0.0.1:1/v3/conversations/a%7Cb/activities/x%2Fy")]
    public void Between_service_address_and_path_stands_exactly_one_slash(string service, string address) =>
        Assert.Equal(address, ServiceAddress.Activities(ServiceAddress.Loopback(service)!, "a|b", "x/y").AbsoluteUri);

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://localhost.evil.example/")]
    [InlineData("http://169.254.169.254/latest")]
    [InlineData("http://user@localhost/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("nonsense")]
    [InlineData(null)]
    public void A_caller_without_a_token_is_answered_on_this_machine_only(string? service) => Assert.Null(ServiceAddress.Loopback(service));
}
