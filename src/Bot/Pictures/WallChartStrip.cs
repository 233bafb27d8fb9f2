using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Pictures;

/// <summary>One row's twelve months: the line of the plan, node marks with 原定 and 现定, and the lights of the months that are over.</summary>
public sealed class WallChartStrip(Say say)
{
    private const double LabelSize = 11;

    /// <summary>Space a label needs so that two neighbours stay readable.</summary>
    private const double LabelRoom = 24;

    /// <summary>Nodes stand around <paramref name="nodeY"/>, lights around <paramref name="lightY"/>.</summary>
    public IEnumerable<Shape> Draw(WallChartRow row, YearScale scale, double nodeY, double lightY, double size)
    {
        if (row.Nodes.Count > 0)
        {
            var from = scale.Of(row.Nodes.Min(n => n.StartOn));
            var to = scale.Of(row.Nodes.Max(n => n.DueOn));
            yield return new Line(from, nodeY, to, nodeY, new Paint(Stroke: Palette.Rule, Width: 3));
        }

        var lastLabel = double.NegativeInfinity;
        var raised = false;
        foreach (var node in row.Nodes)
        {
            var x = scale.Of(node.DueOn);
            if (node.Moved)
            {
                var was = scale.Of(node.OriginalDueOn);
                yield return new Line(was, nodeY, x, nodeY, new Paint(Stroke: Palette.Quiet, Width: 1, Dashed: true));
                yield return NodeMark.Original(was, nodeY, size * 0.8, say.Of("WallChartOriginalTip", ("id", node.Id), ("date", node.OriginalDueOn)));
            }

            yield return NodeMark.Draw(node.State, x, nodeY, size, Tip(node));
            raised = x - lastLabel < LabelRoom && !raised;
            lastLabel = x;
            yield return new Label(x, raised ? nodeY + size + LabelSize : nodeY - size - 3, node.Id, LabelSize, node.State == NodeState.Overdue ? "#000000" : Palette.Quiet, Anchor.Middle, node.State == NodeState.Overdue);
        }

        foreach (var (month, light) in row.MonthEnds)
        {
            if (light is not { } lit) continue;
            var tip = say.Of("WallChartMonthTip", ("month", month), ("light", say.Word(lit)));
            foreach (var shape in LightMark.Draw(lit, scale.Month(month) + scale.MonthWidth - size - 4, lightY, size, say.Mark(lit), tip)) yield return shape;
        }
    }

    private string Tip(WallChartNode node) => say.Of(
        "WallChartNodeTip",
        ("id", node.Id),
        ("title", node.Title),
        ("date", node.DueOn),
        ("state", node.State == NodeState.Overdue ? say.Of("NodeOverdueBy", ("days", node.OverdueWorkdays)) : say.Word(node.State)));
}
