using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Findings;

/// <summary>
/// A peer's octets as a message may hold them: in quotes, printable ASCII as it is, everything else as
/// <c>\xNN</c>, long ones cut. A credential among them is taken out by the judge, who knows it.
/// </summary>
static class Quoted
{
    const int Most = 40;

    /// <summary>The octets in quotes.</summary>
    public static string Of(ReadOnlySpan<byte> octets) => $"\"{Bare(octets)}\"";

    /// <summary>The octets without quotes, for a word that cannot be mistaken for the message's own.</summary>
    public static string Bare(ReadOnlySpan<byte> octets)
    {
        var text = new StringBuilder();
        foreach (var octet in octets.Length > Most ? octets[..Most] : octets)
        {
            if (octet is >= 32 and <= 126)
            {
                text.Append((char)octet);
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"\\x{octet:X2}");
            }
        }

        return text.Append(octets.Length > Most ? "..." : "").ToString();
    }
}
