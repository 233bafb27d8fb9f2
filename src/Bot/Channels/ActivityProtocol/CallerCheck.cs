using System.Net;

namespace PartyProjects.Bot.Channels.ActivityProtocol;

/// <summary>Who may call <c>/api/messages</c>. Without an app id: only this machine, only in Development. The token rules of channels.md 1.3 belong here.</summary>
internal sealed class CallerCheck(IHostEnvironment environment)
{
    /// <summary>In Production the endpoint does not exist until it is configured.</summary>
    public bool IsOpen => environment.IsDevelopment();

    public bool Allows(HttpContext context) => IsOpen && IsThisMachine(context);

    /// <summary>Where an answer may go; null when it may not.</summary>
    public Uri? ReplyAddress(string? serviceUrl) => ServiceAddress.Loopback(serviceUrl);

    /// <summary>The caller sits on this machine and calls it by a name of this machine (a page elsewhere whose name was pointed here does not).</summary>
    public static bool IsThisMachine(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is { } remote && !IPAddress.IsLoopback(remote)) return false;
        var host = context.Request.Host.Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var ip) && IPAddress.IsLoopback(ip));
    }
}
