using System.Numerics;
using System.Runtime.CompilerServices;

namespace PartyProjects.Bot.Understanding.Training;

/// <summary>One line to learn from: its features, its class, how much it counts.</summary>
public sealed record Lesson(uint[] Features, int Class, float Weight, int Block, int Template);

/// <summary>
/// Multinomial logistic regression by AdaGrad, one line at a time in a fixed shuffled order, with averaged weights. Uses only operations that
/// give the same bits on every machine, so that training again gives the file that is checked in.
/// </summary>
public static class IntentTrainer
{
    private const int Epochs = 3, MinimumUses = 2;
    private const float Rate = 0.3f, Decay = 2e-6f, Smoothing = 0.0f, Floor = 0.01f;

    /// <summary>A weight below this share of the largest is dropped; the largest model file is bounded by <see cref="MostEntries"/>.</summary>
    private const int MostEntries = 150_000;

    private const int Lanes = 72;

    public static byte[] Train(IReadOnlyList<Lesson> lessons, float temperature)
    {
        var classes = IntentTable.All.Count;
        var (keys, rows) = Index(lessons);
        var weights = new float[(keys.Length + 1) * Lanes];
        var squares = new float[(keys.Length + 1) * Lanes];
        var sums = new float[(keys.Length + 1) * Lanes];
        var order = new int[lessons.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var draw = new Draw(20170920);
        var scores = new float[Lanes];
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                var j = draw.Below(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }
            var rate = Rate * (1 - 0.8f * epoch / Epochs);
            foreach (var at in order) Learn(lessons[at], rows[at], classes, weights, squares, scores, rate);
            if (epoch < Epochs / 2) continue;
            for (var i = 0; i < sums.Length; i++) sums[i] += weights[i];
        }
        var scaleDown = 1f / (Epochs - Epochs / 2);
        for (var i = 0; i < sums.Length; i++) sums[i] *= scaleDown;
        return Quantize(keys, sums, classes, temperature);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Learn(Lesson lesson, int[] rows, int classes, float[] weights, float[] squares, float[] scores, float rate)
    {
        var width = Vector<float>.Count;
        Array.Clear(scores);
        foreach (var row in rows)
        {
            var w = row * Lanes;
            for (var i = 0; i < Lanes; i += width)
                (new Vector<float>(scores, i) + new Vector<float>(weights, w + i)).CopyTo(scores, i);
        }
        var share = IntentModel.ShareOf(lesson.Features.Length);
        for (var i = 0; i < classes; i++) scores[i] *= share;
        Softmax.Apply(scores.AsSpan(0, classes), 1);
        for (var i = 0; i < classes; i++) scores[i] = (scores[i] - Smoothing / classes) * lesson.Weight;
        scores[lesson.Class] -= (1 - Smoothing) * lesson.Weight;
        for (var i = 0; i < classes; i++) scores[i] *= share;
        var decay = new Vector<float>(Decay);
        var step = new Vector<float>(rate);
        var floor = new Vector<float>(Floor);
        foreach (var row in rows)
        {
            var at = row * Lanes;
            for (var i = 0; i < Lanes; i += width)
            {
                var weight = new Vector<float>(weights, at + i);
                var gradient = new Vector<float>(scores, i) + weight * decay;
                var square = new Vector<float>(squares, at + i) + gradient * gradient;
                square.CopyTo(squares, at + i);
                (weight - step * gradient / (Vector.SquareRoot(square) + floor)).CopyTo(weights, at + i);
            }
        }
    }

    /// <summary>Features used by at least two blocks, sorted; the last row is the bias.</summary>
    private static (uint[] Keys, int[][] Rows) Index(IReadOnlyList<Lesson> lessons)
    {
        var uses = new Dictionary<uint, (int Block, int Count)>();
        foreach (var lesson in lessons)
            foreach (var feature in lesson.Features)
            {
                var seen = uses.GetValueOrDefault(feature, (-1, 0));
                if (seen.Item1 != lesson.Block) uses[feature] = (lesson.Block, seen.Item2 + 1);
            }
        var keys = uses.Where(pair => pair.Value.Count >= MinimumUses).Select(pair => pair.Key).ToArray();
        Array.Sort(keys);
        var rowOf = new Dictionary<uint, int>(keys.Length);
        for (var i = 0; i < keys.Length; i++) rowOf[keys[i]] = i;
        var rows = new int[lessons.Count][];
        for (var i = 0; i < rows.Length; i++)
        {
            var row = new List<int>(lessons[i].Features.Length + 1);
            foreach (var feature in lessons[i].Features)
                if (rowOf.TryGetValue(feature, out var at)) row.Add(at);
            row.Add(keys.Length);
            rows[i] = [.. row];
        }
        return (keys, rows);
    }

    private static byte[] Quantize(uint[] keys, float[] weights, int classes, float temperature)
    {
        var sizes = new List<float>();
        for (var row = 0; row < keys.Length; row++)
            for (var i = 0; i < classes; i++)
                sizes.Add(Math.Abs(weights[row * Lanes + i]));
        sizes.Sort();
        var largest = Math.Min(sizes[^1], 2.5f);
        var scale = largest / 127;
        var least = Math.Max(scale * 0.75f, sizes[Math.Max(0, sizes.Count - MostEntries)]);
        var kept = new List<(uint, List<(byte, sbyte)>)>();
        for (var row = 0; row < keys.Length; row++)
        {
            var entries = new List<(byte, sbyte)>();
            for (var i = 0; i < classes; i++)
            {
                var weight = weights[row * Lanes + i];
                if (Math.Abs(weight) >= least)
                    entries.Add(((byte)i, (sbyte)Math.Clamp((int)MathF.Round(weight / scale), -127, 127)));
            }
            if (entries.Count > 0) kept.Add((keys[row], entries));
        }
        return IntentModel.Write(kept, scale, weights.AsSpan(keys.Length * Lanes, classes).ToArray(), temperature);
    }
}
