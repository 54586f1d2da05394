using System.Text;

namespace SmtpInspector.Tests.Peers;

/// <summary>Octets written as text in a test: each character below U+0100 is the octet of that value.</summary>
static class Octets
{
    public static byte[] Of(string text) => Encoding.Latin1.GetBytes(text);

    public static string Text(ReadOnlySpan<byte> octets) => Encoding.Latin1.GetString(octets);
}
