using System.Globalization;
using System.Text;
using PartyProjects.Bot.Conversation;

namespace PartyProjects.Tests.Scenarios;

/// <summary>
/// A conversation written down so that anybody can read it and add to it; see <c>screenplays/怎么写.md</c>. Lines are acted in order on the demo year:
/// somebody speaks, and what the bot must (or must not) say follows.
/// </summary>
internal sealed class Screenplay(string file)
{
    private readonly StringBuilder _transcript = new();
    private IReadOnlyList<Reply> _replies = [];
    private string _lastSpeaker = "", _lastText = "";

    public string Transcript => _transcript.ToString();

    public async Task PlayAsync()
    {
        var lines = await File.ReadAllLinesAsync(file);
        var start = lines.Select(l => l.Trim()).FirstOrDefault(l => l.StartsWith("时间:", StringComparison.Ordinal));
        await using var theatre = new Theatre(start is null ? new DateTime(2017, 9, 20, 9, 0, 0) : Moment(start[3..]));
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            try
            {
                await ActAsync(theatre, line);
            }
            catch (Exception e) when (e is Xunit.Sdk.XunitException or InvalidOperationException or NullReferenceException)
            {
                Assert.Fail($"{Path.GetFileName(file)}({i + 1}): {line}\n{e.Message}\n--- said so far ---\n{_transcript}\n{theatre.Failure}");
            }

            Assert.True(theatre.Failure is null, $"{Path.GetFileName(file)}({i + 1}): {line}\n{theatre.Failure}");
        }
    }

    private async Task ActAsync(Theatre theatre, string line)
    {
        if (line == "重启")
        {
            await theatre.RestartAsync();
            return;
        }

        if (line == "同一条再来一次")
        {
            var again = theatre.LastMessageId();
            _replies = await theatre.SayAsync(theatre.Office(_lastSpeaker), _lastText, messageId: again);
            return;
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        Assert.True(colon > 0, "a line is 谁:什么");
        var (who, what) = (line[..colon].Trim(), line[(colon + 1)..].Trim());
        switch (who)
        {
            case "时间":
                await theatre.MoveToAsync(Moment(what));
                _transcript.Append("\n【").Append(what).Append("】\n");
                break;
            case "机器人":
                foreach (var part in what.Split('|', StringSplitOptions.TrimEntries)) Assert.Contains(part, Said(), StringComparison.Ordinal);
                break;
            case "机器人不说":
                foreach (var part in what.Split('|', StringSplitOptions.TrimEntries)) Assert.DoesNotContain(part, Said(), StringComparison.Ordinal);
                break;
            case "按钮":
                foreach (var part in what.Split('|', StringSplitOptions.TrimEntries)) Assert.Contains(_replies.SelectMany(r => r.Buttons), b => b.Title == part);
                break;
            case "附件":
                foreach (var part in what.Split('|', StringSplitOptions.TrimEntries)) Assert.Contains(_replies.SelectMany(r => r.Files), f => f.Name.Contains(part, StringComparison.Ordinal));
                break;
            default:
                if (who.StartsWith("通知", StringComparison.Ordinal)) await ToldAsync(theatre, who[2..].Trim(), what);
                else await SpeakAsync(theatre, who, what);
                break;
        }
    }

    private static async Task ToldAsync(Theatre theatre, string who, string what)
    {
        var told = string.Join('\n', (await theatre.ToldAsync(theatre.Office(who))).Select(m => m.Text));
        foreach (var part in what.Split('|', StringSplitOptions.TrimEntries)) Assert.Contains(part, told, StringComparison.Ordinal);
    }

    private async Task SpeakAsync(Theatre theatre, string who, string what)
    {
        var group = who.StartsWith("群里", StringComparison.Ordinal);
        if (group) who = who[2..].Trim();
        (_lastSpeaker, _lastText) = (who, what);
        _replies = who.StartsWith("陌生人", StringComparison.Ordinal) ? await theatre.SayAsync(who, what, group) : await theatre.SayAsync(theatre.Office(who), what, group);
        _transcript.Append(group ? "(群里)" : "").Append(who).Append(": ").Append(what).Append('\n');
        foreach (var reply in _replies)
        {
            _transcript.Append("    机器人: ").Append(reply.Text.Replace("\n", "\n            ", StringComparison.Ordinal)).Append('\n');
            if (reply.Buttons.Count > 0) _transcript.Append("            [").AppendJoin("] [", reply.Buttons.Select(b => b.Title)).Append("]\n");
            Assert.True(reply.Text.Split('\n').Length <= 12, $"a reply has at most 12 lines:\n{reply.Text}");
        }
    }

    private string Said() => string.Join('\n', _replies.Select(r => r.Text));

    private static DateTime Moment(string text) => DateTime.ParseExact(text.Trim(), ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None);
}
