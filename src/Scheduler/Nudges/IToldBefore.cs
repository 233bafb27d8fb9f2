namespace PartyProjects.Scheduler.Nudges;

/// <summary>What people have already been told, and what they asked for.</summary>
public interface IToldBefore
{
    /// <summary>The notice was sent, planned, superseded or dropped: it is never planned again.</summary>
    bool IsBooked(string noticeKey);

    /// <summary>Scheduled messages and 一键催办 that the person already has on the day.</summary>
    int MessagesOn(string personId, DateOnly day);

    /// <summary>The person said 知道了 to this rule today, snoozed it, or turned it off.</summary>
    bool WantsQuiet(string personId, Notice notice, Slot slot);

    /// <summary>False when the person is bound on no channel.</summary>
    bool IsReachable(string personId);
}
