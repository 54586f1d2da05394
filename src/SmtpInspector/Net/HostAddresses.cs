using System.Net;
using System.Net.Sockets;

namespace SmtpInspector.Net;

/// <summary>Which addresses of a host are tried, and in what order.</summary>
static class HostAddresses
{
    /// <summary>The address that the host is; null when it is a name.</summary>
    /// <exception cref="ConnectException">It is of the other family.</exception>
    public static IPAddress[]? OfLiteral(string host, IpFamily family)
    {
        if (!IPAddress.TryParse(host, out var literal))
        {
            return null;
        }

        return Fits(literal, family) ? [literal] : throw ConnectSentences.WrongFamily(literal, family);
    }

    /// <summary>The addresses of a name that are of the family asked for, in the order in which to try them.</summary>
    /// <exception cref="ConnectException">There is none.</exception>
    public static IPAddress[] InOrder(IPAddress[] all, string host, IpFamily family)
    {
        var fitting = Array.FindAll(all, address => Fits(address, family));
        return fitting.Length > 0 ? Interleave(fitting) : throw ConnectSentences.NoneOfFamily(host, family);
    }

    /// <summary>
    /// RFC 8305 §4: the families alternate, so that a whole family that leads nowhere costs one attempt at a time.
    /// Within a family the resolver's order stays; it has sorted by RFC 6724.
    /// </summary>
    public static IPAddress[] Interleave(IPAddress[] addresses)
    {
        if (addresses.Length < 2)
        {
            return addresses;
        }

        var first = addresses[0].AddressFamily;
        var preferred = Array.FindAll(addresses, address => address.AddressFamily == first);
        var others = Array.FindAll(addresses, address => address.AddressFamily != first);
        var order = new List<IPAddress>(addresses.Length);
        for (var i = 0; order.Count < addresses.Length; i++)
        {
            if (i < preferred.Length)
            {
                order.Add(preferred[i]);
            }

            if (i < others.Length)
            {
                order.Add(others[i]);
            }
        }

        return [.. order];
    }

    static bool Fits(IPAddress address, IpFamily family) => family switch
    {
        IpFamily.Any => true,
        IpFamily.V4 => address.AddressFamily == AddressFamily.InterNetwork,
        IpFamily.V6 => address.AddressFamily == AddressFamily.InterNetworkV6,
    };
}
