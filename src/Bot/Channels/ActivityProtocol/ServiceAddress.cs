using System.Net;

namespace PartyProjects.Bot.Channels.ActivityProtocol;

/// <summary>Where replies may be posted to. A service address comes with a message, so whoever can send one could point us anywhere (channels.md 0.8).</summary>
public static class ServiceAddress
{
    /// <summary>A caller without a token may only be answered on this machine, and only such callers may.</summary>
    public static Uri? Loopback(string? serviceUrl) =>
        Parse(serviceUrl) is { } uri && IsLoopback(uri) ? uri : null;

    /// <summary>A caller with a token is answered over https on one of the allowed hosts (or below it), never on an address of a private network.</summary>
    public static Uri? Public(string? serviceUrl, IReadOnlyCollection<string> allowedHosts) =>
        Parse(serviceUrl) is { Scheme: "https" } uri
        && !IPAddress.TryParse(uri.IdnHost, out _)
        && allowedHosts.Any(h => uri.IdnHost.Equals(h, StringComparison.OrdinalIgnoreCase) || uri.IdnHost.EndsWith("." + h, StringComparison.OrdinalIgnoreCase))
            ? uri : null;

    /// <summary>Exactly one slash between the address and the path; ids percent-encoded.</summary>
    public static Uri Activities(Uri service, string conversationId, string? replyToId)
    {
        var path = $"{service.GetLeftPart(UriPartial.Path).TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(conversationId)}/activities";
        return new Uri(replyToId is null ? path : $"{path}/{Uri.EscapeDataString(replyToId)}");
    }

    private static Uri? Parse(string? serviceUrl) =>
        Uri.TryCreate(serviceUrl, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 ? uri : null;

    private static bool IsLoopback(Uri uri) =>
        uri.IdnHost.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(uri.IdnHost, out var ip) && IPAddress.IsLoopback(ip));
}
