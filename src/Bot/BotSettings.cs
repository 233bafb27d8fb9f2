using System.Globalization;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot;

/// <summary>A setting that cannot be: the sentence says what to write instead. The start ends with it.</summary>
public sealed class BadSetting(Statement why) : Exception(why.Key)
{
    public Statement Why { get; } = why;
}

/// <summary>What the command line (<c>--Name=value</c>), the environment (<c>Name__Sub</c>) and appsettings.json may say, validated.</summary>
public sealed record BotSettings
{
    private const string DemoYear = "2017";

    /// <summary>Where the article's year begins in the demo.</summary>
    private static readonly DateTime DemoStart = new(2017, 9, 20, 9, 0, 0);

    public required string DatabasePath { get; init; }
    public string? Postgres { get; init; }

    /// <summary>The demo year is seeded and replayed.</summary>
    public required bool Demo { get; init; }

    /// <summary>China local; null: the clock goes on from where it was, or is real time.</summary>
    public DateTime? StartAt { get; init; }
    public required bool IsDevelopment { get; init; }

    /// <summary>Reads and checks. Paths count from the caller's folder.</summary>
    /// <exception cref="BadSetting">Says what to write instead.</exception>
    public static BotSettings Read(IConfiguration configuration, bool isDevelopment)
    {
        var year = configuration["Demo:Year"] ?? (isDevelopment ? DemoYear : "none");
        if (year is not (DemoYear or "none")) throw new BadSetting(Statement.Of("Setting.DemoYear", ("value", year)));
        var demo = year == DemoYear;
        DateTime? startAt = null;
        if (configuration["Clock:StartAt"] is { Length: > 0 } text)
        {
            if (!isDevelopment) throw new BadSetting(new Statement("Setting.ClockInProduction"));
            string[] formats = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd"];
            if (!DateTime.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)) throw new BadSetting(Statement.Of("Setting.ClockStartAt", ("value", text)));
            startAt = at;
        }

        if (demo && !isDevelopment) throw new BadSetting(new Statement("Setting.DemoInProduction"));
        var path = configuration["Database:Path"] ?? Path.Combine("data", "partyprojects.db");
        if (Directory.Exists(path)) throw new BadSetting(Statement.Of("Setting.DatabaseIsFolder", ("value", path)));
        return new BotSettings
        {
            DatabasePath = Path.GetFullPath(path),
            Postgres = configuration["Database:Postgres"] is { Length: > 0 } server ? server : null,
            Demo = demo,
            StartAt = startAt,
            IsDevelopment = isDevelopment,
        };
    }

    /// <summary>Where programme time starts when nothing is remembered: what was asked for, else the demo's morning, else null (real time).</summary>
    public DateTime? FirstMoment => StartAt ?? (Demo ? DemoStart : null);
}
