using PartyProjects.Domain;

namespace PartyProjects.Bot.Pictures;

/// <summary>Colours: every pair that carries text has a contrast of at least 4.5 : 1, and no colour stands without a shape and a word.</summary>
public static class Palette
{
    public const string Ink = "#1f2328";
    public const string Quiet = "#57606a";
    public const string Rule = "#d0d7de";
    public const string Band = "#f6f8fa";
    public const string White = "#ffffff";
    public const string Flag = "#c8102e";
    public const string Title = "#9b1c1c";
    public const string Today = "#0b57d0";
    public const string PlanBar = "#8c959f";
    public const string PlanText = "#57606a";
    public const string ActualBar = "#0b57d0";
    public const string Holiday = "#f1e3e3";
    public const string Slack = "#ddf4ff";

    /// <summary>Fill of a light.</summary>
    public static string Of(Light light) => light switch
    {
        Light.Green => "#1a7f37",
        Light.Yellow => "#fdd835",
        Light.Red => "#c8102e",
        Light.Blue => "#0b57d0",
        _ => "#6e7781",
    };

    /// <summary>The word on a light.</summary>
    public static string WordOn(Light light) => light == Light.Yellow ? Ink : White;

    /// <summary>A light as text colour on white.</summary>
    public static string Text(Light light) => light == Light.Yellow ? "#7a5b00" : Of(light);
}
