namespace PartyProjects.Bot.Pictures;

/// <summary>A drawing as data: made once from the figures, written as SVG or as PNG. Units are pixels at scale 1.</summary>
/// <param name="Title">Read by screen readers, with <paramref name="Description"/>.</param>
public sealed record Picture(double Width, double Height, string Title, string Description, IReadOnlyList<Shape> Shapes);

/// <summary>One thing drawn. <c>Tip</c> is what a screen reader or a pointer at rest is told.</summary>
public abstract record Shape
{
    public string? Tip { get; init; }
}

/// <summary>How an area is painted: null = not.</summary>
public sealed record Paint(string? Fill = null, string? Stroke = null, double Width = 1, bool Dashed = false);

/// <summary>A rectangle, with round corners where <paramref name="Radius"/> is above 0.</summary>
public sealed record Box(double X, double Y, double Width, double Height, Paint Paint, double Radius = 0) : Shape;

/// <summary>A straight line.</summary>
public sealed record Line(double X1, double Y1, double X2, double Y2, Paint Paint) : Shape;

/// <summary>A circle.</summary>
public sealed record Disc(double X, double Y, double Radius, Paint Paint) : Shape;

/// <summary>A closed outline through the points.</summary>
public sealed record Outline(IReadOnlyList<(double X, double Y)> Points, Paint Paint) : Shape;

public enum Anchor { Start, Middle, End }

/// <summary>One line of text; <paramref name="Y"/> is the baseline.</summary>
public sealed record Label(double X, double Y, string Text, double Size, string Colour, Anchor Anchor = Anchor.Start, bool Bold = false) : Shape;
