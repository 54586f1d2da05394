using System.Text;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>Address literals (RFC 5321 §4.1.3).</summary>
static class AddressLiteral
{
    /// <summary>The kind of literal; <see cref="DomainKind.Invalid"/> when it is none.</summary>
    /// <param name="literal">The octets with their square brackets.</param>
    public static DomainKind KindOf(ReadOnlySpan<byte> literal)
    {
        if (literal is not [(byte)'[', .. var inner, (byte)']'])
        {
            return DomainKind.Invalid;
        }

        if (IsIPv4(inner))
        {
            return DomainKind.IPv4Literal;
        }

        // A tag must be registered (RFC 5321 §4.1.3), and no group of an IPv6 address is: it lacks its "IPv6:".
        var colon = inner.IndexOf((byte)':');
        if (colon <= 0 || IsIPv6(inner))
        {
            return DomainKind.Invalid;
        }

        // The tag IPv6 is standardized: what it introduces must be such an address, and is no general literal.
        return Ascii.EqualsIgnoreCase(inner[..colon], "IPv6"u8)
            ? IsIPv6(inner[(colon + 1)..]) ? DomainKind.IPv6Literal : DomainKind.Invalid
            : IsTag(inner[..colon]) && IsDcontent(inner[(colon + 1)..]) ? DomainKind.GeneralLiteral : DomainKind.Invalid;
    }

    /// <summary>IPv4-address-literal: four numbers from 0 to 255, of one to three digits each.</summary>
    public static bool IsIPv4(ReadOnlySpan<byte> address)
    {
        for (var part = 0; part < 4; part++)
        {
            var length = part < 3 ? address.IndexOf((byte)'.') : address.Length;
            if (length is < 1 or > 3 || DecimalNumber.Read(address[..length]) is not <= 255)
            {
                return false;
            }

            address = part < 3 ? address[(length + 1)..] : default;
        }

        return true;
    }

    /// <summary>
    /// IPv6-addr. RFC 5321 §4.1.3: "::" stands for at least two groups, so at most six others are allowed beside it.
    /// </summary>
    public static bool IsIPv6(ReadOnlySpan<byte> address)
    {
        var groups = 0;
        var compressed = false;
        var position = 0;
        if (address is [(byte)':', (byte)':', ..])
        {
            compressed = true;
            position = 2;
        }

        while (position < address.Length)
        {
            var rest = address[position..];
            if (IsIPv4(rest))
            {
                return compressed ? groups <= 4 : groups == 6;
            }

            var length = HexLength(rest);
            if (length == 0 || ++groups > 8)
            {
                return false;
            }

            position += length;
            if (position == address.Length)
            {
                break;
            }

            if (address[position] != (byte)':' || ++position == address.Length)
            {
                return false;
            }

            if (address[position] == (byte)':')
            {
                if (compressed)
                {
                    return false;
                }

                compressed = true;
                position++;
            }
        }

        return compressed ? groups <= 6 : groups == 8;
    }

    static int HexLength(ReadOnlySpan<byte> octets)
    {
        var length = 0;
        while (length < octets.Length && length < 4 && Characters.IsHexDigit(octets[length]))
        {
            length++;
        }

        return length;
    }

    // Standardized-tag = Ldh-str. Only IPv6 is registered; others are left to the server to know.
    static bool IsTag(ReadOnlySpan<byte> tag)
    {
        foreach (var octet in tag)
        {
            if (!Characters.IsLdh(octet))
            {
                return false;
            }
        }

        return Characters.IsLetDig(tag[^1]);
    }

    // dcontent = %d33-90 / %d94-126
    static bool IsDcontent(ReadOnlySpan<byte> content)
    {
        foreach (var octet in content)
        {
            if (octet is < 33 or > 126 or (>= 91 and <= 93))
            {
                return false;
            }
        }

        return !content.IsEmpty;
    }
}
