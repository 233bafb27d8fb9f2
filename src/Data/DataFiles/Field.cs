using System.Text.Json;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;

namespace PartyProjects.Data.DataFiles;

/// <summary>One value of a data file with its path, so that a wrong one can be named.</summary>
internal readonly record struct Field(JsonElement Json, string Path)
{
    public bool IsNull => Json.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined;

    public Field this[string name] => Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty(name, out var value)
        ? new Field(value, $"{Path}.{name}")
        : new Field(default, $"{Path}.{name}");

    public IEnumerable<Field> Items
    {
        get
        {
            if (IsNull) yield break;
            if (Json.ValueKind != JsonValueKind.Array) throw Wrong("DataFile.List");
            var i = 0;
            foreach (var item in Json.EnumerateArray()) yield return new Field(item, $"{Path}[{i++}]");
        }
    }

    public string Text => TextOrNull is { Length: > 0 } t ? t : throw Wrong("DataFile.Text");

    public string? TextOrNull => IsNull ? null : Json.ValueKind == JsonValueKind.String ? Json.GetString() : throw Wrong("DataFile.Text");

    /// <summary>64, and 64.0 as other programs write it.</summary>
    public int Whole => Json.ValueKind == JsonValueKind.Number && Json.TryGetDecimal(out var n) && n == decimal.Truncate(n) && n is >= int.MinValue and <= int.MaxValue ? (int)n : throw Wrong("DataFile.Whole");

    public int? WholeOrNull => IsNull ? null : Whole;

    public decimal Number => Json.ValueKind == JsonValueKind.Number && Json.TryGetDecimal(out var n) ? n : throw Wrong("DataFile.Number");

    public decimal? NumberOrNull => IsNull ? null : Number;

    public bool? Flag => Json.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => Number != 0,
        _ when IsNull => null,
        _ => throw Wrong("DataFile.Flag"),
    };

    public DateOnly Day => DayOrNull ?? throw Wrong("DataFile.Day");

    public DateOnly? DayOrNull => TextOrNull is not { } t ? null
        : DateOnly.TryParseExact(t.Length > 10 && t[10] == 'T' ? t[..10] : t, "yyyy-MM-dd", out var day) ? day : throw Wrong("DataFile.Day");

    /// <summary>A moment, given as local time of China.</summary>
    public DateTime Moment
    {
        get
        {
            var text = Text;
            if (text.Length == 10) return Day.ToDateTime(TimeOnly.MinValue);
            if (text.Length <= 19 && DateTime.TryParse(text, out var local)) return local;
            return DateTimeOffset.TryParse(text, out var at) ? ChinaTime.Local(at) : throw Wrong("DataFile.Moment");
        }
    }

    public Period Period => Domain.Period.TryParse(Text, out var p) ? p : throw Wrong("DataFile.Period");

    public T Choice<T>() where T : struct, Enum => Enum.TryParse<T>(Text, ignoreCase: true, out var value) && Enum.IsDefined(value)
        ? value
        : throw Wrong("DataFile.Choice", string.Join(", ", Enum.GetNames<T>()));

    /// <summary>The error that names this value and what belongs here: <paramref name="expected"/> is a key of wording.md.</summary>
    public DataFileError Wrong(string expected, string? choices = null)
    {
        var value = IsNull ? "" : Json.GetRawText();
        return new DataFileError(Statement.Of(IsNull ? "DataFile.Missing" : "DataFile.Wrong", ("path", Path), ("value", value.Length > LongestQuote ? value[..LongestQuote] : value), ("expected", Statement.Of(expected, ("choices", choices)))));
    }

    private const int LongestQuote = 60;
}
