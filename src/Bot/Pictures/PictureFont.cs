using SkiaSharp;

namespace PartyProjects.Bot.Pictures;

/// <summary>
/// The typefaces a PNG is written with. SkiaSharp without fontconfig sees no system font, so a file is needed: the one the build took from
/// @fontsource/noto-sans-sc (OFL-1.1), else a Chinese font of the system. Null where there is none: then a picture is sent as SVG.
/// </summary>
public sealed class PictureFont
{
    /// <summary>A character that every Chinese font has and no other: if it is missing, the file is of no use.</summary>
    private const int Probe = 0x515A;

    private static readonly string[] SystemFiles =
    [
        "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
        "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
        "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
        "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
        "/System/Library/Fonts/PingFang.ttc",
        "C:/Windows/Fonts/msyh.ttc",
        "C:/Windows/Fonts/simhei.ttf",
    ];

    private PictureFont(SKTypeface regular, SKTypeface bold, string source)
    {
        Regular = regular;
        Bold = bold;
        Source = source;
    }

    public SKTypeface Regular { get; }

    public SKTypeface Bold { get; }

    /// <summary>The file it came from, for the start log.</summary>
    public string Source { get; }

    /// <summary>Where the build puts the two files.</summary>
    public static string BuiltInFolder => Path.Combine(AppContext.BaseDirectory, "fonts");

    /// <summary>The first of the built-in and the system's fonts that has Chinese; null where none has.</summary>
    public static PictureFont? Find() => Load(Path.Combine(BuiltInFolder, "noto-sans-sc-400.woff"), Path.Combine(BuiltInFolder, "noto-sans-sc-700.woff"))
        ?? SystemFiles.Select(file => Load(file, file)).FirstOrDefault(font => font is not null);

    /// <summary>Loads two files; null where the first is missing or has no Chinese.</summary>
    public static PictureFont? Load(string regularFile, string boldFile)
    {
        if (!File.Exists(regularFile)) return null;
        var regular = SKTypeface.FromFile(regularFile);
        if (regular is null) return null;
        using (var probe = new SKFont(regular))
        {
            if (!probe.ContainsGlyph(Probe)) return null;
        }

        var bold = File.Exists(boldFile) ? SKTypeface.FromFile(boldFile) : null;
        return new PictureFont(regular, bold ?? regular, regularFile);
    }
}
