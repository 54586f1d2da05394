using System.Net;

namespace SmtpInspector.Net;

/// <summary>The order in which the addresses of a host are tried.</summary>
static class AddressOrder
{
    /// <summary>
    /// RFC 8305 §4: the families alternate, so that a whole family that leads nowhere costs one attempt at a time.
    /// Within a family the resolver's order stays; it has sorted by RFC 6724.
    /// </summary>
    public static IReadOnlyList<IPAddress> Interleave(IReadOnlyList<IPAddress> addresses)
    {
        if (addresses.Count < 2)
        {
            return addresses;
        }

        var first = addresses[0].AddressFamily;
        var preferred = addresses.Where(address => address.AddressFamily == first).ToList();
        var others = addresses.Where(address => address.AddressFamily != first).ToList();
        var order = new List<IPAddress>(addresses.Count);
        for (var i = 0; order.Count < addresses.Count; i++)
        {
            order.AddRange(preferred.Skip(i).Take(1));
            order.AddRange(others.Skip(i).Take(1));
        }

        return order;
    }
}
