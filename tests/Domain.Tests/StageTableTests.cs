using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Tests.Domain;

/// <summary>Every transition of domain.md section 5, and every other pair refused.</summary>
public sealed class StageTableTests
{
    private static readonly (StageAct Act, Stage? From, Stage To, Role[] Who)[] Table =
    [
        (StageAct.Draft, null, Stage.Draft, [Role.Secretary, Role.Deputy, Role.Liaison]),
        (StageAct.Submit, Stage.Draft, Stage.Submitted, [Role.Secretary]),
        (StageAct.Submit, Stage.Returned, Stage.Submitted, [Role.Secretary]),
        (StageAct.Return, Stage.Submitted, Stage.Returned, [Role.OrgDept, Role.LeadingGroup]),
        (StageAct.Return, Stage.Shortlisted, Stage.Returned, [Role.LeadingGroup]),
        (StageAct.Shortlist, Stage.Submitted, Stage.Shortlisted, [Role.OrgDept]),
        (StageAct.CloseScoring, Stage.Shortlisted, Stage.Scored, [Role.OrgDept]),
        (StageAct.Establish, Stage.Scored, Stage.Established, [Role.LeadingGroup, Role.OrgDept]),
        (StageAct.SelfRun, Stage.Scored, Stage.SelfRun, [Role.LeadingGroup, Role.OrgDept]),
        (StageAct.SignCommitment, Stage.Established, Stage.InProgress, [Role.Secretary]),
        (StageAct.Suspend, Stage.InProgress, Stage.Suspended, [Role.LeadingGroup, Role.OrgDept]),
        (StageAct.Resume, Stage.Suspended, Stage.InProgress, [Role.LeadingGroup, Role.OrgDept]),
        (StageAct.ApplyAcceptance, Stage.InProgress, Stage.PendingAcceptance, [Role.Secretary]),
        (StageAct.Accept, Stage.PendingAcceptance, Stage.Completed, [Role.OrgDept, Role.LeadingGroup]),
        (StageAct.ReturnAcceptance, Stage.PendingAcceptance, Stage.InProgress, [Role.OrgDept]),
        (StageAct.Terminate, Stage.InProgress, Stage.Terminated, [Role.LeadingGroup, Role.OrgDept]),
        (StageAct.Terminate, Stage.Suspended, Stage.Terminated, [Role.LeadingGroup, Role.OrgDept]),
        (StageAct.Withdraw, Stage.Draft, Stage.Withdrawn, [Role.Secretary]),
        (StageAct.Withdraw, Stage.Submitted, Stage.Withdrawn, [Role.Secretary]),
        (StageAct.Withdraw, Stage.Returned, Stage.Withdrawn, [Role.Secretary]),
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
                else if (!line.Who.Contains(role)) Assert.Equal(RefusalOf(act, role, line.Who[0]), Sample.Refused(decision));
                else Assert.Equal(line.To, Sample.Accepted(decision).To);
            }
        }
    }

    private static string RefusalOf(StageAct act, Role role, Role right) => right != Role.Secretary || role is not (Role.Deputy or Role.Liaison) ? "Refused.OtherOffice" : act == StageAct.Submit ? "Refused.SecretaryInPerson" : "Refused.SecretaryOnly";

    [Theory]
    [InlineData(StageAct.Accept, Stage.SelfRun, Stage.Completed)]
    [InlineData(StageAct.Suspend, Stage.SelfRun, Stage.Suspended)]
    [InlineData(StageAct.Resume, Stage.Suspended, Stage.SelfRun)]
    [InlineData(StageAct.Terminate, Stage.SelfRun, Stage.Terminated)]
    public void A_self_run_project_is_moved_by_its_own_secretary_on_the_committees_own_record(StageAct act, Stage from, Stage to)
    {
        var project = Sample.At(from).With(p => p with { Track = ProjectTrack.SelfRun });
        Assert.Equal(to, Sample.Accepted(StageTable.Move(project, act, Role.Secretary, "x", At, "党委会研究决定")).To);
        Assert.Equal("Refused.OtherOffice", Sample.Refused(StageTable.Move(project, act, Role.OrgDept, "x", At, "党委会研究决定")));
    }

    [Theory]
    [InlineData(StageAct.SignCommitment, Stage.Draft, Role.LowerSecretary)]
    [InlineData(StageAct.ApplyAcceptance, Stage.InProgress, Role.LowerSecretary)]
    [InlineData(StageAct.ReturnAcceptance, Stage.PendingAcceptance, Role.Secretary)]
    [InlineData(StageAct.Suspend, Stage.InProgress, Role.Secretary)]
    public void A_lower_level_project_has_the_parent_secretary_in_the_place_of_the_department(StageAct act, Stage from, Role role)
    {
        var project = Sample.At(from).With(p => p with { Track = ProjectTrack.LowerLevel });
        Assert.True(StageTable.Move(project, act, role, "x", At, "说明原因须满十个字以上", "1号").IsAccepted);
        Assert.False(StageTable.Move(project, act, Role.OrgDept, "x", At, "说明原因须满十个字以上", "1号").IsAccepted);
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
