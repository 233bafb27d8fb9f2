using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>撤回: takes a filed report back before it is accepted; the period is unfiled again.</summary>
public sealed class WithdrawReport : Form
{
    public override string Id => "withdraw-report";

    protected override ProgrammeAction Action => ProgrammeAction.SubmitDeclarationOrReport;

    public override IReadOnlyList<FormField> Fields { get; } = [];

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (said.Slots.Periods.FirstOrDefault(p => Period.TryParse(p, out _)) is { } named) draft["period"] = named;
        else if (draft.ProjectId is not null) draft["period"] ??= Project(turn, draft).Reports.Where(r => r.IsOnFile(turn.Today)).Select(r => (Period?)r.Period).Max()?.ToString() ?? Period.Of(turn.Today).ToString();
    }

    protected override Statement? Fault(TurnContext turn, Draft draft)
    {
        if (MonthlyReportFiling.CannotChange(Project(turn, draft), Period.Parse(draft["period"]!), turn.Now) is not { } why) return null;
        turn.Dialogue.Draft = null;
        return why;
    }

    protected override Statement Echo(TurnContext turn, Draft draft) =>
        Statement.Of("Report.WithdrawEcho", ("project", Project(turn, draft).Project.Name), ("period", Period.Parse(draft["period"]!)));

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var period = Period.Parse(draft["period"]!);
        var decision = MonthlyReportFiling.Withdraw(project, period, turn.Speaker!.Title, turn.Now);
        if (decision is not Decision<ReportEvent>.Accepted accepted)
        {
            turn.Refuse(Id, project.Project.Code, ((Decision<ReportEvent>.Refused)decision).Why);
            return true;
        }

        turn.Session.StoreReportEvent(project.Project.Id, period, accepted.Value);
        turn.Say("Report.Withdrawn", ("period", period), ("due", MonthlyReportDue.DueOn(period, turn.Settings, turn.Calendar)));
        return true;
    }
}
