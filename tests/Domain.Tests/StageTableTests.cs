using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Tests.Domain;

/// <summary>Every transition of domain.md section 5, and every other pair refused.</summary>
public sealed class StageTableTests
{
    private static readonly (StageAct Act, Stage? From, Stage To, Role[] Who)[] Table =
    [
        (StageAct.Draft, null, Stage.Draft, [Role.Secretary, Role.Deputy, Role.Liaison, Role.LowerSecretary]),
        (StageAct.Submit, Stage.Draft, Stage.Submitted, [Role.Secretary, Role.LowerSecretary]),
        (StageAct.Submit, Stage.Returned, Stage.Submitted, [Role.Secretary, Role.LowerSecretary]),
        (StageAct.Return, Stage.Submitted, Stage.Returned, [Role.OrgDept, Role.LeadingGroup]),
        (StageAct.Return, Stage.Shortlisted, Stage.Returned, [Role.LeadingGroup]),
        (StageAct.Shortlist, Stage.Submitted, Stage.Shortlisted, [Role.OrgDept]),
        (StageAct.CloseScoring, Stage.Shortlisted, Stage.Scored, [Role.OrgDept]),
        (StageAct.Establish, Stage.Scored, Stage.Established, [Role.LeadingGroup, Role.OrgDept]),
        (StageAct.SelfRun, Stage.Scored, Stage.SelfRun, [Role.LeadingGroup, Role.OrgDept]),
        (StageAct.SignCommitment, Stage.Established, Stage.InProgress, [Role.Secretary, Role.LowerSecretary]),
        (StageAct.Suspend, Stage.InProgress, Stage.Suspended, [Role.LeadingGroup, Role.OrgDept]),
        (StageAct.Resume, Stage.Suspended, Stage.InProgress, [Role.LeadingGroup, Role.OrgDept]),
        (StageAct.ApplyAcceptance, Stage.InProgress, Stage.PendingAcceptance, [Role.Secretary, Role.LowerSecretary]),
        (StageAct.Accept, Stage.PendingAcceptance, Stage.Completed, [Role.OrgDept, Role.LeadingGroup]),
        (StageAct.ReturnAcceptance, Stage.PendingAcceptance, Stage.InProgress, [Role.OrgDept]),
        (StageAct.Terminate, Stage.InProgress, Stage.Terminated, [Role.LeadingGroup, Role.OrgDept]),
        (StageAct.Terminate, Stage.Suspended, Stage.Terminated, [Role.LeadingGroup, Role.OrgDept]),
        (StageAct.Withdraw, Stage.Draft, Stage.Withdrawn, [Role.Secretary, Role.LowerSecretary]),
        (StageAct.Withdraw, Stage.Submitted, Stage.Withdrawn, [Role.Secretary, Role.LowerSecretary]),
        (StageAct.Withdraw, Stage.Returned, Stage.Withdrawn, [Role.Secretary, Role.LowerSecretary]),
    ];

    private static readonly DateTime At = new(2017, 6, 1, 10, 0, 0);

    public static TheoryData<StageAct> Acts() => [.. Enum.GetValues<StageAct>().Where(a => a != StageAct.CloseYear)];

    [Theory]
    [MemberData(nameof(Acts))]
    public void An_act_moves_from_the_stages_of_the_table_by_its_roles_and_from_nowhere_else(StageAct act)
    {
        foreach (var from in Enum.GetValues<Stage>().Cast<Stage?>().Append(null))
        {
            // A self-run project's own acts have their own tests.
            if (from == Stage.SelfRun) continue;
            var line = Table.FirstOrDefault(t => t.Act == act && t.From == from);
            foreach (var role in Enum.GetValues<Role>())
            {
                var decision = StageTable.Move(Sample.At(from), act, role, "x", At, "说明原因须满十个字以上", "纪要〔2017〕1号");
                if (line.Who is null) Assert.Equal("Refused.Stage", Sample.Refused(decision));
                else if (!line.Who.Contains(role)) Assert.Equal("Refused.OtherOffice", Sample.Refused(decision));
                else Assert.Equal(line.To, Sample.Accepted(decision).To);
            }
        }
    }

    [Theory]
    [InlineData(StageAct.Return, Stage.Submitted, Role.OrgDept)]
    [InlineData(StageAct.ReturnAcceptance, Stage.PendingAcceptance, Role.OrgDept)]
    [InlineData(StageAct.Terminate, Stage.InProgress, Role.LeadingGroup)]
    public void A_return_or_an_end_needs_its_reason(StageAct act, Stage from, Role role) =>
        Assert.Equal("Refused.Reason", Sample.Refused(StageTable.Move(Sample.At(from), act, role, "x", At, "", "1号")));

    [Theory]
    [InlineData(StageAct.Establish, Stage.Scored)]
    [InlineData(StageAct.SelfRun, Stage.Scored)]
    [InlineData(StageAct.Suspend, Stage.InProgress)]
    [InlineData(StageAct.Terminate, Stage.InProgress)]
    public void A_decision_needs_its_minutes_number(StageAct act, Stage from) =>
        Assert.Equal("Refused.Minutes", Sample.Refused(StageTable.Move(Sample.At(from), act, Role.OrgDept, "x", At, "说明原因须满十个字以上")));

    [Fact]
    public void The_end_of_the_year_is_seen_before_it_closes()
    {
        var closed = Sample.At(Stage.InProgress) with { History = [new() { At = Sample.On(1, 20), To = Stage.InProgress, By = "" }, new() { At = new DateTime(2017, 12, 31, 23, 59, 59), To = Stage.NotCompleted, By = "" }] };
        Assert.Equal(Stage.InProgress, closed.StageAt(new DateOnly(2017, 12, 31)));
        Assert.Equal(Stage.NotCompleted, closed.StageAt(new DateOnly(2018, 1, 1)));
    }
}
