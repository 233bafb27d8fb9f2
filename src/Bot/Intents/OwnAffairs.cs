using System.Globalization;
using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;
using PartyProjects.Domain.Supervision;

namespace PartyProjects.Bot.Intents;

/// <summary>收到: silences the newest message's rules for today; a claim "我报过了" is checked against the books.</summary>
public sealed class Acknowledge : IIntent
{
    public string Id => "acknowledge";

    public void Answer(TurnContext turn)
    {
        if (turn.Words.IsAmong("Acknowledge.ClaimAsked", turn.Said.Normalized) && ProjectChoice.OwnRunning(turn) is [var own, ..])
        {
            var period = turn.Said.Slots.Periods.FirstOrDefault(p => Period.TryParse(p, out _)) is { } named ? Period.Parse(named) : Period.Of(turn.Today);
            var report = turn.Programme.SnapshotOf(own.Id)!.Report(period);
            if (report is not null && report.IsOnFile(turn.Today)) turn.Say("Acknowledged.ClaimTrue", ("period", period), ("at", report.ContentAt(turn.Today)!.At));
            else turn.Say("Acknowledged.Claim", ("period", period));
            return;
        }

        turn.Session.Acknowledge(turn.Speaker!.Id, snoozed: false, null);
        turn.Say("Acknowledged", ("parked", turn.Dialogue.Parked.Count > 0 ? turn.Dialogue.Parked.Count : null));
    }
}

/// <summary>稍后提醒: the newest message comes again at a moment.</summary>
public sealed class Snooze : IIntent
{
    private static readonly TimeSpan Usual = TimeSpan.FromHours(1);

    public string Id => "snooze";

    public void Answer(TurnContext turn)
    {
        var at = SetReminder.Moment(turn) ?? turn.Now + Usual;
        if (turn.Session.MessagesTo(turn.Speaker!.Id, null, 1) is not [var last])
        {
            turn.Say("Snooze.Nothing");
            return;
        }

        turn.Session.Acknowledge(turn.Speaker.Id, snoozed: true, at);
        turn.Session.StoreReminder(turn.Speaker.Id, at, last.Text);
        turn.Say("Snooze.Done", ("at", at));
    }
}

/// <summary>提醒我: a reminder of one's own, at the moment asked for.</summary>
public sealed class SetReminder : IIntent
{
    private static readonly TimeOnly Morning = new(9, 0);

    public string Id => "set-reminder";

    public void Answer(TurnContext turn)
    {
        if (Moment(turn) is not { } at) turn.Say("Reminder.When");
        else if (at <= turn.Now) turn.Say("Reminder.Past", ("at", at));
        else
        {
            turn.Session.StoreReminder(turn.Speaker!.Id, at, turn.Said.Text.Trim());
            turn.Say("Reminder.Done", ("day", DateOnly.FromDateTime(at)), ("time", TimeOnly.FromDateTime(at)));
        }
    }

    /// <summary>The moment said; a day alone is its morning.</summary>
    public static DateTime? Moment(TurnContext turn) =>
        turn.Said.Slots.DateTimes.Count > 0 ? turn.Said.Slots.DateTimes[0] : turn.Said.Slots.Dates.Count > 0 ? turn.Said.Slots.Dates[0].ToDateTime(Morning) : null;
}

/// <summary>提醒设置: on, off; reports' and nodes' deadlines on the ladder are never silenced.</summary>
public sealed class SetPreferences : IIntent
{
    public string Id => "set-preferences";

    public void Answer(TurnContext turn)
    {
        var off = turn.Words.IsAmong("Preference.OffAsked", turn.Said.Normalized);
        var on = turn.Words.IsAmong("Preference.OnAsked", turn.Said.Normalized);
        if (!off && !on)
        {
            turn.Say("Preference.Which");
            return;
        }

        turn.Session.StorePreference(turn.Speaker!.Id, "digest", off ? "off" : null);
        turn.Say(off ? "Preference.Off" : "Preference.On");
    }
}

/// <summary>投诉建议: kept, read by 组织部.</summary>
public sealed class Complain : IIntent
{
    public string Id => "complain";

    public void Answer(TurnContext turn)
    {
        turn.Session.StoreComplaint(turn.Speaker!.Id, turn.Said.Text.Trim());
        turn.Tell(Role.OrgDept, null, "Complaint", Statement.Of("Complaint.Told", ("by", turn.Speaker.Title), ("text", turn.Said.Text.Trim())));
        turn.Say("Complaint.Done");
    }
}

/// <summary>一键催办: 组织部 presses those who have not filed; each once a day.</summary>
public sealed class Nudge : IIntent
{
    private const int NamesAtMost = 15;

    public string Id => "nudge";

    public void Answer(TurnContext turn)
    {
        if (!turn.Is(Role.OrgDept))
        {
            turn.Refuse(Id, null, Statement.Of("Refused.OtherOffice", ("office", Role.OrgDept)));
            return;
        }

        var named = ProjectChoice.Named(turn, turn.Said.Slots);
        var projects = named.Count > 0 ? named.Select(h => turn.Programme.SnapshotOf(h.Id)!).ToList() : turn.WallChart();
        var pressed = new List<string>();
        foreach (var project in projects)
        {
            var duties = DutyList.For(project, turn.Today, Period.Of(turn.Today).LastDay, turn.Settings, turn.Calendar).Where(d => d.Kind is DutyKind.MonthlyReport or DutyKind.ReturnedReport).ToList();
            if (duties.Count == 0 || turn.SecretaryOf(project.Organization.Id) is not { } secretary) continue;
            pressed.Add(project.Organization.Name);
            turn.Session.TellAtOnce(new EventNotice
            {
                Rule = "Urge", Target = $"{project.Project.Code}/{duties[0].Target}", PersonId = secretary.Id, ProjectId = project.Project.Id, Kind = MessageKind.Urge,
                Text = turn.Words.Say("M03", ("period", Period.Parse(duties[0].Target)), ("due", duties[0].DueOn), ("overdue", duties[0].OverdueWorkdays > 0 ? duties[0].OverdueWorkdays : null)),
            });
        }

        if (pressed.Count == 0) turn.Say("Urge.Nobody");
        else turn.Say("Urge.Done", ("count", pressed.Count), ("orgs", pressed.Take(NamesAtMost).ToList()));
    }
}

/// <summary>我接手了: promise, nodes, what was reported, open issues and the next three actions, for a new secretary.</summary>
public sealed class TakeOver : IIntent
{
    private const int ActionsAtMost = 3;

    public string Id => "take-over";

    public void Answer(TurnContext turn)
    {
        var own = ProjectChoice.Own(turn);
        if (own.Count == 0)
        {
            turn.Say("NoProject");
            return;
        }

        foreach (var heading in own)
        {
            var project = turn.Programme.SnapshotOf(heading.Id)!;
            var last = project.Reports.Where(r => r.IsOnFile(turn.Today)).MaxBy(r => r.Period);
            var next = DutyList.For(project, turn.Today, new DateOnly(turn.Today.Year, 12, 31), turn.Settings, turn.Calendar).Take(ActionsAtMost).Select(d => Statement.Of("Duty." + d.Kind,
                ("target", d.Kind is DutyKind.MonthlyReport or DutyKind.ReturnedReport ? Period.Parse(d.Target) : d.Target), ("title", d.Title), ("due", d.DueOn), ("original", d.OriginalDueOn), ("overdue", d.OverdueWorkdays > 0 ? d.OverdueWorkdays : null), ("hour", turn.Settings.ReportHour), ("project", null))).ToList();
            turn.Say("TakeOver", ("project", project.Project.Name), ("goal", project.Project.Goal), ("done", project.Milestones.Count(m => m.DoneOn(turn.Today) is not null)), ("all", project.Milestones.Count),
                ("period", last?.Period), ("percent", last?.ContentAt(turn.Today)?.Percent), ("issues", project.Issues.Where(i => i.IsOpenAt(turn.Today)).Select(i => i.Title).ToList()), ("next", next), ("demo", turn.DemoMark(project)));
        }
    }
}

/// <summary>代理/主持工作: 组织部 registers who acts as secretary, from when to when.</summary>
public sealed class ActFor : IIntent
{
    public string Id => "act-for";

    public void Answer(TurnContext turn)
    {
        if (!turn.Is(Role.OrgDept) && !turn.Is(Role.Admin))
        {
            turn.Refuse(Id, null, Statement.Of("Refused.OtherOffice", ("office", Role.OrgDept)));
            return;
        }

        var range = turn.Said.Slots.Ranges.Count > 0 ? turn.Said.Slots.Ranges[0] : turn.Said.Slots.Dates.Count > 1 ? new DateRange(turn.Said.Slots.Dates[0], turn.Said.Slots.Dates[1]) : (DateRange?)null;
        var organization = turn.Programme.Organizations.FirstOrDefault(o => turn.Said.Slots.Orgs.Contains(o.Name, NameEquality.Instance));
        var acting = organization is null ? null : turn.Programme.HoldersOf(organization.Id, Role.Deputy, turn.Today).FirstOrDefault();
        if (range is not { } span || organization is null || acting is null)
        {
            turn.Say("ActFor.How");
            return;
        }

        turn.Session.StorePerson(acting with { Tenures = [.. acting.Tenures, new Tenure(organization.Id, acting.Id, Role.Secretary, span.From, span.To, Acting: true)] });
        turn.Tell(acting, null, "ActFor", Statement.Of("ActFor.Told", ("org", organization.Name), ("from", span.From), ("to", span.To)));
        turn.Say("ActFor.Done", ("person", acting.Title), ("from", span.From), ("to", span.To));
    }
}

/// <summary>改设置: a key of section 13 and its value, validated, effective the next day, audited.</summary>
public sealed class ChangeSetting : IIntent
{
    public string Id => "change-setting";

    public void Answer(TurnContext turn)
    {
        if (!turn.Is(Role.Admin) && !turn.Is(Role.OrgDept))
        {
            turn.Refuse(Id, null, Statement.Of("Refused.OtherOffice", ("office", Role.Admin)));
            return;
        }

        var text = turn.Said.Normalized;
        var key = ProgrammeSettings.All.Select(s => s.Key).FirstOrDefault(k => text.Contains(k, StringComparison.OrdinalIgnoreCase) || (turn.Words.Has("SettingName." + k) && turn.Words.IsAmong("SettingName." + k, text)));
        var at = text.LastIndexOfAny(turn.Words.Say("SettingName.Before").ToCharArray());
        var value = at < 0 ? null : new string([.. text[(at + 1)..].SkipWhile(c => !char.IsAsciiDigit(c)).TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or '-' or ':')]);
        if (key is null || string.IsNullOrEmpty(value))
        {
            turn.Say("SettingName.How");
            return;
        }

        var decision = ProgrammeSettings.Change(turn.Settings, key, value);
        if (decision is Decision<ProgrammeYear>.Refused refused)
        {
            turn.Refuse(Id, key, refused.Why);
            return;
        }

        var from = turn.Today.AddDays(1);
        turn.Session.StoreSetting(key, from, value);
        turn.Say("SettingName.Done", ("key", key), ("value", value), ("from", from));
    }
}
