using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>月报: one sentence gives period, percent, done, problem and plan; what is missing is asked for; booked on 确认.</summary>
public sealed class ReportProgress : ReportForm
{
    public override string Id => "report-progress";

    protected override bool Commit(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var period = PeriodOf(draft);
        var decision = MonthlyReportFiling.File(project, period, Content(draft), turn.Speaker!.Title, draft.DraftedBy, turn.Now, turn.Settings, turn.Calendar, turn.RuleWords);
        if (decision is not Decision<ReportEvent>.Accepted accepted)
        {
            turn.Refuse(Id, project.Project.Code, ((Decision<ReportEvent>.Refused)decision).Why);
            return true;
        }

        turn.Session.StoreReportEvent(project.Project.Id, period, accepted.Value);
        turn.Dialogue.Parked.RemoveAll(p => p.Form == Id && p.ProjectId == draft.ProjectId && p["period"] == draft["period"]);
        var next = DutyList.For(turn.Programme.SnapshotOf(project.Project.Id)!, turn.Today, new DateOnly(turn.Today.Year, 12, 31), turn.Settings, turn.Calendar).FirstOrDefault(d => d.Kind == DutyKind.Milestone && d.DueOn >= turn.Today);
        turn.Say("M07", ("period", period), ("at", turn.Now), ("late", turn.Now > MonthlyReportDue.DueOn(period, turn.Settings, turn.Calendar).ToDateTime(new TimeOnly(turn.Settings.ReportHour % 24, 0))), ("milestone", next?.Target), ("due", next?.DueOn), ("by", draft.DraftedBy), ("confirmed", turn.Speaker.Title), ("demo", turn.DemoMark(project)));
        turn.About(Id, project.Project.Id, period.ToString());
        return true;
    }
}
