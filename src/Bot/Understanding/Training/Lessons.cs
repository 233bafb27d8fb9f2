using System.Text;

namespace PartyProjects.Bot.Understanding.Training;

/// <summary>Examples written out: every template drawn a few times, plainly and with the slips of real typing, and turned into features.</summary>
public sealed class Lessons(ExampleFiles files, Func<string, bool, MaskedLine> mask)
{
    private const int DrawsOfPlain = 1, DrawsOfTemplate = 16;

    /// <summary>Acts are rarer than intents and must not draw everyday lines to themselves.</summary>
    private const float ActWeight = 0.8f;

    private static readonly string[] Openings = ["嗯", "那个", "呃", "就是", "你好,", "哎", "嗯那个", "麻烦", "请问", "老师,", "小助手,"];
    private static readonly string[] Endings = ["啊", "哈", "哦", "。", "!", "~", "嘛", "噻", "呗", "👍", "😊", "谢谢", "了", "喽"];

    /// <summary>Said mostly by the committee's staff, and mostly by the units; everything else by either.</summary>
    private static readonly HashSet<string> OfStaff =
        ["review-accept", "review-return", "score-project", "establish-project", "approve-extension", "reject-extension", "nudge", "compose-bulletin"];

    private static readonly HashSet<string> OfUnits =
        ["report-progress", "complete-milestone", "raise-issue", "request-extension", "amend-report", "withdraw-report", "acknowledge", "snooze", "bind-account"];

    public IReadOnlyList<Lesson> All()
    {
        var lessons = new List<Lesson>();
        for (var i = 0; i < files.Examples.Count; i++) Add(files.Examples[i], i, lessons);
        return lessons;
    }

    private void Add(Example example, int number, List<Lesson> lessons)
    {
        var draw = Draw.For(example.Source + IntentTable.All[example.Class].Name);
        var lines = new List<(string Text, float Weight)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < (example.Template.IsPlain ? DrawsOfPlain : DrawsOfTemplate); i++)
        {
            var line = example.Template.Draw(draw, files.Fillers);
            if (seen.Add(line)) lines.Add((line, 1));
        }
        var clean = lines.Count;
        for (var i = 0; i < clean; i++)
        {
            lines.Add((Slipped(lines[i].Text, draw), 0.6f));
            if (clean <= 2) lines.Add((Slipped(lines[i].Text, draw), 0.6f));
        }
        var each = (1 + MathF.Sqrt(clean)) / lines.Sum(line => line.Weight);
        if (IntentTable.All[example.Class].Act is not null) each *= ActWeight;
        var features = new List<uint>();
        foreach (var (text, weight) in lines)
        {
            IntentFeatures.Read(mask(text, Staff(example.Class, draw)), features);
            lessons.Add(new Lesson([.. features], example.Class, weight * each, example.Block, number));
        }
    }

    private static bool Staff(int kind, Draw draw)
    {
        var intent = IntentTable.All[kind].Intent;
        return draw.Below(100) < (OfStaff.Contains(intent) ? 80 : OfUnits.Contains(intent) ? 12 : 50);
    }

    /// <summary>One or two slips: a filler in front, a particle behind, missing punctuation, a character that sounds alike, one left out.</summary>
    private static string Slipped(string line, Draw draw)
    {
        var text = new StringBuilder(line);
        for (var n = 1 + draw.Below(2); n > 0; n--)
        {
            switch (draw.Below(8))
            {
                case 0 or 1:
                    text.Insert(0, Openings[draw.Below(Openings.Length)]);
                    break;
                case 2:
                    text.Append(Endings[draw.Below(Endings.Length)]);
                    break;
                case 3:
                    for (var i = text.Length - 1; i >= 0; i--)
                        if (text[i] is ',' or '，' or '。' or '?' or '？' or ';' or '；') text.Remove(i, 1);
                    break;
                case 4 when text.Length > 5:
                    text.Remove(draw.Below(text.Length), 1);
                    break;
                default:
                    if (text.Length < 2) break;
                    var at = draw.Below(text.Length);
                    text[at] = Syllables.SoundsLike(text[at], draw.Below(1000));
                    break;
            }
        }
        return text.ToString();
    }
}
