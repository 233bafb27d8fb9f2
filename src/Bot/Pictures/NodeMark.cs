namespace PartyProjects.Bot.Pictures;

/// <summary>A node's mark: done = red flag ▲, waiting for confirmation = hollow ▲, overdue = black ▼, open = ring; 原定 = small hollow diamond.</summary>
public static class NodeMark
{
    public static Shape Draw(NodeState state, double x, double y, double radius, string? tip = null)
    {
        (double, double)[] up = [(x, y - radius), (x + radius, y + (radius * 0.8)), (x - radius, y + (radius * 0.8))];
        (double, double)[] down = [(x, y + radius), (x + radius, y - (radius * 0.8)), (x - radius, y - (radius * 0.8))];
        return state switch
        {
            NodeState.Done => new Outline(up, new Paint(Palette.Flag)) { Tip = tip },
            NodeState.PendingCheck => new Outline(up, new Paint(Palette.White, Palette.Flag, 2)) { Tip = tip },
            NodeState.Overdue => new Outline(down, new Paint("#000000")) { Tip = tip },
            _ => new Disc(x, y, radius * 0.8, new Paint(Palette.White, Palette.Ink, 1.5)) { Tip = tip },
        };
    }

    /// <summary>Where the promise stood before it was moved.</summary>
    public static Shape Original(double x, double y, double radius, string? tip = null) =>
        new Outline([(x, y - radius), (x + radius, y), (x, y + radius), (x - radius, y)], new Paint(Palette.White, Palette.Quiet, 1, Dashed: true)) { Tip = tip };
}
