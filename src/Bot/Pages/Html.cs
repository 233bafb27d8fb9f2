using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace PartyProjects.Bot.Pages;

/// <summary>A piece of HTML. What is put into <c>Html.Of($"…{value}…")</c> is encoded, except other pieces of HTML: nothing a person wrote can become markup.</summary>
public readonly record struct Html(string Text)
{
    public static readonly Html Nothing = new("");

    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static Html Of(HtmlText text) => new(text.Done());

    /// <summary>Piece after piece.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(p => p.Text)));

    public override string ToString() => Text ?? "";
}

/// <summary>What the compiler makes of an interpolated string that becomes HTML.</summary>
[InterpolatedStringHandler]
public readonly ref struct HtmlText
{
    private readonly StringBuilder text;

    public HtmlText(int literalLength, int formattedCount) => text = new StringBuilder(literalLength + (formattedCount * 24));

    public void AppendLiteral(string value) => text.Append(value);

    public void AppendFormatted(Html value) => text.Append(value.Text);

    public void AppendFormatted(IEnumerable<Html> values)
    {
        foreach (var value in values) text.Append(value.Text);
    }

    public void AppendFormatted(string? value)
    {
        if (value is not null) text.Append(Html.Encoder.Encode(value));
    }

    /// <summary>A list of pieces of any kind arrives here too: the compiler takes the generic overload for it.</summary>
    public void AppendFormatted<T>(T value, string? format = null)
    {
        if (value is IEnumerable<Html> pieces) AppendFormatted(pieces);
        else AppendFormatted(value is IFormattable f ? f.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());
    }

    internal string Done() => text.ToString();
}
