using System.Security.Cryptography;
using System.Text;
using PartyProjects.Data;

namespace PartyProjects.Scheduler.Nudges;

/// <summary>One message as it would go out: to whom, on which channel, at which minute, in which words.</summary>
public sealed record RehearsedMessage(string PersonId, string Channel, DateTime At, string Text, string Rules)
{
    public string Hash => WriteSession.HashOf(Text);
}

/// <summary>A rehearsed batch; <see cref="Hash"/> stands for the whole of it.</summary>
public sealed record RehearsedSlot(Slot Slot, IReadOnlyList<RehearsedMessage> Messages, IReadOnlyList<LeftOut> LeftOut)
{
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Messages.Select(m => m.PersonId + " " + m.Hash)))));
}

/// <summary>催办预演: what a slot would say if it came as things stand now, and who is left out and why. The same planner and the same words; nothing is stored.</summary>
public sealed class Rehearsal(ProgrammeStore store, NudgePlanner planner, Speak speak)
{
    private readonly RunRepository runs = new(store);

    public Task<RehearsedSlot> OfAsync(Slot slot, CancellationToken cancellation = default)
    {
        var view = new ProgrammeView(store.Current);
        var due = planner.Due(view, slot).ToList();
        var since = runs.First()?.StartedAt ?? slot.Moment - Slot.Grace;
        return store.WriteAsync(session =>
        {
            var plan = NudgePlanner.Merge(due, slot, new ToldInStore(session), session.Programme.SettingsOn(slot.Day).MaxPushPerDay, new Slot(DateOnly.FromDateTime(since), TimeOnly.FromDateTime(since)));
            var people = plan.Messages.Select(m => m.PersonId).Concat(slot.IsMorning ? session.PeopleWithWaiting() : []).Distinct(StringComparer.Ordinal);
            var byPerson = plan.Messages.ToDictionary(m => m.PersonId, StringComparer.Ordinal);
            List<RehearsedMessage> messages = [];
            foreach (var person in people)
            {
                if (session.Programme.AddressToWrite(person) is not { } address) continue;
                var message = byPerson.GetValueOrDefault(person) ?? new PlannedMessage(person, slot, []);
                messages.Add(new RehearsedMessage(person, address.Channel, Outbox.Spread.DueAt(slot.Moment, address.Channel, person), SlotRun.TextOf(session, message, speak), message.Rules));
            }

            return new RehearsedSlot(slot, messages, plan.LeftOut);
        }, cancellation);
    }
}
