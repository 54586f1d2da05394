using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>xtext, printable ASCII in which "+" and two upper case hex digits stand for an octet (RFC 3461 §4).</summary>
public static class XText
{
    /// <summary>The index of the first octet that is no xtext; -1 when all are.</summary>
    public static int IndexOfBad(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var octet = text[i];
            if (octet == (byte)'+')
            {
                if (i + 2 >= text.Length || !IsUpperHex(text[i + 1]) || !IsUpperHex(text[i + 2]))
                {
                    return i;
                }

                i += 2;
            }
            else if (octet is < 33 or > 126 or (byte)'=')
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>What xtext says. What is not xtext is taken as it stands.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var decoded = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'+' && i + 2 < text.Length && IsUpperHex(text[i + 1]) && IsUpperHex(text[i + 2]))
            {
                decoded[length++] = (byte)((HexValue(text[i + 1]) << 4) | HexValue(text[i + 2]));
                i += 2;
            }
            else
            {
                decoded[length++] = text[i];
            }
        }

        return decoded[..length];
    }

    /// <summary>Octets as xtext.</summary>
    public static string Encode(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder(octets.Length);
        foreach (var octet in octets)
        {
            if (octet is >= 33 and <= 126 and not (byte)'+' and not (byte)'=')
            {
                text.Append((char)octet);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"+{octet:X2}");
            }
        }

        return text.ToString();
    }

    // Upper case: RFC 3461 §4 says so of hexchar, and servers written to it answer 501 to others.
    static bool IsUpperHex(byte octet) => Characters.IsDigit(octet) || octet is >= (byte)'A' and <= (byte)'F';

    static int HexValue(byte octet) => Characters.IsDigit(octet) ? octet - '0' : octet - 'A' + 10;
}
