using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Pictures;

/// <summary>What each mark means, in one line.</summary>
public sealed class WallChartLegend(Say say)
{
    private const double Size = 15;

    public IEnumerable<Shape> Draw(double x, double y, double right, double size = Size)
    {
        var left = x;
        foreach (var (mark, text) in Entries(size))
        {
            var width = 26 + TextWidth.Of(text, size) + 16;
            if (x + width > right && x > left)
            {
                x = left;
                y += size + 9;
            }

            foreach (var shape in mark(x + 10, y)) yield return shape;
            yield return new Label(x + 26, y + 5, text, size, Palette.Ink);
            x += width;
        }
    }

    private IEnumerable<(Func<double, double, IEnumerable<Shape>> Mark, string Text)> Entries(double size)
    {
        var radius = size * 0.55;
        var words = say.List("WallChartLegendWords");
        yield return ((x, y) => [NodeMark.Draw(NodeState.Done, x, y, radius)], words[0]);
        yield return ((x, y) => [NodeMark.Draw(NodeState.PendingCheck, x, y, radius)], words[1]);
        yield return ((x, y) => [NodeMark.Draw(NodeState.Overdue, x, y, radius)], words[2]);
        yield return ((x, y) => [NodeMark.Draw(NodeState.Open, x, y, radius)], words[3]);
        yield return ((x, y) => [NodeMark.Original(x, y, radius)], words[4]);
        foreach (var (light, text) in new[] { Light.Green, Light.Yellow, Light.Red, Light.Blue, Light.Grey }.Zip(say.List("LightLegendWords")))
        {
            yield return ((x, y) => LightMark.Draw(light, x, y, radius * 1.1, say.Mark(light)), text);
        }

        yield return ((x, y) => [new Box(x - 9, y - 5, 18, 10, new Paint(Palette.PlanBar))], words[5]);
        yield return ((x, y) => [new Box(x - 9, y - 5, 18, 10, new Paint(Palette.ActualBar))], words[6]);
    }
}
