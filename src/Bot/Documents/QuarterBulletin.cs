using System.Text.Json;
using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Documents;

/// <summary>A quarter's bulletin as a turn sees it: its figures, its text, the file to take away.</summary>
internal sealed class QuarterBulletin(TurnContext turn, Quarter quarter)
{
    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static readonly JsonSerializerOptions Json = new() { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    private readonly ProgrammeYear settings = turn.Programme.SettingsOn(quarter.LastDay);

    public BulletinFigures Figures { get; } = BulletinFigures.Of(turn.Programme.Snapshots(quarter.Year), quarter, turn.Programme.SettingsOn(quarter.LastDay), turn.Calendar);

    /// <summary>The text with the days that belong to it: the usual ones, or those that follow from a later issue.</summary>
    public OfficialDocument Write(string? correction, bool draft)
    {
        var usual = BulletinOccasion.Usual(quarter, settings, turn.Calendar);
        var issued = draft && turn.Today < usual.IssuedOn ? usual.IssuedOn : turn.Today;
        var days = issued == usual.IssuedOn ? usual : BulletinOccasion.IssuedLater(usual, issued, settings, turn.Calendar);
        return new BulletinDraft(turn.Words.Say).Write(Figures, days with { CorrectionNote = correction, Draft = draft }, settings);
    }

    public static ReplyFile File(OfficialDocument document, Wording.Say say) => new(document.Title + ".docx", Docx, new OfficialDocxWriter(say).Write(document));

    /// <summary>Every number of the text, project by project and in total, kept with the edition.</summary>
    public string FiguresJson() => JsonSerializer.Serialize(new
    {
        Quarter = quarter.ToString(), Projects = Figures.Projects.Count, Figures.AveragePlan, Figures.AverageActual, Figures.AverageScore,
        Green = Figures.Count(Light.Green), Yellow = Figures.Count(Light.Yellow), Red = Figures.Count(Light.Red),
        Figures.NodesAll, Figures.NodesDone, Figures.NodesDue, Figures.NodesOnTime, Figures.NodesLate,
        Figures.ReportsDue, ReportsOnTime = Figures.Count(ReportTimeliness.OnTime), ReportsLate = Figures.Count(ReportTimeliness.Late), ReportsMissing = Figures.Count(ReportTimeliness.Missing), Figures.ReportsReturned,
        Each = Figures.Projects.Select(p => new { p.Project.Project.Code, p.Reading.Plan, p.Reading.Actual, p.Reading.Light, p.Card.Total, p.NodesDue, p.NodesOnTime, p.NodesLate }),
    }, Json);

    /// <summary>Those it names as it would be signed today, in the order of the text.</summary>
    public IReadOnlyList<(BulletinProject Project, IReadOnlyList<NamedMatter> Matters)> Named() =>
        [.. Figures.Projects.Select(p => (p, Supervision(p))).Where(p => p.Item2.Count > 0)];

    private IReadOnlyList<NamedMatter> Supervision(BulletinProject project) => NamedInBulletin.MattersOf(project, quarter, turn.Today, turn.Settings, turn.Calendar);

    /// <summary>The quarter that was named, else the last one that is over.</summary>
    public static Quarter Asked(TurnContext turn)
    {
        foreach (var text in turn.Said.Slots.Periods)
        {
            if (Quarter.TryParse(text, out var quarter)) return quarter;
            if (Period.TryParse(text, out var month)) return new Quarter(month.Year, month.Quarter);
        }

        return Quarter.Of(Quarter.Of(turn.Today).FirstDay.AddDays(-1));
    }
}
