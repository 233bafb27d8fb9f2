using PartyProjects.Domain;

namespace PartyProjects.Bot.Pictures;

/// <summary>
/// A light as shape, word and colour: 绿 a disc, 黄 a diamond, 红 a square, 蓝 a hexagon, 灰 a ring.
/// Triangles are kept for nodes (done ▲, overdue ▼).
/// </summary>
public static class LightMark
{
    public static IEnumerable<Shape> Draw(Light light, double x, double y, double radius, string word, string? tip = null)
    {
        var paint = new Paint(Palette.Of(light));
        yield return light switch
        {
            Light.Green => new Disc(x, y, radius, paint) { Tip = tip },
            Light.Yellow => new Outline([(x, y - (radius * 1.25)), (x + (radius * 1.25), y), (x, y + (radius * 1.25)), (x - (radius * 1.25), y)], paint with { Stroke = Palette.Ink, Width = 1 }) { Tip = tip },
            Light.Red => new Box(x - (radius * 0.95), y - (radius * 0.95), radius * 1.9, radius * 1.9, paint) { Tip = tip },
            Light.Blue => new Outline([.. Enumerable.Range(0, 6).Select(i => (x + (radius * 1.1 * Math.Cos(i * Math.PI / 3)), y + (radius * 1.1 * Math.Sin(i * Math.PI / 3))))], paint) { Tip = tip },
            _ => new Disc(x, y, radius, new Paint(Palette.White, Palette.Of(light), 2)) { Tip = tip },
        };
        var size = radius * 1.25;
        yield return new Label(x, y + (size * 0.36), word, size, light == Light.Grey ? Palette.Ink : Palette.WordOn(light), Anchor.Middle, Bold: true);
    }
}
