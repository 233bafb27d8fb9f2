using PartyProjects.Bot.Conversation;
using PartyProjects.Domain;
using PartyProjects.Domain.People;

namespace PartyProjects.Bot.Intents;

/// <summary>谁负责: the secretary is the first responsible; offices and their duties, no names of people.</summary>
public sealed class QueryResponsible : IIntent
{
    private const int PeopleAtMost = 6;

    public string Id => "query-responsible";

    public void Answer(TurnContext turn)
    {
        var projects = turn.ProjectsAskedAbout();
        if (projects.Count == 0) return;
        turn.About(Id, projects.Count == 1 ? projects[0].Project.Id : null);
        if (projects.Count > 1)
        {
            turn.Say("Responsible.Many", ("lines", projects.Take(10).Select(p => Statement.Of("Responsible.Line", ("org", p.Organization.Name), ("secretary", turn.SecretaryOf(p)))).ToList()), ("demo", turn.DemoMark(projects[0])));
            return;
        }

        var project = projects[0];
        turn.Say("Responsible", ("project", project.Project.Name), ("secretary", turn.SecretaryOf(project)),
            ("liaison", turn.Programme.HoldersOf(project.Organization.Id, Role.Liaison, turn.Today).FirstOrDefault()?.Title),
            ("people", project.Project.FiveFixed.People.Skip(1).Take(PeopleAtMost).Select(p => Statement.Of("Responsible.Person", ("role", p.Role), ("duty", p.Duty))).ToList()), ("demo", turn.DemoMark(project)));
    }
}
