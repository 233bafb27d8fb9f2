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

    public Task<PageAnswer> People(Visit visit) => Task.FromResult(PeoplePage(visit, told: null));

    public async Task<PageAnswer> IssueCode(Visit visit)
    {
        var id = visit.Value("id");
        if (visit.Programme.Person(id) is not { } person) return new PageAnswer.Refused(StatusCodes.Status404NotFound, say.Of("PageNotFound"));
        var code = await visit.ActAsync(session => session.IssueCode(id));
        return PeoplePage(visit, say.Of("CodeIssued", ("office", person.Title), ("code", code)));
    }

    public Task<PageAnswer> Settings(Visit visit) => Task.FromResult(SettingsPage(visit, told: null));

    /// <summary>Validated like in chat, stored for the next day, audited.</summary>
    public async Task<PageAnswer> ChangeSetting(Visit visit)
    {
        var form = await visit.Http.Request.ReadFormAsync(visit.Http.RequestAborted);
        var (key, value, from) = (visit.Value("key"), form["value"].ToString(), visit.Today.AddDays(1));
        if (ProgrammeSettings.Change(visit.Programme.SettingsOn(from), key, value) is Decision<ProgrammeYear>.Refused refused) return SettingsPage(visit, say.Of("SettingWrong", ("why", say(refused.Why))));
        await visit.ActAsync(session =>
        {
            session.StoreSetting(key, from, value.Trim());
            return true;
        });
        return SettingsPage(visit, say.Of("SettingChanged", ("date", from)));
    }

    public Task<PageAnswer> Runs(Visit visit)
    {
        var log = new RunRepository(visit.Store);
        var rows = log.Latest(Most).Select(r =>
        {
            var figures = log.FiguresOf(r.Id);
            return new RunLine
            {
                Slot = r.Slot, Day = r.SlotOn, StartedAt = r.StartedAt, FinishedAt = r.FinishedAt, State = say.Word(r.State), Planned = r.Planned,
                Sent = figures.Sent, Failed = figures.Failed + figures.Unknown, Open = figures.Open, Reason = r.Reason,
                LeftOut = string.Join(say.Of("ListSeparator"), r.LeftOut.Where(l => l.Value > 0).Select(l => LeftOutWord(l.Key) + " " + l.Value.ToString(CultureInfo.InvariantCulture))),
            };
        }).ToList();
        return Page("RunsTitle", new RunsPage(say).Render(rows));
    }

    public Task<PageAnswer> Outbox(Visit visit) => Task.FromResult(OutboxPage(visit, told: null));

    public async Task<PageAnswer> SendAgain(Visit visit)
    {
        var again = await visit.ActAsync(session => session.SendAgain(visit.Value("id")));
        return OutboxPage(visit, say.Of(again ? "OutboxResent" : "OutboxNotResent"));
    }

    private string LeftOutWord(string reason) => Enum.TryParse<Scheduler.Nudges.LeftOutReason>(reason, out var known) ? say.Word(known) : reason;

    private PageAnswer OutboxPage(Visit visit, string? told)
    {
        var rows = new OutboxLookup(visit.Store.Database).Latest(Most).Select(m => new OutboxRow
        {
            Id = m.Id, DueAt = m.DueAt, Text = m.Deliveries.LastOrDefault(d => d.TextSent is not null)?.TextSent ?? m.Text, State = say.Word(m.State), Reason = m.Reason,
            Recipient = visit.Programme.Person(m.PersonId)?.Title ?? m.PersonId,
            Deliveries = [.. m.Deliveries.Select(d => say.Of("OutboxDelivery", ("channel", d.Channel), ("state", say.Word(d.State)), ("attempt", d.Attempt), ("at", d.SettledAt), ("reason", d.Reason ?? d.Receipt)))],
            MayResend = m.State is MessageState.Failed or MessageState.Unknown,
        }).ToList();
        return new PageAnswer.Page(say.Of("OutboxTitle"), new OutboxPage(say).Render(rows, mayResend: true, told));
    }

    private PageAnswer PeoplePage(Visit visit, string? told)
    {
        var programme = visit.Store.Current;
        var search = visit.Query("q");
        var rows = programme.People
            .Select(p => (Person: p, Organization: programme.Organization(p.OrganizationId)?.Name ?? ""))
            .Where(p => search is null || p.Person.Title.Contains(search, StringComparison.Ordinal) || p.Organization.Contains(search, StringComparison.Ordinal))
            .Take(Most)
            .Select(p => new PersonRow(p.Person.Id, p.Person.Title, p.Organization, string.Join(' ', p.Person.Roles.Select(r => say.Word(r))), string.Join(' ', programme.AddressesOf(p.Person.Id).Select(a => a.Channel).Distinct(StringComparer.Ordinal))))
            .ToList();
        return new PageAnswer.Page(say.Of("PeopleTitle"), new PeoplePage(say).Render(rows, programme.PersonCount, search, mayIssue: true, told));
    }

    private PageAnswer SettingsPage(Visit visit, string? told)
    {
        var programme = visit.Store.Current;
        var (today, next) = (programme.SettingsOn(visit.Today), programme.SettingsOn(visit.Today.AddDays(1)));
        var rows = ProgrammeSettings.All.Select(s => new SettingRow(s.Key, s.Text(today), s.Text(next) == s.Text(today) ? null : s.Text(next))).ToList();
        return new PageAnswer.Page(say.Of("SettingsTitle"), new SettingsPage(say).Render(rows, mayEdit: visit.Reaches(ProgrammeAction.ManageSystem), told));
    }

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
