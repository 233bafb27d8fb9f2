using PartyProjects.Bot.Conversation;
using PartyProjects.Bot.Understanding;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Intents;

/// <summary>初审通过: 五可, four principles and 书记亲自抓 are all confirmed, the project goes to the panel.</summary>
public sealed class ReviewAccept : StageForm
{
    public override string Id => "review-accept";

    protected override StageAct Act => StageAct.Shortlist;

    protected override ProgrammeAction Action => ProgrammeAction.PreReview;

    protected override IReadOnlyList<FormField> Own =>
    [
        new("form", (_, _, said) => Particulars.AllPassed(said.Text) || YesOrNo.Read(said.Text) == Consent.Yes ? FieldAnswer.Of("pass") : FieldAnswer.Wrong(new Statement("PreReview.Ask"))) { Ask = (_, _) => new Statement("PreReview.Ask"), Buttons = (t, _) => [Button(t, "AllPassed")] },
    ];

    protected override void Fill(TurnContext turn, Draft draft, Understood said)
    {
        if (Particulars.AllPassed(said.Text)) draft["form"] = "pass";
    }

    protected override Decision<StageChange> Decide(TurnContext turn, Draft draft, ProjectSnapshot project, Role role) =>
        PreliminaryReview.Conclude(project, Form, role, turn.Speaker!.Title, turn.Now);

    protected override void Stored(TurnContext turn, Draft draft, ProjectSnapshot project, StageChange change)
    {
        turn.Session.StorePreReview(project.Project.Id, Form, null);
        turn.Session.OpenPanel(project.Project.Year, turn.Calendar.Deadline(turn.Settings.PanelDue.In(project.Project.Year)));
    }

    /// <summary>Everything passed; one failing item is a 返工, said as such.</summary>
    private static readonly PreReviewForm Form = new()
    {
        Tests = Enum.GetValues<FiveTest>().ToDictionary(t => t, _ => true),
        Principles = Enum.GetValues<SelectionPrinciple>().ToDictionary(p => p, _ => true),
        InPerson = true,
    };
}
