using PartyProjects.Data;
using PartyProjects.Domain;

namespace PartyProjects.Scheduler.Outbox;

/// <summary>What people asked to be reminded of themselves comes when it was asked for, on a Saturday too, and counts for no cap (contracts section 1).</summary>
public sealed class OwnReminders(ProgrammeStore store, Speak speak)
{
    private const string Rule = "E91";

    /// <summary>Puts every reminder whose moment has come into the outbox, each once.</summary>
    public Task TellDueAsync(CancellationToken cancellation = default) => store.WriteAsync(session =>
    {
        foreach (var reminder in session.RemindersDue())
        {
            session.TellAtOnce(new EventNotice
            {
                Rule = Rule, Target = reminder.Id, PersonId = reminder.PersonId, Kind = MessageKind.Reminder, Text = speak(Statement.Of("Nudge.OwnReminder", ("text", reminder.Text))),
            });
            session.FinishReminder(reminder.Id);
        }
    }, cancellation);
}
