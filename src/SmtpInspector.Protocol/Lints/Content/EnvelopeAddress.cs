using System.Buffers;
using SmtpInspector.Protocol.Message;

namespace SmtpInspector.Protocol.Lints.Content;

/// <summary>Addresses of envelope and header in one form, so that they can be compared.</summary>
static class EnvelopeAddress
{
    // Where one of these is, there may be a route, a quoted string or white space to see through.
    static readonly SearchValues<char> Special = SearchValues.Create(" \t\"\\()<>,:;");

    // As many as can be compared one by one faster than a set of them is made.
    const int Few = 8;

    /// <summary>The address of a path, with or without its angle brackets; null where it has none.</summary>
    public static string? OfPath(string? path)
    {
        var inner = path is ['<', .., '>'] ? path[1..^1] : path;
        if (string.IsNullOrEmpty(inner))
        {
            return null;
        }

        if (!inner.AsSpan().ContainsAny(Special))
        {
            return inner.TrimEnd('.');
        }

        foreach (var mailbox in AddressList.Parse($"<{inner}>").Mailboxes)
        {
            return Of(mailbox);
        }

        return null;
    }

    /// <summary>The address of a mailbox in a header.</summary>
    public static string Of(Address.Mailbox mailbox) => mailbox.AddrSpec.TrimEnd('.');

    /// <summary>Those of <paramref name="all"/> that are not among <paramref name="known"/>, each once.</summary>
    public static List<string> Missing(List<string> all, List<string> known)
    {
        // RFC 5321 §2.4: of a domain the letters' case does not matter; that of a local-part may, and hardly ever does.
        var missing = new List<string>();
        if (all.Count <= Few && known.Count <= Few)
        {
            foreach (var address in all)
            {
                if (!Contains(known, address) && !Contains(missing, address))
                {
                    missing.Add(address);
                }
            }

            return missing;
        }

        var seen = new HashSet<string>(known, StringComparer.OrdinalIgnoreCase);
        foreach (var address in all)
        {
            if (seen.Add(address))
            {
                missing.Add(address);
            }
        }

        return missing;
    }

    static bool Contains(List<string> addresses, string wanted)
    {
        foreach (var address in addresses)
        {
            if (address.Equals(wanted, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
