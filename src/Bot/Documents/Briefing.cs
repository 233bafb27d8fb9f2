using PartyProjects.Bot.Wording;
using PartyProjects.Domain;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Documents;

/// <summary>简报: one project's experience, drafted from its books for a person to edit. Nothing is praised that the books do not show.</summary>
public sealed class Briefing(Say say)
{
    public OfficialDocument Write(ProjectSnapshot project, DateOnly asOf, LightReading reading)
    {
        var form = project.Project;
        var done = project.Milestones.Where(m => m.DoneOn(asOf) is not null).ToList();
        var told = project.Reports.Where(r => r.Period <= Period.Of(asOf)).Select(r => Domain.Steps.MonthlyReportDue.ContentAt(r, asOf)?.Done).Where(t => !string.IsNullOrWhiteSpace(t)).TakeLast(3).ToList();
        var parts = say.List("BriefingParts");
        var blocks = new List<OfficialBlock>
        {
            new(BlockKind.Heading, parts[0]),
            new(BlockKind.Body, say.Of("BriefingWhy", ("problem", form.Problem), ("goal", form.Goal))),
            new(BlockKind.Heading, parts[1]),
            new(BlockKind.Body, form.Measures.Length > 0 ? form.Measures : say.Of("BriefingToWrite")),
            new(BlockKind.Heading, parts[2]),
            new(BlockKind.Body, say.Of("BriefingResult", ("date", asOf), ("nodes", project.Milestones.Count), ("done", done.Count), ("actual", reading.Actual), ("list", string.Join(say.Of("ListSeparator"), done.Select(m => say.Of("BriefingNode", ("title", m.Title), ("acceptance", m.Acceptance))))))),
        };
        if (told.Count > 0) blocks.Add(new OfficialBlock(BlockKind.Body, string.Join("", told)));
        blocks.Add(new OfficialBlock(BlockKind.Heading, parts[3]));
        blocks.Add(new OfficialBlock(BlockKind.Body, say.Of("BriefingToWrite")));
        return new OfficialDocument
        {
            TitleLines = [say.Of("BriefingTitle", ("org", new UnitNames(say).Short(project)), ("project", form.Name))],
            Marking = say.Of("BriefingMark") + (form.Illustrative ? say.Of("BulletinDemoMark") : ""),
            Blocks = blocks,
            Signature = project.Organization.Name,
            Date = say.Of("OfficialDay", ("year", asOf.Year), ("month", asOf.Month), ("day", asOf.Day)),
        };
    }
}
