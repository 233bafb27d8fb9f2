using System.Text;

namespace PartyProjects.Bot.Documents;

/// <summary>The same text without a layout, for chat and for copying.</summary>
public static class OfficialTextWriter
{
    public static string Write(OfficialDocument document)
    {
        var text = new StringBuilder();
        text.Append(document.Title).Append('\n');
        if (document.Marking is { } marking) text.Append(marking).Append('\n');
        if (document.Addressee is { } addressee) text.Append(addressee).Append('\n');
        foreach (var block in document.Blocks) text.Append(block.LeadIn).Append(block.Text).Append('\n');
        if (document.Signature is not null) text.Append(document.Signature).Append("  ");
        return text.Append(document.Date).ToString().TrimEnd() + "\n";
    }
}
