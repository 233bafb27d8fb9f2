using System.Globalization;
using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Domain;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>改报: changes a filed report within 24 hours and before it is accepted; the first filing keeps its time.</summary>
public sealed class AmendReport : ReportForm
{
    public override string Id => "amend-report";

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        base.Fill(turn, draft, said);
        if (draft.ProjectId is null || draft["period"] is not { } text || draft["base"] == text) return;
        // What is not corrected stands as it was filed.
        if (Project(turn, draft).Report(Period.Parse(text))?.ContentAt(turn.Today) is not { } filed) return;
        draft["base"] = text;
        draft["percent"] ??= filed.Percent?.ToString(CultureInfo.InvariantCulture);
        draft["done"] ??= filed.Done;
        draft["problem"] ??= filed.Problem;
        draft["plan"] ??= filed.Plan;
    }

    protected override Period? DefaultPeriod(TurnContext turn, Draft draft) =>
        Project(turn, draft).Reports.Where(r => r.IsOnFile(turn.Today)).Select(r => (Period?)r.Period).Max();

    protected override Statement? Fault(TurnContext turn, Draft draft)
    {
        if (MonthlyReportFiling.CannotChange(Project(turn, draft), PeriodOf(draft), turn.Now) is not { } why) return base.Fault(turn, draft);
        turn.Dialogue.Draft = null;
        return why;
    }

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var period = PeriodOf(draft);
        var decision = MonthlyReportFiling.Amend(project, period, Content(draft), turn.Speaker!.Title, turn.Now, turn.Settings, turn.RuleWords);
        if (decision is not Decision<ReportEvent>.Accepted accepted)
        {
            turn.Refuse(Id, project.Project.Code, ((Decision<ReportEvent>.Refused)decision).Why);
            return true;
        }

        turn.Session.StoreReportEvent(project.Project.Id, period, accepted.Value);
        turn.Say("Report.Amended", ("period", period), ("at", turn.Now));
        return true;
    }
}
