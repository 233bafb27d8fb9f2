using System.Collections.Frozen;

namespace PartyProjects.Domain.People;

/// <summary>What a person may ask the programme to do (domain.md section 3).</summary>
public enum ProgrammeAction
{
    DraftDeclarationOrReport,
    SubmitDeclarationOrReport,
    ClaimMilestoneOrIssue,
    PreReview,
    ReturnDeclaration,
    Score,
    SeeScores,
    Decide,
    EnterDecision,
    JudgeReport,
    FollowUpLowerLevel,
    SeeOwnProject,
    SeeDeclarations,
    SeeWallChart,
    SeeOthersReports,
    ExportLedger,
    ManageSystem,
    ApproveSettings,
}

/// <summary>How far a permission reaches.</summary>
public enum Reach
{
    /// <summary>Not allowed.</summary>
    None,

    /// <summary>As a draft only; the secretary confirms it.</summary>
    Draft,

    /// <summary>The own organisation (for a lower-level secretary: the own project).</summary>
    Own,

    /// <summary>The own organisation and everything below it.</summary>
    Subtree,

    /// <summary>Everything.</summary>
    All,
}

/// <summary>The permission matrix of domain.md section 3 as one table; chat, pages, commands and tests ask it alike.</summary>
public static class Permission
{
    private static readonly Role[] Columns = [Role.Secretary, Role.Deputy, Role.Liaison, Role.LowerSecretary, Role.OrgDept, Role.Panel, Role.LeadingGroup, Role.Viewer, Role.Admin];

    // Columns: Sec, Deputy, Liaison, LowerSec, OrgDept, Panel, LeadGrp, Viewer, Admin. - None, d Draft, o Own, s Subtree, a All.
    private static readonly (ProgrammeAction Action, string Cells)[] Rows =
    [
        (ProgrammeAction.DraftDeclarationOrReport, "o d d o - - - - -"),
        (ProgrammeAction.SubmitDeclarationOrReport, "o - - o - - - - -"),
        (ProgrammeAction.ClaimMilestoneOrIssue, "o d d o a - - - -"),
        (ProgrammeAction.PreReview, "- - - - a - - - -"),
        (ProgrammeAction.ReturnDeclaration, "- - - - a - a - -"),
        (ProgrammeAction.Score, "- - - - - a - - -"),
        (ProgrammeAction.SeeScores, "- - - - a - a - -"),
        (ProgrammeAction.Decide, "- - - - - - a - -"),
        (ProgrammeAction.EnterDecision, "- - - - a - a - -"),
        (ProgrammeAction.JudgeReport, "s - - - a - - - -"),
        (ProgrammeAction.FollowUpLowerLevel, "s d d - - - - - -"),
        (ProgrammeAction.SeeOwnProject, "s s s o a - a a -"),
        (ProgrammeAction.SeeDeclarations, "s s s o a a a a -"),
        (ProgrammeAction.SeeWallChart, "a a a - a a a a -"),
        (ProgrammeAction.SeeOthersReports, "- - - - a - a a -"),
        (ProgrammeAction.ExportLedger, "o o o o a - a a -"),
        (ProgrammeAction.ManageSystem, "- - - - - - - - a"),
        (ProgrammeAction.ApproveSettings, "- - - - a - - - -"),
    ];

    private static readonly FrozenDictionary<(ProgrammeAction, Role), Reach> Table = Rows
        .SelectMany(row => row.Cells.Split(' ').Zip(Columns, (cell, role) => (Key: (row.Action, role), Reach: Read(cell[0]))))
        .ToFrozenDictionary(x => x.Key, x => x.Reach);

    /// <summary>How far a role reaches with an action.</summary>
    public static Reach Of(ProgrammeAction action, Role role) => Table[(action, role)];

    /// <summary>The farthest that any of the roles reaches.</summary>
    public static Reach Of(ProgrammeAction action, IEnumerable<Role> roles) => roles.Select(r => Of(action, r)).DefaultIfEmpty(Reach.None).Max();

    /// <summary>Null when the action is allowed; else the refusal that names the rule and the right person (M08, M09 and their like).</summary>
    /// <param name="action">What is asked.</param>
    /// <param name="roles">Roles held on the day.</param>
    /// <param name="isOwn">The target is the person's own organisation (or own project).</param>
    /// <param name="isBelow">The target stands below the person's organisation.</param>
    /// <param name="rightPerson">Office that may do it, e.g. 护国街道党工委书记.</param>
    public static Statement? Refuse(ProgrammeAction action, IReadOnlyCollection<Role> roles, bool isOwn, bool isBelow, string rightPerson)
    {
        var reach = Of(action, roles);
        var allowed = reach switch
        {
            Reach.All => true,
            Reach.Subtree => isOwn || isBelow,
            Reach.Own => isOwn,
            Reach.Draft => false,
            _ => false,
        };
        // A secretary judges and follows up what is below, never the own committee's project.
        if (action is ProgrammeAction.JudgeReport or ProgrammeAction.FollowUpLowerLevel && reach == Reach.Subtree && isOwn && !isBelow) allowed = false;
        if (allowed) return null;
        return action switch
        {
            ProgrammeAction.SubmitDeclarationOrReport when roles.Contains(Role.Deputy) || roles.Contains(Role.Liaison) => Statement.Of("Refused.SecretaryInPerson", ("secretary", rightPerson)),
            ProgrammeAction.SeeOwnProject or ProgrammeAction.SeeOthersReports or ProgrammeAction.SeeScores or ProgrammeAction.SeeDeclarations => new Statement("Refused.NotYours"),
            _ => Statement.Of("Refused.OtherOffice", ("office", rightPerson)),
        };
    }

    private static Reach Read(char cell) => cell switch { 'd' => Reach.Draft, 'o' => Reach.Own, 's' => Reach.Subtree, 'a' => Reach.All, _ => Reach.None };
}
