using PartyProjects.Bot.Pages;

namespace PartyProjects.Tests.Bot.Pages;

public class HtmlTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onmouseover=\"x")]
    [InlineData("'&<>")]
    public void What_a_person_wrote_is_encoded(string text)
    {
        var html = Html.Of($"<p title=\"{text}\">{text}</p>").Text;
        Assert.DoesNotContain(text, html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Chinese_stays_readable_in_the_source() => Assert.Equal("<b>党建</b>", Html.Of($"<b>{"党建"}</b>").Text);

    [Fact]
    public void Pieces_and_lists_of_pieces_are_not_encoded_again()
    {
        var piece = Html.Of($"<i>{"<"}</i>");
        List<Html> list = [piece, piece];
        Assert.Equal("<p><i>&lt;</i></p>", Html.Of($"<p>{piece}</p>").Text);
        Assert.Equal("<i>&lt;</i><i>&lt;</i>", Html.Of($"{list}").Text);
        Assert.Equal("<i>&lt;</i><i>&lt;</i>", Html.Of($"{list.Select(p => p)}").Text);
    }
}
