using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Documents;

/// <summary>Forms on paper for those who prefer them: 申报表 (filled as far as the books go), 初审表 and 评分表 (domain.md section 5).</summary>
public sealed class ReviewForm(Say say)
{
    /// <summary>申报表: the form, its nodes, its indicators; empty where <paramref name="project"/> is null.</summary>
    public IReadOnlyList<Sheet> Declaration(ProjectSnapshot? project)
    {
        var names = say.List("DeclarationSheets");
        var form = project?.Project;
        var labels = say.List("DeclarationLabels");
        string[] values =
        [
            project?.Organization.Name ?? "", form?.Name ?? "", form?.Category ?? "", form?.Origin is { } origin ? say.Word(origin) : "", form?.Problem ?? "", form?.Background ?? "", form?.Measures ?? "", form?.Goal ?? "",
            form?.FirstResponsible ?? "", form?.FiveFixed.Item ?? "", form?.FiveFixed.Requirement ?? "", string.Join(say.Of("ListSeparator"), form?.FiveFixed.People.Select(p => p.Role + ":" + p.Duty) ?? []), form?.FiveFixed.Duty ?? "",
            form?.Deadline?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "",
        ];
        var hints = say.List("DeclarationHints");
        var fields = say.List("FormColumns");
        return
        [
            new Sheet(names[0], [new(fields[0], 20), new(fields[1], 70, ColumnKind.LongText), new(fields[2], 46, ColumnKind.LongText)], [.. labels.Select((l, i) => new SheetRow([l, values[i], hints[i]]))]),
            new Sheet(names[1], Columns("DeclarationNodeColumns", [8, 34, 34, 14, 14, 10, 24]), [.. (project?.Milestones ?? []).Select(m => new SheetRow([m.Id, m.Title, m.Acceptance, m.StartOn, m.OriginalDueOn, m.Weight, m.OwnerRole]))]),
            new Sheet(names[2], Columns("DeclarationIndicatorColumns", [30, 14, 10]), [.. (form?.Indicators ?? []).Select(i => new SheetRow([i.Name, i.Target, i.Unit]))]),
        ];
    }

    /// <summary>初审表: five 可, four principles, 书记亲自抓; one row a declaration, to be filled by 组织部.</summary>
    public Sheet PreReview(IEnumerable<ProjectSnapshot> declarations)
    {
        var columns = say.List("PreReviewColumns");
        return new Sheet(say.Of("PreReviewSheet"), [.. columns.Select((head, i) => new Column(head, i is 1 or 2 ? 26 : i == columns.Length - 1 ? 40 : 11))], [.. declarations.Select((p, i) => new SheetRow([i + 1, p.Organization.Name, p.Project.Name, .. Enumerable.Repeat<object?>(null, columns.Length - 3)]))]);
    }

    /// <summary>评分表 of one member of the panel.</summary>
    public Sheet PanelSheet(IEnumerable<ProjectSnapshot> declarations)
    {
        var columns = say.List("PanelColumns");
        return new Sheet(say.Of("PanelSheet"), [.. columns.Select((head, i) => new Column(head, i is 1 or 2 ? 26 : 12))], [.. declarations.Select((p, i) => new SheetRow([i + 1, p.Organization.Name, p.Project.Name, .. Enumerable.Repeat<object?>(null, columns.Length - 3)]))]);
    }

    private Column[] Columns(string key, double[] widths) => [.. say.List(key).Select((head, i) => new Column(head, widths[i]))];
}
