using System.Text.Json;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Data.DataFiles;

/// <summary>Maps the demo's schema to records. The <c>history</c> of a project decides its state on a day (domain.md 14.15).</summary>
internal static class DataFileReader
{
    public static DataFile Read(JsonElement root)
    {
        var file = new Field(root, "$");
        if (root.ValueKind != JsonValueKind.Object || file["projects"].IsNull) throw new DataFileError(new Statement("DataFile.NoProjects"));
        var selfChecks = file["supervisions"].Items.ToLookup(s => s["code"].Text, SelfCheck, StringComparer.Ordinal);
        var acts = file["escalations"].Items.SelectMany(e => CaseActsOf(e).Select(act => (Code: e["code"].Text, Act: act))).ToLookup(a => a.Code, a => a.Act, StringComparer.Ordinal);
        return new DataFile
        {
            Year = file["projects"].Items.Select(p => p["year"].WholeOrNull).FirstOrDefault(y => y is not null),
            Projects = [.. file["projects"].Items.Select(p => Project(p, ProjectTrack.Established) with { SelfChecks = [.. selfChecks[p["code"].Text]], CaseActs = [.. acts[p["code"].Text].OrderBy(a => a.At)] })],
            Placeholders = [.. file["placeholders"].Items.Select(p => Project(p, ProjectTrack.SelfRun))],
            LowerLevel = [.. file["lowerLevel"].Items.Select(LowerLevel)],
            StateSamples = [.. file["stateSamples"].Items.Select(p => Project(p, ProjectTrack.Established))],
            CaseActs = acts,
        };
    }

    private static LowerLevelProject LowerLevel(Field p)
    {
        var snapshot = Project(p, ProjectTrack.LowerLevel);
        if (snapshot.Reports.Count == 0 && !p["lastReportPeriod"].IsNull) snapshot = snapshot with { Reports = ReportsUpTo(p["lastReportPeriod"].Period, p["percent"].WholeOrNull, p["secretaryRole"].TextOrNull ?? "") };
        return new LowerLevelProject(snapshot, p["parentOrg"].Text, p["percent"].WholeOrNull, p["lastReportPeriod"].IsNull ? null : p["lastReportPeriod"].Period);
    }

    /// <summary>The file says only up to which month a lower-level project reported, and the last percent.</summary>
    private static IReadOnlyList<MonthlyReport> ReportsUpTo(Period last, int? percent, string by) =>
    [
        .. Enumerable.Range(1, last.Month).Select(month => new Period(last.Year, month)).Select(period => new MonthlyReport
        {
            Period = period,
            Events = [new ReportEvent { Kind = ReportEventKind.Submit, At = period.FirstDay.AddDays(19).ToDateTime(new TimeOnly(10, 0)), By = by, Percent = period == last ? percent : null }],
        }),
    ];

    private static ProjectSnapshot Project(Field p, ProjectTrack track)
    {
        var code = p["code"].Text;
        var year = p["year"].Whole;
        var org = p["org"].Text;
        var fixedFields = p["fiveFixed"];
        return new ProjectSnapshot
        {
            Project = new Project
            {
                Id = code,
                Code = code,
                Year = year,
                OrganizationId = org,
                Track = p["track"].IsNull ? track : p["track"].Choice<ProjectTrack>(),
                Category = p["category"].TextOrNull ?? "",
                Name = p["name"].Text,
                Problem = p["problem"].TextOrNull ?? "",
                Background = p["background"].TextOrNull ?? "",
                Measures = p["measures"].TextOrNull ?? "",
                Goal = p["goal"].TextOrNull ?? "",
                Indicators = [.. p["indicators"].Items.Select(i => new Indicator(i["name"].Text, i["target"].Number, i["unit"].TextOrNull ?? "", i["achieved"].NumberOrNull))],
                FiveFixed = new FiveFixed
                {
                    Item = fixedFields["定项目"]["value"].TextOrNull ?? "",
                    Requirement = fixedFields["定要求"]["value"].TextOrNull ?? "",
                    People = [.. fixedFields["定人员"]["value"].Items.Select(r => new ResponsiblePerson(r["role"].Text, r["duty"].TextOrNull ?? ""))],
                    Duty = fixedFields["定责任"]["value"].TextOrNull ?? "",
                    Deadline = fixedFields["定时限"]["value"].DayOrNull,
                },
                FirstResponsible = p["secretaryRole"].TextOrNull ?? "",
                Deadline = fixedFields["定时限"]["value"].DayOrNull ?? p["dueOn"].DayOrNull,
                DisplayOrder = p["no"].WholeOrNull ?? 0,
                Illustrative = p["illustrative"].Flag ?? false,
            },
            Organization = new Organization { Id = org, Name = org, Type = OrgType(p["orgType"].TextOrNull), DisplayOrder = p["no"].WholeOrNull ?? 0 },
            History = History(p),
            Milestones = [.. p["milestones"].Items.Select(Milestone)],
            Reports = [.. p["reports"].Items.Select(Report).OrderBy(r => r.Period)],
            Issues = [.. p["issues"].Items.Select(Issue)],
            FollowUps = [.. p["followUps"].Items.Select(f => new FollowUp(f["on"].Day, f["by"].TextOrNull ?? "", f["note"].TextOrNull ?? ""))],
        };
    }

    private static IReadOnlyList<StageChange> History(Field p)
    {
        if (!p["history"].IsNull)
        {
            return [.. p["history"].Items.Select(h => new StageChange
            {
                At = h["at"].Moment,
                From = h["from"].IsNull ? null : h["from"].Choice<Stage>(),
                To = h["to"].Choice<Stage>(),
                By = h["by"].TextOrNull ?? "",
                Reason = h["reason"].TextOrNull ?? h["note"].TextOrNull,
                Score = h["score"].NumberOrNull,
            }).OrderBy(h => h.At)];
        }

        if (p["state"].IsNull) return [];
        // A placeholder gives only its state: it stands from its own day where one is given, else from the year's first.
        var state = p["state"].Choice<Stage>();
        var on = new[] { "submittedOn", "returnedOn", "shortlistedOn", "scoredOn", "establishedOn", "withdrawnOn", "terminatedOn", "closedOn", "completedOn" }
            .Select(name => p[name].DayOrNull).Where(d => d is not null).Max() ?? new DateOnly(p["year"].Whole, 1, 1);
        return [new StageChange { At = on.ToDateTime(new TimeOnly(9, 0)), To = state, By = p["secretaryRole"].TextOrNull ?? "", Reason = p["reason"].TextOrNull ?? p["returnReason"].TextOrNull, Score = p["panelScore"].NumberOrNull ?? p["acceptanceScore"].NumberOrNull }];
    }

    private static Milestone Milestone(Field m)
    {
        var original = m["originalDueOn"].DayOrNull ?? m["dueOn"].Day;
        var done = m["doneOn"].DayOrNull;
        return new Milestone
        {
            Id = m["id"].Text,
            Title = m["title"].TextOrNull ?? "",
            Acceptance = m["acceptance"].TextOrNull ?? "",
            StartOn = m["startOn"].Day,
            OriginalDueOn = original,
            Weight = m["weight"].Whole,
            OwnerRole = m["ownerRole"].TextOrNull ?? "",
            // The file keeps the day only: claimed at noon, confirmed the same day.
            Events = done is not { } on ? [] :
            [
                new MilestoneEvent { Kind = MilestoneEventKind.Claim, At = on.ToDateTime(new TimeOnly(12, 0)), By = "", DoneOn = on },
                new MilestoneEvent { Kind = MilestoneEventKind.Confirm, At = on.ToDateTime(new TimeOnly(16, 0)), By = "" },
            ],
            Revisions = [.. m["revisions"].Items.Select(r => new MilestoneRevision
            {
                ApprovedOn = r["approvedOn"].Day,
                AskedOn = r["askedOn"].DayOrNull,
                OldDueOn = r["oldDueOn"].Day,
                NewDueOn = r["newDueOn"].Day,
                Reason = r["reason"].TextOrNull ?? "",
                ApprovedBy = r["approvedBy"].TextOrNull ?? "",
            }).OrderBy(r => r.ApprovedOn)],
        };
    }

    private static MonthlyReport Report(Field r)
    {
        var first = r["firstVersion"];
        List<ReportEvent> events = [];
        foreach (var e in r["events"].Items)
        {
            var kind = e["type"].Choice<ReportEventKind>();
            var carries = kind is ReportEventKind.Submit or ReportEventKind.Amend or ReportEventKind.Resubmit;
            // What the first filing said stands in firstVersion where a later one replaced it; an event's own percent wins (14.11).
            var isFirst = carries && !first.IsNull && events.TrueForAll(x => x.Percent is null);
            events.Add(new ReportEvent
            {
                Kind = kind,
                At = e["at"].Moment,
                By = e["by"].TextOrNull ?? "",
                Percent = carries ? e["percent"].WholeOrNull ?? (isFirst ? first["percent"].WholeOrNull : null) ?? r["percent"].WholeOrNull : null,
                Done = carries ? (isFirst ? first["done"].TextOrNull : null) ?? r["done"].TextOrNull : null,
                Problem = carries ? (isFirst ? first["problem"].TextOrNull : null) ?? r["problem"].TextOrNull : null,
                Plan = carries ? (isFirst ? first["plan"].TextOrNull : null) ?? r["plan"].TextOrNull : null,
                Reason = e["reason"].TextOrNull,
            });
        }

        return new MonthlyReport
        {
            Period = r["period"].Period,
            Exempt = r["exempt"].Flag ?? false,
            ExemptReason = r["exemptReason"].TextOrNull,
            Events = [.. events.OrderBy(e => e.At)],
        };
    }

    private static Issue Issue(Field i) => new()
    {
        Id = i["id"].Text,
        Title = i["title"].TextOrNull ?? "",
        Severity = i["severity"].IsNull ? IssueSeverity.Normal : i["severity"].Choice<IssueSeverity>(),
        NeedDistrictHelp = i["needDistrictHelp"].Flag ?? false,
        Owner = i["owner"].TextOrNull ?? "",
        RaisedOn = i["raisedOn"].DayOrNull ?? DateOnly.MinValue,
        TargetOn = i["targetOn"].Day,
        ResolvedOn = i["resolvedOn"].DayOrNull,
        Resolution = i["resolution"].TextOrNull,
    };

    private static SelfCheck SelfCheck(Field s)
    {
        var manual = s["manual"];
        return new SelfCheck
        {
            Quarter = Quarter.TryParse(s["quarter"].Text, out var q) ? q : throw s["quarter"].Wrong("DataFile.Quarter"),
            Meetings = manual["meetings"].WholeOrNull ?? 0,
            OnSite = manual["onsite"].WholeOrNull ?? 0,
            FollowUp = manual["followup"].Flag,
        };
    }

    /// <summary>Only what people did: a letter confirmed and its reply. Steps that rules find are found again by the rules.</summary>
    private static IEnumerable<CaseAct> CaseActsOf(Field e)
    {
        var cause = e["cause"].Choice<CaseCause>();
        var target = e["target"].TextOrNull ?? "";
        foreach (var step in e["steps"].Items.Where(s => s["level"].Whole == 2))
        {
            yield return new CaseAct { Cause = cause, Target = target, Kind = CaseActKind.LetterConfirmed, At = step["on"].Day.ToDateTime(new TimeOnly(9, 0)), By = step["by"].TextOrNull ?? "", DueOn = step["replyDueOn"].DayOrNull };
            if (step["repliedOn"].DayOrNull is { } replied)
            {
                yield return new CaseAct { Cause = cause, Target = target, Kind = CaseActKind.LetterReplied, At = replied.ToDateTime(new TimeOnly(10, 0)), By = "" };
            }
        }
    }

    private static OrganizationType OrgType(string? text) => text switch
    {
        "街道" => OrganizationType.Subdistrict,
        "园区" => OrganizationType.Park,
        "机关" => OrganizationType.Office,
        "系统" => OrganizationType.System,
        "社区" => OrganizationType.Community,
        _ => OrganizationType.Other,
    };
}
