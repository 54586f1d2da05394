using System.Globalization;
using System.Text;

namespace SmtpInspector.Protocol.Message;

/// <summary>
/// Header octets as text. While it is being parsed, an octet that is not UTF-8 is a lone low surrogate, U+DC80 to
/// U+DCFF, which no valid text has: so nothing is lost and nothing is mistaken for syntax. Text that leaves this
/// namespace shows such an octet as <c>\xE4</c>.
/// </summary>
static class HeaderText
{
    const char FirstOctet = '\uDC80';
    const char LastOctet = '\uDCFF';

    /// <summary>UTF-8 (RFC 6532 §3.2), with any other octet over 127 as a lone surrogate.</summary>
    public static string FromOctets(ReadOnlySpan<byte> octets)
    {
        if (Ascii.IsValid(octets))
        {
            return Encoding.ASCII.GetString(octets);
        }

        var text = new StringBuilder(octets.Length);
        Span<char> units = stackalloc char[2];
        while (!octets.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(octets, out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                text.Append(units[..rune.EncodeToUtf16(units)]);
            }
            else
            {
                // One octet at a time: what stands behind a broken sequence may be sound.
                text.Append((char)(FirstOctet + octets[0] - 0x80));
                length = 1;
            }

            octets = octets[length..];
        }

        return text.ToString();
    }

    /// <summary>The octets a text was made of.</summary>
    public static byte[] ToOctets(ReadOnlySpan<char> text)
    {
        var octets = new List<byte>(text.Length);
        Span<byte> units = stackalloc byte[4];
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) == System.Buffers.OperationStatus.Done)
            {
                octets.AddRange(units[..rune.EncodeToUtf8(units)]);
            }
            else
            {
                octets.Add((byte)(text[0] - FirstOctet + 0x80));
            }

            text = text[length..];
        }

        return [.. octets];
    }

    /// <summary>The text as it may be shown: octets that are no text in their visible form.</summary>
    public static string Visible(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange(FirstOctet, LastOctet) < 0)
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (IsOctet(text, i))
            {
                visible.Append(CultureInfo.InvariantCulture, $"\\x{text[i] - FirstOctet + 0x80:X2}");
            }
            else
            {
                visible.Append(text[i]);
            }
        }

        return visible.ToString();
    }

    // A low surrogate behind a high one is half of a character.
    static bool IsOctet(string text, int index) =>
        text[index] is >= FirstOctet and <= LastOctet && (index == 0 || !char.IsHighSurrogate(text[index - 1]));
}
