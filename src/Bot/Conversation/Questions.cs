using PartyProjects.Bot.Understanding;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Conversation;

/// <summary>What questions have in common: whom they are about, and what the asker may see of it.</summary>
public static class Questions
{
    /// <summary>The named projects, else the own ones, else (for those who watch all) every running project. Says why when there is none.</summary>
    public static IReadOnlyList<ProjectSnapshot> ProjectsAskedAbout(this TurnContext turn)
    {
        var headings = ProjectChoice.Named(turn, turn.Said.Slots);
        if (headings.Count == 0 && turn.Dialogue.Topic is { ProjectId: { } last } topic && turn.Now - topic.At < TimeSpan.FromMinutes(30) && turn.SeesAll && turn.Programme.Project(last) is { } again) headings = [again];
        if (headings.Count == 0) headings = ProjectChoice.Own(turn);
        if (headings.Count == 0 && turn.SeesAll) headings = [.. turn.Programme.Projects.Where(p => p.Year == turn.Today.Year && p.Track == ProjectTrack.Established)];
        if (headings.Count == 0) turn.Say("NoProject");
        return [.. headings.Select(h => turn.Programme.SnapshotOf(h.Id)!)];
    }

    /// <summary>Every established project of the year: what the wall chart shows.</summary>
    public static IReadOnlyList<ProjectSnapshot> WallChart(this TurnContext turn) =>
        [.. turn.Programme.Snapshots(turn.Today.Year).Where(p => p.Project.Track == ProjectTrack.Established && p.StageAt(turn.Now) is not (null or Stage.Draft or Stage.Submitted or Stage.Returned or Stage.Shortlisted or Stage.Scored or Stage.Withdrawn))];

    /// <summary>True when the asker may see report text, issues and letters of the project.</summary>
    public static bool MaySeeInside(this TurnContext turn, ProjectSnapshot project)
    {
        if (turn.Speaker is not { } speaker || turn.Message.IsGroup) return false;
        var own = project.Organization.Id == speaker.OrganizationId;
        return Permission.Refuse(ProgrammeAction.SeeOwnProject, turn.Roles, own, !own && turn.Programme.IsWithin(project.Organization.Id, speaker.OrganizationId), "") is null;
    }
}
