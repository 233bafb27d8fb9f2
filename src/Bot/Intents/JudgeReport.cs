using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>月报核/退 by 组织部, or by the parent secretary for a lower-level project.</summary>
public abstract class JudgeReport : Form
{
    protected abstract bool Accepts { get; }

    protected override ProgrammeAction Action => ProgrammeAction.JudgeReport;

    public override IReadOnlyList<FormField> Fields => Accepts ? [] : [Text("reason", MonthlyReportFiling.ReturnReasonAtLeast, 200) with { Ask = (_, _) => Statement.Of("Form.AskReason", ("act", new Statement("Report.ReturnWord")), ("least", MonthlyReportFiling.ReturnReasonAtLeast)) }];

    protected override bool Fits(TurnContext turn, ProjectHeading project) => ProjectChoice.Runs(project) && Waiting(turn, turn.Programme.SnapshotOf(project.Id)!) is not null;

    protected override string RightOffice(TurnContext turn, ProjectSnapshot? project) => turn.Words.Format(Role.OrgDept);

    private static Period? Waiting(TurnContext turn, ProjectSnapshot project) =>
        project.Reports.Where(r => r.LastEvent(turn.Today)?.Kind is ReportEventKind.Submit or ReportEventKind.Amend or ReportEventKind.Resubmit).Select(r => (Period?)r.Period).Max();

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (said.Slots.Periods.FirstOrDefault(p => Period.TryParse(p, out _)) is { } named) draft["period"] = named;
        else if (draft.ProjectId is not null) draft["period"] ??= (Waiting(turn, Project(turn, draft)) ?? Period.Of(turn.Today)).ToString();
        if (!Accepts && SaidReason(said) is { } reason) draft["reason"] = reason;
    }

    protected override Statement? CannotStart(TurnContext turn, Draft draft) =>
        Waiting(turn, Project(turn, draft)) is null ? Statement.Of("Report.NothingToJudge", ("period", Period.Of(turn.Today))) : null;

    protected override Statement Echo(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var period = Period.Parse(draft["period"]!);
        var content = project.Report(period)?.ContentAt(turn.Today);
        return Statement.Of("Report.JudgeEcho", ("accept", Accepts), ("return", !Accepts), ("org", project.Organization.Name), ("project", project.Project.Name), ("period", period), ("percent", content?.Percent), ("done", content?.Done), ("reason", draft["reason"]));
    }

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var period = Period.Parse(draft["period"]!);
        var decision = MonthlyReportFiling.Judge(project, period, Accepts, draft["reason"], turn.Speaker!.Title, turn.Now);
        if (decision is Decision<ReportEvent>.Refused refused) return Refused(turn, project, refused.Why);
        turn.Session.StoreReportEvent(project.Project.Id, period, ((Decision<ReportEvent>.Accepted)decision).Value);
        if (!Accepts)
        {
            var told = Statement.Of("M10", ("period", period), ("reason", draft["reason"]), ("due", turn.Calendar.AddWorkdays(turn.Today, turn.Settings.ReturnGraceWd)));
            turn.Tell(Role.Secretary, project, "ReportReturned", told);
            turn.Tell(Role.Liaison, project, "ReportReturned", told);
            turn.Tell(Role.LowerSecretary, project, "ReportReturned", told);
        }

        turn.Say("Report.Judged", ("accept", Accepts), ("return", !Accepts), ("org", project.Organization.Name), ("period", period));
        return true;
    }
}

/// <summary>月报核了.</summary>
public sealed class AcceptReport : JudgeReport
{
    public override string Id => "accept-report";

    protected override bool Accepts => true;
}

/// <summary>月报退回, with a reason of at least 10 characters.</summary>
public sealed class ReturnReport : JudgeReport
{
    public override string Id => "return-report";

    protected override bool Accepts => false;
}
