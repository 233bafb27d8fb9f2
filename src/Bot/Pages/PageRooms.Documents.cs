using PartyProjects.Bot.Documents;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Pages;

/// <summary>Documents to take away: one's own, or everything for the district.</summary>
public sealed partial class PageRooms
{
    private const int FirstQuarters = 4;

    public Task<PageAnswer> Documents(Visit visit) => Task.FromResult(DocumentsPage(visit, address: null, told: null));

    private PageAnswer DocumentsPage(Visit visit, string? address, string? told)
    {
        DocumentLink Link(string key, string path) => new(say.Of(key), path, say.Of(key + "Note"));
        List<DocumentLink> links = [Link("DocLedger", "/documents/ledger.xlsx"), Link("DocLedgerCsv", "/documents/ledger.csv"), Link("DocYearEnd", "/documents/year-end.xlsx"), Link("DocDeclaration", "/documents/declaration.xlsx")];
        if (visit.Reaches(ProgrammeAction.EnterDecision))
        {
            links.Add(Link("DocReview", "/documents/review.xlsx"));
            links.AddRange(Enumerable.Range(1, FirstQuarters).Select(n => new Quarter(visit.Year, n)).Where(q => q.LastDay < visit.Today)
                .Select(q => new DocumentLink(say.Of("DocBulletin", ("ordinal", say.List("QuarterOrdinalWords")[q.Number - 1])), $"/documents/bulletin-{q}.docx", say.Of("DocBulletinNote"))));
        }

        return new PageAnswer.Page(say.Of("DocumentsTitle"), new DocumentsPage(say).Render(links, address, told));
    }

    public Task<PageAnswer> LedgerWorkbook(Visit visit) => Document(FileName("LedgerFile", visit, "xlsx"), Xlsx, new WorkbookWriter(say).Write(say.Of("DocLedger"), LedgerSheets(visit)));

    public Task<PageAnswer> LedgerCsv(Visit visit) => Document(FileName("LedgerFile", visit, "csv"), "text/csv; charset=utf-8", CsvWriter.Write(LedgerSheets(visit)[0]));

    public Task<PageAnswer> YearEnd(Visit visit) =>
        Document(FileName("YearEndFile", visit, "xlsx"), Xlsx, new WorkbookWriter(say).Write(say.Of("DocYearEnd"), new YearEndSheet(say).Sheets([.. Mine(visit).Where(p => p.Project.Track != ProjectTrack.LowerLevel)], [.. Mine(visit).Where(p => p.Project.Track == ProjectTrack.LowerLevel)], visit.Today, visit.Settings, visit.Calendar)));

    public Task<PageAnswer> DeclarationForm(Visit visit) => Document(FileName("DeclarationFile", visit, "xlsx"), Xlsx, new WorkbookWriter(say).Write(say.Of("DocDeclaration"), new ReviewForm(say).Declaration(null)));

    public Task<PageAnswer> ReviewForms(Visit visit)
    {
        var declarations = visit.Programme.Snapshots(visit.Year).Where(p => p.StageAt(visit.Today) is Stage.Submitted or Stage.Shortlisted or Stage.Scored).ToList();
        var forms = new ReviewForm(say);
        return Document(FileName("ReviewFile", visit, "xlsx"), Xlsx, new WorkbookWriter(say).Write(say.Of("DocReview"), forms.PreReview(declarations), forms.PanelSheet(declarations)));
    }

    public Task<PageAnswer> Bulletin(Visit visit)
    {
        if (!Quarter.TryParse(visit.Value("quarter"), out var quarter) || quarter.LastDay >= visit.Today) return Refused(StatusCodes.Status404NotFound, "PageNotFound");
        var settings = visit.Programme.SettingsOn(quarter.LastDay);
        var figures = BulletinFigures.Of(visit.Programme.Snapshots(quarter.Year), quarter, settings, visit.Calendar);
        var draft = new BulletinDraft(say).Write(figures, BulletinOccasion.Usual(quarter, settings, visit.Calendar), settings);
        return Document(draft.Title + ".docx", Docx, new OfficialDocxWriter(say).Write(draft));
    }

    private IReadOnlyList<Sheet> LedgerSheets(Visit visit)
    {
        var last = Quarter.Of(visit.Today);
        if (last.LastDay > visit.Today) last = Quarter.Of(last.FirstDay.AddDays(-1));
        var settings = visit.Settings;
        var lines = Mine(visit).Select(p => LedgerLine.Of(p, visit.Today, last.Year == visit.Year ? QuarterScore.Of(p, last, settings, visit.Calendar)?.Total : null, settings, visit.Calendar)).OfType<LedgerLine>().ToList();
        return new Ledger(say).Sheets(lines, visit.Today, visit.Calendar, p => visit.Programme.Organization(p.Organization.ParentId)?.Name ?? "");
    }

    /// <summary>Everything for those who may export everything, else the own committee and what is below it.</summary>
    private static IEnumerable<ProjectSnapshot> Mine(Visit visit) =>
        Permission.Of(ProgrammeAction.ExportLedger, visit.Roles) == Reach.All ? visit.Programme.Snapshots(visit.Year) : [.. visit.Own, .. visit.Below];

    private string FileName(string key, Visit visit, string ending) => say.Of(key, ("year", visit.Year), ("day", visit.Today.ToString("yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture))) + "." + ending;
}
