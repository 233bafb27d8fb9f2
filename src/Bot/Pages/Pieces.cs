using System.Globalization;
using PartyProjects.Bot.Pictures;
using PartyProjects.Bot.Wording;
using PartyProjects.Domain;

namespace PartyProjects.Bot.Pages;

/// <summary>Small pieces that several pages show the same way.</summary>
public sealed class Pieces(Say say)
{
    /// <summary>A light as shape, word and colour; nothing where the project has none.</summary>
    public Html LightOf(Light? light)
    {
        if (light is not { } lit) return Html.Of($"<span class=\"light\">{say.Of("NoLight")}</span>");
        var mark = new Picture(40, 40, "", "", [.. LightMark.Draw(lit, 20, 20, 14, say.Mark(lit))]);
        return Html.Of($"<span class=\"light\">{Inline(mark)}{say.Word(lit)}</span>");
    }

    /// <summary>A picture inside running text: the words stand beside it, so readers skip it.</summary>
    public static Html Inline(Picture picture) => new(SvgWriter.WriteDecoration(picture));

    /// <summary>A picture that is read out by its title and description.</summary>
    public static Html Drawn(Picture picture, string id) => new(SvgWriter.Write(picture, id));

    /// <summary>Plan and actual as two labelled meters.</summary>
    public Html Bars(decimal? plan, decimal? actual)
    {
        if (plan is not { } p || actual is not { } a) return Html.Nothing;
        var words = say.List("BarWords");
        return Html.Of($"{Bar(words[0], p, "bar plan")}{Bar(words[1], a, "bar")}");
    }

    /// <summary>A day as the rest of the product writes it, e.g. 9月25日(星期一).</summary>
    public string Day(DateOnly day) => say.Of("PlainDay", ("date", day));

    /// <summary>A day that is not torn at the end of a line; nothing where there is none.</summary>
    public Html DayOf(DateOnly? day) => day is { } on ? Html.Of($"<span class=\"day\">{Day(on)}</span>") : Html.Nothing;

    public static string Number(decimal? value) => value?.ToString("0.0", CultureInfo.InvariantCulture) ?? "—";

    /// <summary>原定 beside 现定.</summary>
    public Html Due(WallChartNode node) => node.Moved
        ? Html.Of($"{DayOf(node.DueOn)}<span class=\"moved\">{say.Of("OriginallyDue", ("date", node.OriginalDueOn))}</span>")
        : DayOf(node.DueOn);

    public string Standing(WallChartNode node) => node.State == NodeState.Overdue ? say.Of("NodeOverdueBy", ("days", node.OverdueWorkdays)) : say.Word(node.State);

    /// <summary>A table with a head; on a phone each row becomes a block whose cells carry their head.</summary>
    public Html Table(string key, IEnumerable<IReadOnlyList<Html>> rows, string? caption = null)
    {
        var heads = say.List(key);
        var body = rows.Select(cells => Html.Of($"<tr>{cells.Select((cell, i) => Html.Of($"<td data-head=\"{heads[i]}\">{cell}</td>"))}</tr>")).ToList();
        if (body.Count == 0) return Html.Of($"<p class=\"empty\">{say.Of("NothingHere")}</p>");
        return Html.Of($"""
            <div class="table" tabindex="0" role="region" aria-label="{caption ?? say.Of("TableLabel")}"><table class="stack"><thead><tr>{heads.Select(h => Html.Of($"<th scope=\"col\">{h}</th>"))}</tr></thead><tbody>{body}</tbody></table></div>
            """);
    }

    private static Html Bar(string name, decimal value, string style) => Html.Of($"""
        <div class="{style}"><span>{name}</span><meter min="0" max="100" value="{value}" aria-label="{name}">{value}</meter><b>{Number(value)}</b></div>
        """);
}
