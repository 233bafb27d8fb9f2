using System.Runtime.CompilerServices;

namespace PartyProjects.Bot.Understanding;

/// <summary>Softmax from additions and multiplications alone, so that training gives the same bits on every machine (the libraries' exp does not).</summary>
public static class Softmax
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(Span<float> scores, float temperature)
    {
        var best = float.NegativeInfinity;
        foreach (var score in scores)
            if (score > best) best = score;
        var sum = 0f;
        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = Exp((scores[i] - best) / temperature);
            sum += scores[i];
        }
        for (var i = 0; i < scores.Length; i++) scores[i] /= sum;
    }

    /// <summary>e^x for x at most 0, to seven digits.</summary>
    public static float Exp(float x)
    {
        if (x < -60) return 0;
        // e^x = (e^(x/64))^64: a short series is exact enough near 0.
        var y = x / 64;
        var e = 1 + y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4 * (1 + y / 5 * (1 + y / 6)))));
        for (var i = 0; i < 6; i++) e *= e;
        return e;
    }
}
