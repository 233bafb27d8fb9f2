using PartyProjects.Bot.Intents;
using PartyProjects.Bot.Understanding;
using PartyProjects.Bot.Wording;
using PartyProjects.Data;
using PartyProjects.Domain;
using PartyProjects.Domain.Calendar;
using PartyProjects.Domain.People;
using PartyProjects.Domain.Steps;

namespace PartyProjects.Bot.Conversation;

/// <summary>One turn as an intent sees it: who said what, the programme as it is at this moment, and the place for the answer.</summary>
public sealed class TurnContext
{
    private readonly List<Reply> _replies = [];
    private int _told;

    public required IncomingMessage Message { get; init; }
    public required WriteSession Session { get; init; }
    public required WordingFile Words { get; init; }
    public required WorkCalendar Calendar { get; init; }
    public required ProgrammeYear Settings { get; init; }
    public required RuleWords RuleWords { get; init; }

    /// <summary>Intents by id, for a form that another intent continues.</summary>
    public required IReadOnlyDictionary<string, IIntent> Intents { get; init; }

    /// <summary>Null while the sender is not bound.</summary>
    public required Person? Speaker { get; init; }

    /// <summary>Roles that the speaker holds today.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }
    public required Dialogue Dialogue { get; init; }
    public required Understood Said { get; set; }

    public Programme Programme => Session.Programme;

    public DateTime Now => Session.Now;

    public DateOnly Today => Session.Today;

    public IReadOnlyList<Reply> Replies => _replies;

    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>District staff and leaders: they see every project.</summary>
    public bool SeesAll => Permission.Of(ProgrammeAction.SeeOwnProject, Roles) == Reach.All;

    public void Say(string key, params ReadOnlySpan<(string Name, object? Value)> facts) => Say(new Reply(Words.Say(key, facts)));

    public void Say(Statement statement) => Say(new Reply(Words.Say(statement)));

    public void Say(Reply reply) => _replies.Add(reply);

    /// <summary>Takes back what was said so far in this turn.</summary>
    public void TakeBack() => _replies.Clear();

    /// <summary>Says a refusal and leaves its line in the audit, nothing else.</summary>
    public void Refuse(string action, string? target, Statement why)
    {
        Session.AuditRefusal(action, target, why);
        Say(why);
    }

    /// <summary>Runs another intent on the same words.</summary>
    public void Hand(string intent) => Intents[intent].Answer(this);

    /// <summary>Remembers what the answer was about.</summary>
    public void About(string intent, string? projectId = null, string? period = null) => Dialogue.Topic = new Topic(intent, projectId, period, Now);

    /// <summary>Tells the holders of an office at once: of the project's unit, or of the district. The one who acts is not told what he did.</summary>
    public void Tell(Role role, ProjectSnapshot? project, string rule, Statement statement)
    {
        var unitOffice = role is Role.Secretary or Role.Deputy or Role.Liaison or Role.LowerSecretary;
        if (unitOffice && project is null) return;
        var told = unitOffice ? Programme.HoldersOf(project!.Organization.Id, role, Today) : Programme.Holders(role, Today);
        foreach (var person in told)
        {
            if (person.Id != Speaker?.Id) Tell(person, project, rule, statement);
        }
    }

    /// <summary>Tells one person at once; the message that asked for it makes the event unique, so that the same act on another day is told again.</summary>
    public void Tell(Person person, ProjectSnapshot? project, string rule, Statement statement, params IReadOnlyList<string> buttons) => Session.TellAtOnce(new EventNotice
    {
        Rule = rule,
        Target = $"{project?.Project.Code ?? ""}/{Message.MessageId}/{_told++}",
        PersonId = person.Id,
        Text = Words.Say(statement),
        ProjectId = project?.Project.Id,
        Buttons = buttons,
    });

    /// <summary>The role in which the speaker does something that these roles may do; null when none of them is held.</summary>
    public Role? As(IReadOnlyList<Role> who)
    {
        foreach (var role in who)
        {
            if (Roles.Contains(role)) return role;
        }

        return null;
    }

    /// <summary>The office that is the right person for a project: its secretary's title.</summary>
    public string SecretaryOf(ProjectSnapshot project) => SecretaryOf(project.Organization.Id)?.Title ?? project.Project.FirstResponsible;

    public Person? SecretaryOf(string organizationId) =>
        Programme.HoldersOf(organizationId, Role.Secretary, Today).FirstOrDefault() ?? Programme.HoldersOf(organizationId, Role.LowerSecretary, Today).FirstOrDefault();

    /// <summary>The words read as one intent, whatever else they look like: a reading the person chose, or the topic going on.</summary>
    public required Func<string, string, Understood> ReadAs { get; init; }

    /// <summary>演示数据 where the project is invented for the demo.</summary>
    public string? DemoMark(ProjectSnapshot project) => project.Project.Illustrative ? Words.Say(new Statement("DemoMark")) : null;
}
