using System.Text;
using PartyProjects.Bot.Conversation;

namespace PartyProjects.Bot.Pictures;

/// <summary>A picture as chats take it: PNG, or SVG where this machine has no Chinese font.</summary>
public static class ChatFiles
{
    private static readonly Lazy<PictureFont?> Font = new(PictureFont.Find);

    public static ReplyFile Of(string name, Picture picture) => Font.Value is { } font
        ? new ReplyFile(name + ".png", "image/png", new PngWriter(font).Write(picture))
        : new ReplyFile(name + ".svg", "image/svg+xml", Encoding.UTF8.GetBytes(SvgWriter.Write(picture)));
}
