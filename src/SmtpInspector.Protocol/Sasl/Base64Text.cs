using System.Buffers;
using System.Buffers.Text;

namespace SmtpInspector.Protocol.Sasl;

/// <summary>The base64 of AUTH exchanges: RFC 4648 §4 to the letter, no white space, padding required (RFC 4954 §4).</summary>
public static class Base64Text
{
    static readonly SearchValues<byte> Letters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/="u8);

    /// <summary>Decodes; false where the text is not base64.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> text, out byte[] decoded)
    {
        decoded = [];

        // The library's decoder skips white space, which RFC 4954 §4 does not know: look for strangers first.
        if (text.ContainsAnyExcept(Letters) || text.Length % 4 != 0)
        {
            return false;
        }

        var buffer = new byte[text.Length / 4 * 3];
        if (Base64.DecodeFromUtf8(text, buffer, out _, out var written) != OperationStatus.Done)
        {
            return false;
        }

        decoded = buffer[..written];
        return true;
    }
}
