using System.Globalization;
using System.Security;
using System.Text;

namespace PartyProjects.Bot.Pictures;

/// <summary>Writes a picture as SVG: no script, no style sheet, no address of another host, so that it passes the strictest page policy.</summary>
public static class SvgWriter
{
    /// <summary>Fonts of readers' machines first; the page may add a web font of that last name.</summary>
    public const string FontFamily = "'Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei','WenQuanYi Micro Hei',programme-sans,sans-serif";

    /// <summary>The whole document. <paramref name="id"/> keeps title ids apart where several pictures stand in one page.</summary>
    public static string Write(Picture picture, string id = "picture")
    {
        var svg = new StringBuilder(4096 + (picture.Shapes.Count * 110));
        svg.Append($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {N(picture.Width)} {N(picture.Height)}" role="img" aria-labelledby="{id}-t {id}-d" font-family="{FontFamily}" preserveAspectRatio="xMidYMin meet">""");
        svg.Append($"""<title id="{id}-t">{E(picture.Title)}</title><desc id="{id}-d">{E(picture.Description)}</desc>""");
        foreach (var shape in picture.Shapes) Append(svg, shape);
        return svg.Append("</svg>").ToString();
    }

    /// <summary>A small mark beside its words: hidden from screen readers.</summary>
    public static string WriteDecoration(Picture picture)
    {
        var svg = new StringBuilder($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {N(picture.Width)} {N(picture.Height)}" aria-hidden="true" focusable="false" font-family="{FontFamily}">""");
        foreach (var shape in picture.Shapes) Append(svg, shape);
        return svg.Append("</svg>").ToString();
    }

    private static void Append(StringBuilder svg, Shape shape)
    {
        switch (shape)
        {
            case Box b:
                svg.Append($"""<rect x="{N(b.X)}" y="{N(b.Y)}" width="{N(Math.Max(0, b.Width))}" height="{N(b.Height)}" """);
                if (b.Radius > 0) svg.Append($"""rx="{N(b.Radius)}" """);
                Close(svg, "rect", b.Paint, b.Tip);
                break;
            case Line l:
                svg.Append($"""<line x1="{N(l.X1)}" y1="{N(l.Y1)}" x2="{N(l.X2)}" y2="{N(l.Y2)}" """);
                Close(svg, "line", l.Paint, l.Tip);
                break;
            case Disc d:
                svg.Append($"""<circle cx="{N(d.X)}" cy="{N(d.Y)}" r="{N(d.Radius)}" """);
                Close(svg, "circle", d.Paint, d.Tip);
                break;
            case Outline o:
                svg.Append("<polygon points=\"");
                foreach (var (x, y) in o.Points) svg.Append(N(x)).Append(',').Append(N(y)).Append(' ');
                svg.Append("\" ");
                Close(svg, "polygon", o.Paint, o.Tip);
                break;
            case Label t:
                svg.Append($"""<text x="{N(t.X)}" y="{N(t.Y)}" font-size="{N(t.Size)}" fill="{t.Colour}" """);
                if (t.Anchor != Anchor.Start) svg.Append(t.Anchor == Anchor.Middle ? "text-anchor=\"middle\" " : "text-anchor=\"end\" ");
                if (t.Bold) svg.Append("font-weight=\"700\" ");
                svg.Append('>').Append(E(t.Text)).Append("</text>");
                break;
            default: throw new InvalidOperationException($"no way to write {shape.GetType().Name}");
        }
    }

    private static void Close(StringBuilder svg, string tag, Paint paint, string? tip)
    {
        svg.Append("fill=\"").Append(paint.Fill ?? "none").Append('"');
        if (paint.Stroke is not null) svg.Append($""" stroke="{paint.Stroke}" stroke-width="{N(paint.Width)}" """);
        if (paint.Dashed) svg.Append(" stroke-dasharray=\"4 3\"");
        if (tip is null) svg.Append("/>");
        else svg.Append("><title>").Append(E(tip)).Append("</title></").Append(tag).Append('>');
    }

    private static string N(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private static string E(string text) => SecurityElement.Escape(text);
}
