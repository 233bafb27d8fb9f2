using System.Data.Common;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using PartyProjects.Domain;

namespace PartyProjects.Data;

/// <summary>How values stand in the database: days and instants as fixed-width text (instants in UTC, to the millisecond), booleans 0/1, decimals and enums as text.</summary>
internal static class Stored
{
    private const string InstantFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    // China has had one zone without summer time since 1992; programme moments are China local, stored ones UTC.
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    /// <summary>JSON columns: Chinese stays readable, enums by name, nothing that is null.</summary>
    public static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static object Value(object? value) => value switch
    {
        null => DBNull.Value,
        string or int or long or byte[] => value,
        bool flag => flag ? 1 : 0,
        DateTime local => Text(local),
        DateTimeOffset instant => Text(instant),
        DateOnly day => Text(day),
        decimal number => number.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    /// <summary>A China local moment as UTC text.</summary>
    public static string Text(DateTime local) => (local - China).ToString(InstantFormat, CultureInfo.InvariantCulture);

    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString(InstantFormat, CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>UTC text as a China local moment.</summary>
    public static DateTime Local(string instant) => DateTime.ParseExact(instant, InstantFormat, CultureInfo.InvariantCulture) + China;

    public static DateTimeOffset Instant(string instant) => new(DateTime.ParseExact(instant, InstantFormat, CultureInfo.InvariantCulture), TimeSpan.Zero);

    public static DateOnly DayOf(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>An instant as China local time, cut to the millisecond that is stored.</summary>
    public static DateTime Local(DateTimeOffset instant)
    {
        var local = DateTime.SpecifyKind(instant.UtcDateTime + China, DateTimeKind.Unspecified);
        return new DateTime(local.Ticks - (local.Ticks % TimeSpan.TicksPerMillisecond));
    }

    public static string? TextOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static bool Flag(this DbDataReader row, int column) => row.GetInt32(column) != 0;

    public static bool? FlagOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column) != 0;

    public static int? IntOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt32(column);

    public static DateOnly Day(this DbDataReader row, int column) => DayOf(row.GetString(column));

    public static DateOnly? DayOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : DayOf(row.GetString(column));

    public static DateTime Moment(this DbDataReader row, int column) => Local(row.GetString(column));

    public static DateTime? MomentOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : Local(row.GetString(column));

    public static decimal Number(this DbDataReader row, int column) => decimal.Parse(row.GetString(column), CultureInfo.InvariantCulture);

    public static decimal? NumberOrNull(this DbDataReader row, int column) => row.IsDBNull(column) ? null : row.Number(column);

    public static T Name<T>(this DbDataReader row, int column) where T : struct, Enum => Enum.Parse<T>(row.GetString(column));

    public static T? NameOrNull<T>(this DbDataReader row, int column) where T : struct, Enum => row.IsDBNull(column) ? null : row.Name<T>(column);

    /// <summary>Several words in one column, one a line.</summary>
    public static string Lines(IReadOnlyList<string> words) => string.Join('\n', words);

    public static IReadOnlyList<string> Lines(this DbDataReader row, int column) => row.GetString(column) is { Length: > 0 } text ? text.Split('\n') : [];

    public static Quarter QuarterOf(string text) => Quarter.TryParse(text, out var quarter) ? quarter : throw new FormatException($"not a quarter: {text}");
}
