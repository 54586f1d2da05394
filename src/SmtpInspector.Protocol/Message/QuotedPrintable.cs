using System.Buffers;

namespace SmtpInspector.Protocol.Message;

/// <summary>Decodes the quoted-printable transfer encoding (RFC 2045 §6.7) line by line.</summary>
static class QuotedPrintable
{
    /// <summary>Decodes a line.</summary>
    /// <param name="line">The octets before its ending.</param>
    /// <param name="decoded">Where to; the result is never longer than the line.</param>
    /// <param name="isSoft">Whether the line goes on in the next: its ending is none of the text.</param>
    /// <param name="malformed">Counts each "=" without two hexadecimal digits; it stays as it stands.</param>
    /// <returns>How many octets were decoded.</returns>
    public static int DecodeLine(ReadOnlySpan<byte> line, Span<byte> decoded, out bool isSoft, ref int malformed)
    {
        // RFC 2045 §6.7 (3): white space at the end was added on the way and must be deleted.
        line = line.TrimEnd(" \t"u8);
        isSoft = line is [.., (byte)'='];
        if (isSoft)
        {
            line = line[..^1];
        }

        var written = 0;
        while (line.IndexOf((byte)'=') is var escape and >= 0)
        {
            line[..escape].CopyTo(decoded[written..]);
            written += escape;
            line = line[(escape + 1)..];
            // Lower-case digits are illegal and understood, as §6.7 note (1) advises.
            if (Hex.TryRead(line, out var octet))
            {
                decoded[written++] = octet;
                line = line[2..];
            }
            else
            {
                decoded[written++] = (byte)'=';
                malformed++;
            }
        }

        line.CopyTo(decoded[written..]);
        return written + line.Length;
    }

    /// <summary>Decodes a whole body.</summary>
    public static byte[] Decode(ReadOnlySpan<byte> body, out int malformed)
    {
        malformed = 0;
        var decoded = new ArrayBufferWriter<byte>(body.Length + 2);
        while (!body.IsEmpty)
        {
            var end = body.IndexOf((byte)'\n') + 1;
            var line = end == 0 ? body : body[..end];
            body = body[line.Length..];
            var ending = line is [.., (byte)'\r', (byte)'\n'] ? 2 : end == 0 ? 0 : 1;
            var content = line[..^ending];
            decoded.Advance(DecodeLine(content, decoded.GetSpan(content.Length + 2), out var isSoft, ref malformed));
            if (!isSoft && ending > 0)
            {
                decoded.Write("\r\n"u8);
            }
        }

        return decoded.WrittenSpan.ToArray();
    }
}
