using PartyProjects.Data;

namespace PartyProjects.Scheduler.Nudges;

/// <summary>What the database remembers of what was told, asked inside the act that plans.</summary>
internal sealed class ToldInStore(WriteSession session) : IToldBefore
{
    public bool IsBooked(string noticeKey) => session.IsBooked(noticeKey);

    public int MessagesOn(string personId, DateOnly day) => session.MessagesOn(personId, day);

    public bool WantsQuiet(string personId, Notice notice, Slot slot) => Quiet.Mutes(session.Programme.PreferencesOf(personId), notice) || session.IsAcknowledged(personId, notice.Rule, notice.Target, slot.Day);

    public bool IsReachable(string personId) => session.Programme.AddressToWrite(personId) is not null;
}
