using System.Globalization;
using PartyProjects.Bot.Understanding;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Conversation;

/// <summary>What filing and amending a monthly report have in common: fields in the order percent, done, problem, plan; checks; echo (M06).</summary>
public abstract class ReportForm : Form
{
    protected override ProgrammeAction Action => ProgrammeAction.DraftDeclarationOrReport;

    protected override bool KeepsWords => true;

    protected override ProgrammeAction Submitting => ProgrammeAction.SubmitDeclarationOrReport;

    public override IReadOnlyList<FormField> Fields { get; } =
    [
        new("period", ReadPeriod) { Ask = AskPeriod, Buttons = PeriodButtons },
        new("percent", ReadPercent) { Ask = AskPercent, Buttons = PercentButtons },
        new("done", ReadDone) { Ask = AskDone, Buttons = DoneButtons },
        new("problem", (t, _, s) => Text(t, s, s.Slots.Problem, 1, "Report.ProblemLength")) { Ask = (_, _) => new Statement("Report.AskProblem"), Buttons = (t, _) => [Button(t, "NoProblem")] },
        new("plan", (t, _, s) => Text(t, s, s.Slots.Plan, MonthlyReportFiling.PlanAtLeast, "Report.PlanLength")) { Ask = (_, _) => new Statement("Report.AskPlan") },
        new("lowered", (t, _, s) => FieldAnswer.Of(s.Text.Trim())) { NeededWhen = (t, d) => Lower(t, d) is not null, Ask = (t, d) => Lower(t, d)! },
        new("jump", ReadJump) { NeededWhen = (t, d) => Jump(t, d) is not null, Ask = (t, d) => Jump(t, d)!, Buttons = (t, _) => [Button(t, "Right"), Button(t, "NotRight")] },
    ];

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        var slots = said.Slots;
        if (slots.Periods.FirstOrDefault(p => p.Length == 7 && Period.TryParse(p, out _)) is { } named) draft["period"] = named;
        if (draft["period"] is null && draft.ProjectId is not null) draft["period"] = DefaultPeriod(turn, draft)?.ToString();
        if (slots.Percents is [var one] && slots.OddPercents.Count == 0)
        {
            if (slots.PercentIsVague) draft["offered"] = one.ToString(CultureInfo.InvariantCulture);
            else SetPercent(draft, one);
        }
        else if (slots.Percents.Count > 1)
        {
            draft["several"] = string.Join('、', slots.Percents);
        }
        else if (slots.OddPercents.Count > 0)
        {
            draft["odd"] = slots.OddPercents[0];
        }

        if (slots.Done is [var only] && Particulars.IsBareDone(only) && draft.ProjectId is not null && draft["period"] is not null && PlanBefore(turn, draft) is { } planned) draft["done"] = turn.Words.Say("Report.PlanDone", ("plan", planned));
        else Join(draft, "done", slots.Done, said.Text, MonthlyReportFiling.DoneAtLeast);
        Join(draft, "problem", slots.Problem, said.Text, 1);
        if (draft["problem"] is null && NoProblem.IsSaid(said.Normalized)) draft["problem"] = turn.Words.Say(new Statement("Button.NoProblem"));
        Join(draft, "plan", slots.Plan, said.Text, MonthlyReportFiling.PlanAtLeast);
    }

    /// <summary>The month a report goes to when none is named: that of now; null (ask) when an earlier month is still outstanding.</summary>
    protected virtual Period? DefaultPeriod(TurnContext turn, Draft draft)
    {
        var open = OpenPeriods(turn, draft);
        return open.Any(p => p < Period.Of(turn.Today)) ? null : Period.Of(turn.Today);
    }

    protected static IReadOnlyList<Period> OpenPeriods(TurnContext turn, Draft draft) =>
        [.. DutyList.Reports(Snapshot(turn, draft), turn.Today, Period.Of(turn.Today).LastDay, turn.Settings, turn.Calendar).Select(d => Period.Parse(d.Target))];

    protected ReportContent Content(Draft draft) => new(int.Parse(draft["percent"]!, CultureInfo.InvariantCulture), draft["done"]!, draft["problem"]!, draft["plan"]!)
    {
        LoweredBecause = draft["lowered"],
        JumpConfirmed = draft["jump"] == "yes",
    };

    protected static Period PeriodOf(Draft draft) => Period.Parse(draft["period"]!);

    protected override Statement? Fault(TurnContext turn, Draft draft)
    {
        // The text that is too short or too long is kept for editing: said back with its length and the limit.
        var fault = MonthlyReportFiling.Faults(Content(draft));
        if (fault is null) return null;
        var field = fault.Key switch { "Report.DoneLength" => "done", "Report.ProblemLength" => "problem", "Report.PlanLength" => "plan", _ => "percent" };
        draft["kept." + field] = draft[field];
        draft[field] = null;
        return fault;
    }

    protected override Statement Echo(TurnContext turn, Draft draft)
    {
        var project = Project(turn, draft);
        var warnings = MonthlyReportFiling.Warnings(project, Content(draft), turn.Today, turn.Settings, turn.RuleWords);
        return Statement.Of("M06",
            ("project", project.Project.Name), ("period", PeriodOf(draft)), ("percent", draft["percent"]),
            ("done", draft["done"]), ("problem", draft["problem"]), ("plan", draft["plan"]), ("lowered", draft["lowered"]),
            ("by", draft.DraftedBy), ("warnings", warnings.ToList()), ("demo", turn.DemoMark(project)));
    }

    private static ProjectSnapshot Snapshot(TurnContext turn, Draft draft) => turn.Programme.SnapshotOf(draft.ProjectId!)!;

    private static void SetPercent(Draft draft, int percent)
    {
        var text = percent.ToString(CultureInfo.InvariantCulture);
        if (draft["percent"] != text) draft["jump"] = draft["lowered"] = null;
        draft["percent"] = text;
        draft["offered"] = draft["several"] = draft["odd"] = null;
    }

    private static void Join(Draft draft, string field, IReadOnlyList<string> spans, string text, int least)
    {
        if (spans.Count == 0) return;
        var joined = string.Join(';', spans);
        draft[field] = joined.Length >= least ? joined : Clause(text, spans[0]);
    }

    /// <summary>The whole clause around words that are too few by themselves: 准备挂牌 in 下个月准备挂牌.</summary>
    private static string Clause(string text, string words)
    {
        const string Ends = ",,。;;!!\n";
        var at = text.IndexOf(words, StringComparison.Ordinal);
        if (at < 0) return words;
        var from = at == 0 ? 0 : text.AsSpan(0, at).LastIndexOfAny(Ends) + 1;
        var until = text.AsSpan(at).IndexOfAny(Ends);
        return text[from..(until < 0 ? text.Length : at + until)].Trim();
    }

    private static Statement? Lower(TurnContext turn, Draft draft) =>
        draft["percent"] is null || draft["period"] is null ? null : MonthlyReportFiling.LowerThanBefore(Snapshot(turn, draft), PeriodOf(draft), Bare(draft), turn.Today);

    private static Statement? Jump(TurnContext turn, Draft draft) =>
        draft["percent"] is null || draft["period"] is null ? null : MonthlyReportFiling.Jump(Snapshot(turn, draft), PeriodOf(draft), Bare(draft), turn.Today);

    private static ReportContent Bare(Draft draft) => new(int.Parse(draft["percent"]!, CultureInfo.InvariantCulture), "", "", "");

    private static Statement AskPeriod(TurnContext turn, Draft draft) => Statement.Of("Report.AskPeriod", ("periods", OpenPeriods(turn, draft).ToList()));

    private static IEnumerable<ReplyButton> PeriodButtons(TurnContext turn, Draft draft) =>
        OpenPeriods(turn, draft).Select(p => turn.Words.Format(p)).Select(p => new ReplyButton(p, p));

    private static FieldAnswer ReadPeriod(TurnContext turn, Draft draft, Understood said)
    {
        if (said.Slots.Periods.FirstOrDefault(p => Period.TryParse(p, out _)) is { } named) return FieldAnswer.Of(named);
        var month = Numerals.Whole(said.Normalized.Trim().TrimEnd('份').TrimEnd('月'));
        return month is >= 1 and <= 12
            ? FieldAnswer.Of(new Period(turn.Today.Year, month.Value).ToString())
            : FieldAnswer.Wrong(AskPeriod(turn, draft));
    }

    /// <summary>一句话月报: last month's own plan is quoted and asked after; a plain 完成了 fills the report with it.</summary>
    private static Statement AskDone(TurnContext turn, Draft draft) => Statement.Of("Report.AskDone", ("last", PlanBefore(turn, draft)));

    private static IEnumerable<ReplyButton> DoneButtons(TurnContext turn, Draft draft) => PlanBefore(turn, draft) is null ? [] : [Button(turn, "PlanDone")];

    private static FieldAnswer ReadDone(TurnContext turn, Draft draft, Understood said) =>
        Particulars.IsBareDone(said.Text) && PlanBefore(turn, draft) is { } plan
            ? FieldAnswer.Of(turn.Words.Say("Report.PlanDone", ("plan", plan)))
            : Text(turn, said, said.Slots.Done, MonthlyReportFiling.DoneAtLeast, "Report.DoneLength");

    /// <summary>What was planned in the report of the month before.</summary>
    private static string? PlanBefore(TurnContext turn, Draft draft) =>
        draft["period"] is null || draft.ProjectId is null ? null : Snapshot(turn, draft).Reports.Where(r => r.Period < PeriodOf(draft) && r.IsOnFile(turn.Today)).MaxBy(r => r.Period)?.ContentAt(turn.Today)?.Plan;

    private static Statement AskPercent(TurnContext turn, Draft draft)
    {
        if (draft["odd"] is { } odd) return Statement.Of("Report.PercentRange", ("percent", odd));
        if (draft["several"] is { } several) return Statement.Of("Report.SeveralPercents", ("percents", several));
        return draft["offered"] is { } offered ? Statement.Of("Report.VaguePercent", ("percent", offered)) : Statement.Of("Report.AskPercent", ("period", draft["period"] is null ? null : PeriodOf(draft)));
    }

    private static IEnumerable<ReplyButton> PercentButtons(TurnContext turn, Draft draft) =>
        (draft["offered"] ?? draft["several"])?.Split('、').Select(p => new ReplyButton(p + "%", p + "%")) ?? [];

    private static FieldAnswer ReadPercent(TurnContext turn, Draft draft, Understood said)
    {
        if (said.Slots.OddPercents.Count > 0) return FieldAnswer.Wrong(Statement.Of("Report.PercentRange", ("percent", said.Slots.OddPercents[0])));
        if (said.Slots.Percents.Count > 1) return FieldAnswer.Wrong(Statement.Of("Report.SeveralPercents", ("percents", said.Slots.Percents.ToList())));
        if (said.Slots.Percents is [var one])
        {
            draft["several"] = draft["odd"] = null;
            if (!said.Slots.PercentIsVague) return FieldAnswer.Of(one.ToString(CultureInfo.InvariantCulture));
            draft["offered"] = one.ToString(CultureInfo.InvariantCulture);
            return FieldAnswer.Wrong(AskPercent(turn, draft));
        }

        if (draft["offered"] is { } offered && YesOrNo.Read(said.Text) == Consent.Yes) return FieldAnswer.Of(offered);
        return Numerals.Whole(said.Normalized.Trim()) switch
        {
            null => FieldAnswer.Wrong(new Statement("Report.PercentPlease")),
            < 0 or > 100 => FieldAnswer.Wrong(Statement.Of("Report.PercentRange", ("percent", said.Text.Trim()))),
            { } n => FieldAnswer.Of(n.ToString(CultureInfo.InvariantCulture)),
        };
    }

    private static FieldAnswer ReadJump(TurnContext turn, Draft draft, Understood said)
    {
        if (YesOrNo.Read(said.Text) == Consent.Yes) return FieldAnswer.Of("yes");
        if (said.Slots.Percents is [var corrected])
        {
            SetPercent(draft, corrected);
            return Jump(turn, draft) is { } still ? FieldAnswer.Wrong(still) : FieldAnswer.Of("yes");
        }

        draft["percent"] = null;
        return FieldAnswer.Of("yes");
    }

    /// <summary>An answer to a text question is taken as it was typed, unless only part of it was read as that part (a percent in the same breath).</summary>
    private static FieldAnswer Text(TurnContext turn, Understood said, IReadOnlyList<string> spans, int least, string faultKey)
    {
        var text = said.Text.Trim();
        if (said.Slots.Percents.Count > 0 && spans.Count > 0) text = string.Join(';', spans);
        if (least == 1 && YesOrNo.Read(text) == Consent.No) text = turn.Words.Say(new Statement("Button.NoProblem"));
        var n = text.Length;
        return n < least || n > MonthlyReportFiling.TextAtMost
            ? FieldAnswer.Wrong(Statement.Of(faultKey, ("length", n), ("least", least), ("most", MonthlyReportFiling.TextAtMost)))
            : FieldAnswer.Of(text);
    }
}
