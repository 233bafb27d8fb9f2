using System.Globalization;
using PartyProjects.Bot.Channels.DirectLine;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Channels;

/// <summary>What an operator says about the channels, validated.</summary>
internal static class ChannelSettings
{
    private const int ShortestSecret = 16;

    /// <exception cref="BadSetting">Says what to write instead.</exception>
    public static DirectLineSettings DirectLine(IConfiguration configuration)
    {
        var secret = configuration["DirectLine:Secret"] is { Length: > 0 } s ? s : null;
        if (secret is { Length: < ShortestSecret }) throw new BadSetting(Statement.Of("Setting.DirectLineSecret", ("least", ShortestSecret)));
        var origins = (configuration["DirectLine:Origins"] ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var origin in origins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.GetLeftPart(UriPartial.Authority) != origin) throw new BadSetting(Statement.Of("Setting.DirectLineOrigins", ("value", origin)));
        }

        var days = configuration["DirectLine:KeepDays"] is { Length: > 0 } text ? text : "30";
        if (!int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var keep) || keep is < 1 or > 3650) throw new BadSetting(Statement.Of("Setting.DirectLineKeepDays", ("value", days)));
        return new DirectLineSettings { Secret = secret, Origins = origins, KeepDays = keep };
    }
}
