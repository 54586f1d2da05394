using System.Buffers;
using System.Buffers.Text;

namespace SmtpInspector.Protocol.Redaction;

/// <summary>Reads base64 as generously as a leak would be read: padding may be missing, white space may stand in it.</summary>
public static class Base64Payload
{
    /// <summary>The octets; null where it is no base64 at all.</summary>
    public static byte[]? Decode(ReadOnlySpan<byte> text)
    {
        Span<byte> padded = new byte[text.Length + 3];
        var length = 0;
        foreach (var octet in text)
        {
            if (octet is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'='))
            {
                padded[length++] = octet;
            }
        }

        if (length == 0)
        {
            return null;
        }

        while (length % 4 != 0)
        {
            padded[length++] = (byte)'=';
        }

        var decoded = new byte[Base64.GetMaxDecodedFromUtf8Length(length)];
        return Base64.DecodeFromUtf8(padded[..length], decoded, out _, out var written) == OperationStatus.Done
            ? decoded[..written]
            : null;
    }
}
