namespace PartyProjects.Bot;

/// <summary>The other of the two clocks: cookies, tokens and connections are dated by it. A type of its own, so that programme time is never taken for it.</summary>
public sealed record RealTime(TimeProvider Clock);
