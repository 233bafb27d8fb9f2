namespace PartyProjects.Bot.Understanding.Training;

/// <summary>From the examples folder to the weights file, and how well the weights do on examples they have not seen.</summary>
public static class Course
{
    /// <summary>Parts held out in turn when the figures are taken.</summary>
    private const int Folds = 5;

    /// <summary>Scores are divided by this before they become probabilities; set by hand, the threshold was measured at 1 and is to be measured again (decision 0004).</summary>
    private const float Temperature = 0.8f;

    public sealed record Figures(double Accuracy, double MacroF1, float Temperature, double ConfidentShare, double ConfidentAccuracy);

    /// <summary>The weights file; the same folder gives the same bytes on every machine.</summary>
    public static byte[] WeightsOf(string folder)
    {
        var lessons = LessonsOf(folder);
        return IntentTrainer.Train(lessons, Temperature);
    }

    /// <summary>Cross-validation over templates: no line is judged by weights that have seen another drawing of its template.</summary>
    public static Figures Validate(string folder, double threshold)
    {
        var lessons = LessonsOf(folder);
        int right = 0, all = 0, confident = 0, confidentRight = 0;
        var hits = new double[IntentTable.ScoredCount];
        var gold = new double[IntentTable.ScoredCount];
        var said = new double[IntentTable.ScoredCount];
        for (var fold = 0; fold < Folds; fold++)
        {
            foreach (var (truth, scores) in HeldOut(lessons, fold))
            {
                var chances = IntentChances(scores, Temperature);
                var best = Array.IndexOf(chances, chances.Max());
                all++;
                gold[truth]++;
                said[best]++;
                if (best == truth)
                {
                    right++;
                    hits[truth]++;
                }
                if (chances[best] < threshold) continue;
                confident++;
                if (best == truth) confidentRight++;
            }
        }
        var f1 = Enumerable.Range(0, gold.Length).Where(i => gold[i] > 0).Average(i => 2 * hits[i] / (gold[i] + said[i]));
        return new Figures((double)right / all, f1, Temperature, (double)confident / all, (double)confidentRight / Math.Max(1, confident));
    }

    private static IReadOnlyList<Lesson> LessonsOf(string folder)
    {
        var files = ExampleFiles.Read(folder);
        var masking = Masking.Of(files.Fillers["org"], files.Fillers["project"]);
        return new Lessons(files, (text, staff) => new MaskedLine(masking.Mask(text), staff)).All();
    }

    private static List<(int Truth, float[] Scores)> HeldOut(IReadOnlyList<Lesson> lessons, int fold)
    {
        var model = IntentModel.Read(IntentTrainer.Train([.. lessons.Where(lesson => lesson.Template % Folds != fold)], 1));
        var lines = new List<(int, float[])>();
        foreach (var lesson in lessons.Where(lesson => lesson.Template % Folds == fold))
        {
            var scores = new float[IntentTable.All.Count];
            model.Score([.. lesson.Features], scores);
            lines.Add((IntentTable.IndexOfIntent(IntentTable.All[lesson.Class].Intent), scores));
        }
        return lines;
    }

    private static float[] IntentChances(float[] scores, float temperature)
    {
        var classes = (float[])scores.Clone();
        Softmax.Apply(classes, temperature);
        var chances = new float[IntentTable.ScoredCount];
        for (var i = 0; i < classes.Length; i++) chances[IntentTable.IndexOfIntent(IntentTable.All[i].Intent)] += classes[i];
        return chances;
    }
}
