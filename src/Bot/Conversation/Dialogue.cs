using System.Text.Json;
using System.Text.Json.Serialization;

namespace PartyProjects.Bot.Conversation;

/// <summary>What a person was last left with: the open draft and its question, drafts put aside, and what the last answer was about. Belongs to the person, on whatever channel.</summary>
public sealed class Dialogue
{
    /// <summary>A question lives this long; then its draft is parked and a late yes books nothing (domain.md section 12).</summary>
    public static readonly TimeSpan QuestionLives = TimeSpan.FromMinutes(30);

    public Draft? Draft { get; set; }

    /// <summary>Drafts put aside, newest last: kept until they are taken up again, filed or discarded.</summary>
    public List<Draft> Parked { get; set; } = [];

    /// <summary>What the last answer was about, for "那丰宁呢?" and "上个月的呢?".</summary>
    public Topic? Topic { get; set; }

    /// <summary>Readings offered as buttons when the bot was not sure: the words and the reading each button stands for.</summary>
    public List<OfferedReading> Offered { get; set; } = [];

    /// <summary>The words that the offered readings are readings of.</summary>
    public string? OfferedFor { get; set; }

    /// <summary>Requests of the same message that wait until the open draft is booked or dropped, in order.</summary>
    public List<WaitingRequest> Next { get; set; } = [];

    public static Dialogue Read(string? json) => json is null ? new Dialogue() : JsonSerializer.Deserialize(json, DialogueJson.Default.Dialogue)!;

    public string Write() => JsonSerializer.Serialize(this, DialogueJson.Default.Dialogue);

    /// <summary>Puts the open draft aside.</summary>
    public void Park()
    {
        if (Draft is not { } draft) return;
        draft.Asking = null;
        Parked.RemoveAll(p => p.Form == draft.Form && p.ProjectId == draft.ProjectId);
        Parked.Add(draft);
        Draft = null;
    }
}

/// <summary>A form being filled in: nothing of it is booked before its 确认.</summary>
public sealed class Draft
{
    /// <summary>Id of the form's intent.</summary>
    public required string Form { get; init; }
    public string? ProjectId { get; set; }

    /// <summary>What has been said so far, by field name.</summary>
    public Dictionary<string, string> Fields { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Field being asked for, <see cref="Confirmation"/>, or null while parked.</summary>
    public string? Asking { get; set; }

    /// <summary>Programme time of the question, China local.</summary>
    public DateTime AskedAt { get; set; }

    /// <summary>Office that drafted it for the one who confirms; null when it is the same.</summary>
    public string? DraftedBy { get; set; }

    public const string Confirmation = "confirm";

    public string? this[string field]
    {
        get => Fields.GetValueOrDefault(field);
        set
        {
            if (value is null) Fields.Remove(field);
            else Fields[field] = value;
        }
    }

    /// <summary>True while the question may still be answered.</summary>
    public bool IsOpenAt(DateTime now) => Asking is not null && now - AskedAt <= Dialogue.QuestionLives;
}

/// <summary>What an answer was about.</summary>
public sealed record Topic(string Intent, string? ProjectId, string? Period, DateTime At);

/// <summary>One reading offered as a button.</summary>
public sealed record OfferedReading(string Title, string Intent);

/// <summary>A request that waits: its words and the intent they were read as.</summary>
public sealed record WaitingRequest(string Text, string Intent);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Dialogue))]
internal sealed partial class DialogueJson : JsonSerializerContext;
