using System.Net;
using System.Text.Json;
using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Wording;

namespace PartyProjects.Bot.Channels.ActivityProtocol;

/// <summary><c>POST /api/messages</c> (channels.md section 1): one activity in, its replies out through the connector or in the answer.</summary>
internal sealed class ActivityEndpoint(Converse converse, Welcome welcome, Connector connector, CallerCheck callers, AnsweredActivities answered, WordingFile words, ILogger<ActivityEndpoint> log)
{
    // An installation is one bot: ids of senders need no account beside their channel.
    private const string Account = "";
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(1)];
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    public async Task HandleAsync(HttpContext context)
    {
        if (HttpMethods.IsHead(context.Request.Method)) return;
        if (!HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = "POST";
            await RefuseAsync(context, StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "Channel.OnlyPost");
            return;
        }

        if (!callers.Allows(context))
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, "Unauthorized", "Channel.NotAllowed");
            return;
        }

        var (state, activity) = await RequestBody.ReadJsonAsync(context, ActivityJson.Default.Activity);
        if (state == BodyState.TooLarge) await RefuseAsync(context, StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", "Channel.TooLarge");
        else if (state == BodyState.NotJson) await RefuseAsync(context, StatusCodes.Status400BadRequest, "BadSyntax", "Channel.NotJson");
        else if (string.IsNullOrEmpty(activity!.Type)) await RefuseAsync(context, StatusCodes.Status400BadRequest, "BadArgument", "Channel.NoType");
        else await TakeAsync(context, activity);
    }

    private Task TakeAsync(HttpContext context, Activity activity) => activity.Type switch
    {
        "message" or "invoke" or "conversationUpdate" or "installationUpdate" when Missing(activity) is { } key => RefuseAsync(context, StatusCodes.Status400BadRequest, "BadArgument", key),
        "message" => MessageAsync(context, activity),
        "invoke" => InvokeAsync(context, activity),
        "conversationUpdate" when Joined(activity) => GreetAsync(context, activity),
        // Typing, reactions and whatever comes to be added: accepted and ignored (A2005, A2006).
        _ => Task.CompletedTask,
    };

    private string? Missing(Activity activity)
    {
        if (string.IsNullOrEmpty(activity.Conversation?.Id)) return "Channel.NoConversation";
        if (string.IsNullOrEmpty(activity.From?.Id)) return "Channel.NoSender";
        if (string.IsNullOrEmpty(activity.ChannelId)) return "Channel.NoChannel";
        var answersHere = activity.DeliveryMode == "expectReplies" || activity.Type == "invoke";
        return answersHere || callers.ReplyAddress(activity.ServiceUrl) is not null ? null : "Channel.BadServiceUrl";
    }

    private async Task MessageAsync(HttpContext context, Activity activity)
    {
        if (activity.DeliveryMode == "expectReplies")
        {
            var replies = await converse(ActivityReader.Message(activity, Account), CancellationToken.None);
            await Answer.JsonAsync(context, StatusCodes.Status200OK, new ExpectedReplies([.. replies.Select(r => ActivityWriter.Reply(activity, r))]), ActivityJson.Default.ExpectedReplies);
            return;
        }

        await OnceAsync(context, activity, () => converse(ActivityReader.Message(activity, Account), CancellationToken.None));
    }

    /// <summary>Somebody other than the bot came in.</summary>
    private static bool Joined(Activity activity) => activity.MembersAdded?.Any(m => m.Id != activity.Recipient?.Id) == true;

    private Task GreetAsync(HttpContext context, Activity activity) =>
        OnceAsync(context, activity, async () => [await welcome.GreetAsync(ActivityReader.Message(activity, Account), CancellationToken.None)]);

    /// <summary>A second arrival gets the same success and no work; when a reply cannot be posted the channel hears it and may send again.</summary>
    private async Task OnceAsync(HttpContext context, Activity activity, Func<Task<IReadOnlyList<Reply>>> answer)
    {
        var key = $"{activity.ChannelId}|{activity.Conversation!.Id}|{activity.Id}";
        var hasId = !string.IsNullOrEmpty(activity.Id);
        if (hasId && !answered.TryBegin(key)) return;
        var isOut = false;
        try
        {
            isOut = await PostAsync(activity, await answer());
        }
        finally
        {
            if (hasId && !isOut) answered.Forget(key);
        }

        if (!isOut) await RefuseAsync(context, StatusCodes.Status502BadGateway, "BadGateway", "Channel.ReplyNotTaken");
    }

    private async Task<bool> PostAsync(Activity activity, IReadOnlyList<Reply> replies)
    {
        var service = callers.ReplyAddress(activity.ServiceUrl)!;
        foreach (var reply in replies)
        {
            var answer = await PostAsync(service, activity, ActivityWriter.Reply(activity, reply));
            if (answer.IsTaken) continue;
            log.LogWarning("reply to {Channel} not taken: {Status} {Error}", activity.ChannelId, answer.Status, answer.ErrorCode);
            return false;
        }

        return true;
    }

    private async Task<ConnectorAnswer> PostAsync(Uri service, Activity activity, Activity reply)
    {
        var answer = await connector.PostAsync(service, activity.Conversation!.Id!, activity.Id, reply, CancellationToken.None);
        foreach (var pause in Pauses)
        {
            if (answer.IsTaken || !IsWorthAnotherTry(answer)) break;
            var wait = answer.RetryAfter ?? pause;
            if (wait > LongestPause) break;
            await Task.Delay(wait);
            answer = await connector.PostAsync(service, activity.Conversation.Id!, activity.Id, reply, CancellationToken.None);
        }

        return answer;
    }

    private static bool IsWorthAnotherTry(ConnectorAnswer answer) =>
        answer.Status is HttpStatusCode.TooManyRequests or HttpStatusCode.PreconditionFailed or >= HttpStatusCode.InternalServerError || (answer.Status is null && !answer.MayHaveArrived);

    /// <summary>A card's button that wants its answer at once (channels.md 1.8).</summary>
    private async Task InvokeAsync(HttpContext context, Activity activity)
    {
        if (activity.Name != "adaptiveCard/action")
        {
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return;
        }

        if (activity.Value is not { ValueKind: JsonValueKind.Object } value || !value.TryGetProperty("action", out var action) || action.ValueKind != JsonValueKind.Object)
        {
            await InvokeErrorAsync(context, "BadRequest", words.Say("Channel.NoAction"));
            return;
        }

        var type = action.TryGetProperty("type", out var t) ? t.ToString() : "";
        if (type != "Action.Execute")
        {
            await InvokeErrorAsync(context, "NotSupported", $"The action '{type}' is not supported.");
            return;
        }

        var message = ActivityReader.Message(activity with { Value = ActivityReader.ActionData(action), Text = null }, Account);
        var replies = await converse(message, CancellationToken.None);
        var answer = replies is [{ Card: { } card }]
            ? new InvokeAnswer(StatusCodes.Status200OK, ActivityWriter.CardType, ActivityWriter.Card(card).Content!.Value)
            : new InvokeAnswer(StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", Text(string.Join("\n\n", replies.Select(r => r.Text))));
        await Answer.JsonAsync(context, StatusCodes.Status200OK, answer, ActivityJson.Default.InvokeAnswer);
    }

    private static Task InvokeErrorAsync(HttpContext context, string code, string message)
    {
        var error = JsonSerializer.SerializeToElement(new ErrorDetail(code, message), ErrorJson.Readable.ErrorDetail);
        return Answer.JsonAsync(context, StatusCodes.Status400BadRequest, new InvokeAnswer(StatusCodes.Status400BadRequest, "application/vnd.microsoft.error", error), ActivityJson.Default.InvokeAnswer);
    }

    private static JsonElement Text(string text) => JsonSerializer.SerializeToElement(text, ActivityJson.Default.String);

    private Task RefuseAsync(HttpContext context, int status, string code, string key) => Answer.ErrorAsync(context, status, code, words.Say(key));
}
