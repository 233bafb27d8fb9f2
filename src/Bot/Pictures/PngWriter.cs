using System.Globalization;
using SkiaSharp;

namespace PartyProjects.Bot.Pictures;

/// <summary>Writes a picture as PNG, for chats that show no SVG.</summary>
public sealed class PngWriter(PictureFont font)
{
    /// <summary>Longest side in pixels; a longer picture is made smaller, since a phone cannot open it.</summary>
    private const int LongestSide = 8000;

    /// <summary>The PNG file.</summary>
    public byte[] Write(Picture picture, float scale = 1)
    {
        scale = (float)Math.Min(scale, LongestSide / Math.Max(picture.Width, picture.Height));
        var info = new SKImageInfo((int)Math.Ceiling(picture.Width * scale), (int)Math.Ceiling(picture.Height * scale));
        using var surface = SKSurface.Create(info);
        var canvas = surface.Canvas;
        canvas.Clear(SKColors.White);
        canvas.Scale(scale);
        foreach (var shape in picture.Shapes) Draw(canvas, shape);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private void Draw(SKCanvas canvas, Shape shape)
    {
        switch (shape)
        {
            case Box b:
                var rect = SKRect.Create((float)b.X, (float)b.Y, (float)Math.Max(0, b.Width), (float)b.Height);
                Painted(b.Paint, p => canvas.DrawRoundRect(rect, (float)b.Radius, (float)b.Radius, p));
                break;
            case Line l:
                Painted(l.Paint, p => canvas.DrawLine((float)l.X1, (float)l.Y1, (float)l.X2, (float)l.Y2, p));
                break;
            case Disc d:
                Painted(d.Paint, p => canvas.DrawCircle((float)d.X, (float)d.Y, (float)d.Radius, p));
                break;
            case Outline o:
                using (var path = new SKPathBuilder())
                {
                    path.MoveTo((float)o.Points[0].X, (float)o.Points[0].Y);
                    foreach (var (x, y) in o.Points.Skip(1)) path.LineTo((float)x, (float)y);
                    path.Close();
                    using var drawn = path.Detach();
                    Painted(o.Paint, p => canvas.DrawPath(drawn, p));
                }

                break;
            case Label t:
                using (var face = new SKFont(t.Bold ? font.Bold : font.Regular, (float)t.Size) { Subpixel = true })
                using (var ink = new SKPaint { Color = SKColor.Parse(t.Colour), IsAntialias = true })
                {
                    canvas.DrawText(t.Text, (float)t.X, (float)t.Y, t.Anchor switch { Anchor.Middle => SKTextAlign.Center, Anchor.End => SKTextAlign.Right, _ => SKTextAlign.Left }, face, ink);
                }

                break;
            default: throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"no way to draw {shape.GetType().Name}"));
        }
    }

    private static void Painted(Paint paint, Action<SKPaint> draw)
    {
        if (paint.Fill is not null)
        {
            using var fill = new SKPaint { Color = SKColor.Parse(paint.Fill), IsAntialias = true };
            draw(fill);
        }

        if (paint.Stroke is null) return;
        using var stroke = new SKPaint { Color = SKColor.Parse(paint.Stroke), IsAntialias = true, IsStroke = true, StrokeWidth = (float)paint.Width };
        using var dash = paint.Dashed ? SKPathEffect.CreateDash([4, 3], 0) : null;
        stroke.PathEffect = dash;
        draw(stroke);
    }
}
