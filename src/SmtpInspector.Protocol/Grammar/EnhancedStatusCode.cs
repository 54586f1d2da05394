using System.Globalization;

namespace SmtpInspector.Protocol.Grammar;

/// <summary>An enhanced status code, class "." subject "." detail (RFC 3463 §2).</summary>
public readonly record struct EnhancedStatusCode(int Class, int Subject, int Detail)
{
    /// <summary>
    /// The code at the start of a reply's text: digits.digits.digits, then a space or the end, class 2, 4 or 5.
    /// An IP address has a fourth part and is none.
    /// </summary>
    public static EnhancedStatusCode? At(ReadOnlySpan<byte> text)
    {
        var position = 0;
        if (!Number(text, ref position, 1, out var first) || !Dot(text, ref position)
            || !Number(text, ref position, 3, out var second) || !Dot(text, ref position)
            || !Number(text, ref position, 3, out var third))
        {
            return null;
        }

        return first is 2 or 4 or 5 && (position == text.Length || text[position] == (byte)' ')
            ? new EnhancedStatusCode(first, second, third)
            : null;
    }

    static bool Dot(ReadOnlySpan<byte> text, ref int position) =>
        position < text.Length && text[position++] == (byte)'.';

    static bool Number(ReadOnlySpan<byte> text, ref int position, int most, out int value)
    {
        value = 0;
        var start = position;
        while (position < text.Length && position - start < most && text[position] is >= (byte)'0' and <= (byte)'9')
        {
            value = (value * 10) + (text[position++] - '0');
        }

        return position > start;
    }

    /// <summary>As written, "5.7.1".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Class}.{Subject}.{Detail}");
}
