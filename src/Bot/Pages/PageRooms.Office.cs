using System.Globalization;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Pages;

/// <summary>The rooms of 组织部 and the administrator.</summary>
public sealed partial class PageRooms
{
    /// <summary>Rows of a list; more are found by searching.</summary>
    private const int Most = 200;

    public Task<PageAnswer> Inbox(Visit visit) => Page("InboxTitle", new InboxPage(say).Render(Waiting(visit)));

    public Task<PageAnswer> Audit(Visit visit)
    {
        var chain = new AuditChain(visit.Store.Database);
        var target = visit.Query("target");
        var verdict = chain.Verify();
        var rows = chain.Latest(Most, target).Select(e => new AuditRow(e.Seq, e.At, e.Actor, e.Role, e.OnBehalfOf, e.Action, e.Target, e.Before, e.After, e.Channel)).ToList();
        return Page("AuditTitle", new AuditPage(say).Render(rows, target, verdict.FirstBad is { } bad ? say.Of("AuditBroken", ("seq", bad)) : say.Of("AuditIntact", ("count", verdict.Entries))));
    }

    public Task<PageAnswer> People(Visit visit)
    {
        var search = visit.Query("q");
        var rows = visit.Programme.People
            .Select(p => (Person: p, Organization: visit.Programme.Organization(p.OrganizationId)?.Name ?? ""))
            .Where(p => search is null || p.Person.Title.Contains(search, StringComparison.Ordinal) || p.Organization.Contains(search, StringComparison.Ordinal))
            .Take(Most)
            .Select(p => new PersonRow(p.Person.Id, p.Person.Title, p.Organization, string.Join(' ', p.Person.Roles.Select(r => say.Word(r))), string.Join(' ', visit.Programme.AddressesOf(p.Person.Id).Select(a => a.Channel).Distinct(StringComparer.Ordinal))))
            .ToList();
        return Page("PeopleTitle", new PeoplePage(say).Render(rows, visit.Programme.PersonCount, search, mayIssue: false, told: null));
    }

    public Task<PageAnswer> Settings(Visit visit)
    {
        var today = Values(visit.Settings);
        var next = Values(visit.Programme.SettingsOn(visit.Today.AddDays(1)));
        var rows = today.Select(s => new SettingRow(s.Key, s.Value, next[s.Key] == s.Value ? null : next[s.Key])).ToList();
        return Page("SettingsTitle", new SettingsPage(say).Render(rows, mayEdit: false, told: null));
    }

    private static Dictionary<string, string> Values(ProgrammeYear settings) => typeof(ProgrammeYear).GetProperties()
        .Where(p => p.CanWrite && p.GetMethod is { IsStatic: false, IsPublic: true })
        .ToDictionary(p => p.Name, p => Convert.ToString(p.GetValue(settings), CultureInfo.InvariantCulture) ?? "", StringComparer.Ordinal);

    private List<InboxItem> Waiting(Visit visit)
    {
        var kinds = say.List("InboxKinds");
        var items = new List<InboxItem>();
        foreach (var project in visit.Programme.Snapshots(visit.Year))
        {
            void Add(int kind, string what, DateTime since, string sayInChat)
            {
                var day = DateOnly.FromDateTime(since);
                items.Add(new InboxItem(kinds[kind], project.Organization.Name, project.Project.Name, project.Project.Code, what, day, visit.Calendar.WorkdaysBetween(day, visit.Today), sayInChat));
            }

            var name = project.Project.Name;
            var open = say.Of("InboxSayOpen", ("project", name));
            var stage = project.StageAt(visit.Now);
            if (stage is Stage.Submitted && project.History.LastOrDefault(h => h.To == Stage.Submitted) is { } submitted) Add(0, project.Project.Problem, submitted.At, open);
            if (stage is Stage.PendingAcceptance && project.History.LastOrDefault(h => h.To == Stage.PendingAcceptance) is { } applied) Add(6, project.Project.Goal, applied.At, open);
            foreach (var report in project.Reports)
            {
                if (report.LastEvent(visit.Today) is { Kind: ReportEventKind.Submit or ReportEventKind.Resubmit or ReportEventKind.Amend } filed) Add(1, say.Of("InboxReport", ("period", report.Period), ("percent", filed.Percent)), filed.At, say.Of("InboxSayReport", ("project", name), ("period", report.Period)));
            }

            foreach (var node in project.Milestones.Where(m => m.StatusAt(visit.Today) == MilestoneStatus.DonePendingCheck))
            {
                var claim = node.Events.Last(e => e.Kind == MilestoneEventKind.Claim);
                Add(2, say.Of("InboxNode", ("id", node.Id), ("title", node.Title), ("date", claim.DoneOn)), claim.At, say.Of("InboxSayNode", ("project", name), ("id", node.Id)));
            }

            foreach (var change in project.Changes.Where(c => c.Approved is null)) Add(3, change.Reason, change.AskedAt, open);
            foreach (var letter in project.CaseActs.Where(a => a.Kind == CaseActKind.LetterDrafted && !project.CaseActs.Any(c => c.Kind == CaseActKind.LetterConfirmed && c.Cause == a.Cause && c.Target == a.Target && c.At >= a.At))) Add(4, letter.Text ?? "", letter.At, open);
            foreach (var issue in project.Issues.Where(i => i.NeedDistrictHelp && i.IsOpenAt(visit.Today))) Add(5, issue.Title, issue.RaisedOn.ToDateTime(TimeOnly.MinValue), open);
        }

        return items;
    }
}
