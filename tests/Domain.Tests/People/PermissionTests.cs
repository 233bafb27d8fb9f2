using PartyProjects.Domain.People;

namespace PartyProjects.Tests.Domain.People;

/// <summary>Every cell of the matrix of domain.md section 3, written a second time.</summary>
public sealed class PermissionTests
{
    private static readonly Role[] Roles = [Role.Secretary, Role.Deputy, Role.Liaison, Role.LowerSecretary, Role.OrgDept, Role.Panel, Role.LeadingGroup, Role.Viewer, Role.Admin];

    /// <summary>Per action: what each role reaches on a project of its own, of an organisation below it, and of a stranger (y/n each).</summary>
    private static readonly Dictionary<ProgrammeAction, string> Matrix = new()
    {
        //                                                  Sec  Dep  Lia  Low  Org  Pan  Lead View Adm
        [ProgrammeAction.DraftDeclarationOrReport] = /*  */ "ynn nnn nnn ynn nnn nnn nnn nnn nnn",
        [ProgrammeAction.SubmitDeclarationOrReport] = /* */ "ynn nnn nnn ynn nnn nnn nnn nnn nnn",
        [ProgrammeAction.ClaimMilestoneOrIssue] = /*     */ "ynn nnn nnn ynn yyy nnn nnn nnn nnn",
        [ProgrammeAction.PreReview] = /*                 */ "nnn nnn nnn nnn yyy nnn nnn nnn nnn",
        [ProgrammeAction.ReturnDeclaration] = /*         */ "nnn nnn nnn nnn yyy nnn yyy nnn nnn",
        [ProgrammeAction.Score] = /*                     */ "nnn nnn nnn nnn nnn yyy nnn nnn nnn",
        [ProgrammeAction.SeeScores] = /*                 */ "nnn nnn nnn nnn yyy nnn yyy nnn nnn",
        [ProgrammeAction.Decide] = /*                    */ "nnn nnn nnn nnn nnn nnn yyy nnn nnn",
        [ProgrammeAction.EnterDecision] = /*             */ "nnn nnn nnn nnn yyy nnn yyy nnn nnn",
        [ProgrammeAction.JudgeReport] = /*               */ "nyn nnn nnn nnn yyy nnn nnn nnn nnn",
        [ProgrammeAction.FollowUpLowerLevel] = /*        */ "nyn nnn nnn nnn nnn nnn nnn nnn nnn",
        [ProgrammeAction.SeeOwnProject] = /*             */ "yyn yyn yyn ynn yyy nnn yyy yyy nnn",
        [ProgrammeAction.SeeDeclarations] = /*           */ "yyn yyn yyn ynn yyy yyy yyy yyy nnn",
        [ProgrammeAction.SeeWallChart] = /*              */ "yyy yyy yyy nnn yyy yyy yyy yyy nnn",
        [ProgrammeAction.SeeOthersReports] = /*          */ "nnn nnn nnn nnn yyy nnn yyy yyy nnn",
        [ProgrammeAction.ExportLedger] = /*              */ "ynn ynn ynn ynn yyy nnn yyy yyy nnn",
        [ProgrammeAction.ManageSystem] = /*              */ "nnn nnn nnn nnn nnn nnn nnn nnn yyy",
        [ProgrammeAction.ApproveSettings] = /*           */ "nnn nnn nnn nnn yyy nnn nnn nnn nnn",
    };

    public static TheoryData<ProgrammeAction, Role, string> Cells()
    {
        var cells = new TheoryData<ProgrammeAction, Role, string>();
        foreach (var (action, row) in Matrix)
        {
            foreach (var (role, cell) in Roles.Zip(row.Split(' '))) cells.Add(action, role, cell);
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Every_cell_allows_and_refuses_as_written(ProgrammeAction action, Role role, string cell)
    {
        (bool Own, bool Below)[] targets = [(true, false), (false, true), (false, false)];
        foreach (var (target, expected) in targets.Zip(cell))
        {
            var refusal = Permission.Refuse(action, [role], target.Own, target.Below, "书记");
            Assert.True(expected == 'y' == refusal is null, $"{role} {action} own={target.Own} below={target.Below}: {refusal?.Key ?? "allowed"}");
            if (refusal is not null) Assert.StartsWith("Refused.", refusal.Key, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_matrix_has_every_action() => Assert.Equal(Enum.GetValues<ProgrammeAction>().Order(), Matrix.Keys.Order());

    [Theory]
    [InlineData(Role.Deputy)]
    [InlineData(Role.Liaison)]
    public void A_deputy_or_liaison_drafts_but_the_secretary_submits_in_person(Role role)
    {
        Assert.Equal(Reach.Draft, Permission.Of(ProgrammeAction.DraftDeclarationOrReport, role));
        var refusal = Permission.Refuse(ProgrammeAction.SubmitDeclarationOrReport, [role], isOwn: true, isBelow: false, "护国街道党工委书记");
        Assert.Equal("Refused.SecretaryInPerson", refusal!.Key);
        Assert.Equal("护国街道党工委书记", refusal.Facts["secretary"]);
    }

    [Fact]
    public void Another_committees_reports_are_refused_by_name_of_the_rule() =>
        Assert.Equal("Refused.NotYours", Permission.Refuse(ProgrammeAction.SeeOthersReports, [Role.Secretary], false, false, "")!.Key);
}
