using PartyProjects.Bot.Pictures;
using SkiaSharp;

namespace PartyProjects.Tests.Bot.Pictures;

public class PngTests
{
    [SkippableFact]
    public void Chinese_letters_are_drawn_without_any_font_of_the_system()
    {
        var font = BuiltIn();
        // Two characters of one width: were they missing, both would be the same empty box.
        var party = Ink(font, "党");
        var build = Ink(font, "建");
        Assert.True(party.Count > 100, $"only {party.Count} dark pixels");
        Assert.True(party.Except(build).Count() > 50, "the two characters look the same");
    }

    [SkippableFact]
    public void Every_character_of_the_wall_chart_has_a_glyph()
    {
        var font = BuiltIn();
        var labels = new WallChartDrawing(DemoYear.Say).Sheet(DemoYear.Chart(DemoYear.EndOfSeptember)).Shapes.OfType<Label>();
        using var face = new SKFont(font.Regular);
        var missing = labels.SelectMany(l => l.Text.EnumerateRunes()).Distinct().Where(r => !face.ContainsGlyph(r.Value)).ToList();
        Assert.True(missing.Count == 0, string.Join(' ', missing));
    }

    [SkippableFact]
    public void The_png_of_the_wall_chart_has_its_size_and_its_colours()
    {
        var png = new PngWriter(BuiltIn()).Write(new WallChartDrawing(DemoYear.Say).Sheet(DemoYear.Chart(DemoYear.EndOfSeptember)));
        using var bitmap = SKBitmap.Decode(png);
        Assert.Equal((1680, 1188), (bitmap.Width, bitmap.Height));
        var colours = bitmap.Pixels.Select(p => (uint)p & 0xFFFFFF).ToHashSet();
        Assert.Superset(new HashSet<uint> { 0x1a7f37, 0xfdd835, 0xc8102e }, colours);
    }

    private static PictureFont BuiltIn()
    {
        var font = PictureFont.Load(Path.Combine(PictureFont.BuiltInFolder, "noto-sans-sc-400.woff"), Path.Combine(PictureFont.BuiltInFolder, "noto-sans-sc-700.woff"));
        Skip.If(font is null, "the font could not be taken from npm when this was built");
        return font!;
    }

    private static HashSet<(int X, int Y)> Ink(PictureFont font, string text)
    {
        var picture = new Picture(64, 64, "", "", [new Label(4, 52, text, 56, Palette.Ink)]);
        using var bitmap = SKBitmap.Decode(new PngWriter(font).Write(picture));
        return [.. from x in Enumerable.Range(0, 64) from y in Enumerable.Range(0, 64) where bitmap.GetPixel(x, y).Red < 128 select (x, y)];
    }
}
