using System.Net;
using System.Net.NetworkInformation;

namespace SmtpInspector.Session;

/// <summary>What the program calls itself in an EHLO of its own.</summary>
static class EhloNames
{
    /// <summary>
    /// The host's full name; where it has none, its address literal (RFC 5321 §4.1.4: a client without a domain uses one).
    /// </summary>
    /// <param name="localAddress">The client's own address on the connection; empty on a Unix-domain socket.</param>
    public static string Own(string localAddress)
    {
        var name = Dns.GetHostName();
        var domain = IPGlobalProperties.GetIPGlobalProperties().DomainName;
        if (domain is not ("" or "(none)") && !name.Contains('.', StringComparison.Ordinal))
        {
            name = $"{name}.{domain}";
        }

        return name.Contains('.', StringComparison.Ordinal) && name.All(IsDomainCharacter) ? name
            : localAddress.Contains(':', StringComparison.Ordinal) ? $"[IPv6:{localAddress}]"
            : localAddress.Length > 0 ? $"[{localAddress}]"
            : "localhost";
    }

    static bool IsDomainCharacter(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '.';
}
