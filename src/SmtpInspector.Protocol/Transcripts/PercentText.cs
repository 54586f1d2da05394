using System.Buffers;
using System.Text;

namespace SmtpInspector.Protocol.Transcripts;

/// <summary>
/// Exact octets as text: <c>%XX</c> is the octet XX, every other character stands for its UTF-8. Wherever a person writes octets, in
/// transcripts, lessons or a dialog, this is how.
/// </summary>
public static class PercentText
{
    /// <summary>What is said of a text that cannot be read.</summary>
    public const string Rule = "\"%\" is followed by two hexadecimal digits; the sign itself is written %25.";

    /// <summary>The octets; null where a percent sign is not followed by two hexadecimal digits.</summary>
    public static byte[]? TryDecode(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var utf8 = Encoding.UTF8.GetBytes(text);
        return FirstWrong(utf8) < 0 ? Decode(utf8) : null;
    }

    /// <summary>The octets of what <see cref="Check"/> has let pass.</summary>
    internal static byte[] Decode(ReadOnlySpan<byte> text)
    {
        var octets = new byte[text.Length];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'%')
            {
                octets[length++] = (byte)((Digit(text[i + 1]) << 4) | Digit(text[i + 2]));
                i += 2;
            }
            else
            {
                octets[length++] = text[i];
            }
        }

        return length == octets.Length ? octets : octets[..length];
    }

    /// <summary>Refuses a percent sign that is not followed by two hexadecimal digits.</summary>
    /// <exception cref="TranscriptException">With the place of that percent sign.</exception>
    internal static void Check(in TranscriptToken token)
    {
        var text = token.Text.Span;
        if (FirstWrong(text) is >= 0 and var place)
        {
            // The characters before the text are marker and time: ASCII, but for what UTF-8 stands in the text itself.
            throw new TranscriptException(token.Line, token.Start + Encoding.UTF8.GetCharCount(text[..place]) + 1, Rule);
        }
    }

    /// <summary>Appends octets so that <see cref="Decode"/> gives them back; what an editor might change is escaped.</summary>
    internal static void Encode(ReadOnlySpan<byte> octets, IBufferWriter<byte> output)
    {
        while (!octets.IsEmpty)
        {
            var status = Rune.DecodeFromUtf8(octets, out var rune, out var length);
            if (status == OperationStatus.Done && rune.Value != '%' && PlainText.CanHold(rune))
            {
                output.Write(octets[..length]);
            }
            else
            {
                foreach (var octet in octets[..length])
                {
                    output.Write([(byte)'%', Hex(octet >> 4), Hex(octet & 15)]);
                }
            }

            octets = octets[length..];
        }
    }

    // -1: none is.
    static int FirstWrong(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == (byte)'%')
            {
                if (i + 2 >= text.Length || Digit(text[i + 1]) < 0 || Digit(text[i + 2]) < 0)
                {
                    return i;
                }

                i += 2;
            }
        }

        return -1;
    }

    static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'A' + digit - 10);

    static int Digit(byte octet) => octet switch
    {
        >= (byte)'0' and <= (byte)'9' => octet - '0',
        >= (byte)'A' and <= (byte)'F' => octet - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => octet - 'a' + 10,
        _ => -1,
    };
}
