namespace PartyProjects.Bot.Understanding.Spans;

/// <summary>What stands in a clause besides its own matter: names, times and small words at its ends.</summary>
internal static class Ends
{
    /// <summary>The stretch without names, times and the given words at both ends; null when fewer than <paramref name="least"/> characters are left.</summary>
    public static Clause? Bare(string text, Clause clause, List<NameMark> names, List<TimeMark> times, ReadOnlySpan<string> lead, ReadOnlySpan<string> tail, int least)
    {
        var (start, end) = (clause.Start, clause.End);
        for (var before = (Start: -1, End: -1); before != (start, end) && start < end;)
        {
            before = (start, end);
            (start, end) = Trim.Ends(text, start, end, lead, tail);
            foreach (var name in names)
            {
                if (name.Start <= start && name.End > start) start = Math.Min(end, name.End);
                else if (name.Start < end && name.End >= end) end = Math.Max(start, name.Start);
            }

            foreach (var time in times)
            {
                if (time.Start <= start && time.End > start) start = Math.Min(end, time.End);
                else if (time.Start < end && time.End >= end) end = Math.Max(start, time.Start);
            }
        }

        return start < end && Trim.Weight(text, start, end) >= least ? new Clause(start, end) : null;
    }

    /// <summary>Neighbours with nothing but a mark between them are one stretch.</summary>
    public static List<Clause> Joined(List<Clause> parts)
    {
        var joined = new List<Clause>(parts.Count);
        foreach (var part in parts)
        {
            if (joined.Count > 0 && part.Start - joined[^1].End <= 2) joined[^1] = new Clause(joined[^1].Start, part.End);
            else joined.Add(part);
        }

        return joined;
    }
}
