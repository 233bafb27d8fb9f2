using System.Globalization;
using PartyProjects.Bot.Wording;
using PartyProjects.Scheduler;
using PartyProjects.Scheduler.Nudges;
using PartyProjects.Scheduler.Simulation;

namespace PartyProjects.Bot.Pages;

/// <summary>预演: the rules on the books as they are, for the days ahead; nothing is stored and nothing sent.</summary>
public sealed partial class PageRooms
{
    private const int RehearsedDays = 7, MostRehearsedDays = 31;

    private readonly NudgePlanner planner = NudgePlanner.WithAllRules();

    public Task<PageAnswer> Rehearsal(Visit visit)
    {
        var from = DayOf(visit.Query("from")) ?? visit.Today;
        var until = DayOf(visit.Query("until")) ?? from.AddDays(RehearsedDays - 1);
        if (until > from.AddDays(MostRehearsedDays)) until = from.AddDays(MostRehearsedDays);
        string Speak(Domain.Statement statement) => say(statement);
        var rows = Simulator.Run(planner, moment => new ProgrammeView(visit.Programme, moment), visit.Calendar, from, until)
            .SelectMany(plan => plan.Messages)
            .Select(m => new RehearsalRow(m.Slot.Moment, visit.Programme.Person(m.PersonId)?.Title ?? m.PersonId, m.Rules, MessageText.Of(m, Speak)))
            .ToList();
        return Task.FromResult<PageAnswer>(new PageAnswer.Page(say.Of("RehearsalTitle"), new RunsPage(say).Rehearsal(from, until, rows)));
    }

    private static DateOnly? DayOf(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
