namespace SmtpInspector.Protocol.Grammar;

/// <summary>date-time of RFC 3339 §5.6, as 2030-01-01T09:00:00Z.</summary>
static class InternetDateTime
{
    /// <summary>Whether octets have that form, with each number in its range. The calendar is not consulted.</summary>
    public static bool Is(ReadOnlySpan<byte> text)
    {
        if (text.Length < 20
            || !Number(text, 0, 4, 0, 9999) || text[4] != (byte)'-' || !Number(text, 5, 2, 1, 12)
            || text[7] != (byte)'-' || !Number(text, 8, 2, 1, 31)
            || (text[10] | 0x20) != 't'
            || !Number(text, 11, 2, 0, 23) || text[13] != (byte)':' || !Number(text, 14, 2, 0, 59)
            || text[16] != (byte)':' || !Number(text, 17, 2, 0, 60))
        {
            return false;
        }

        return Offset(Fraction(text[19..]));
    }

    static ReadOnlySpan<byte> Fraction(ReadOnlySpan<byte> rest)
    {
        if (rest is not [(byte)'.', >= (byte)'0' and <= (byte)'9', ..])
        {
            return rest;
        }

        var end = rest[1..].IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return end < 0 ? default : rest[(end + 1)..];
    }

    static bool Offset(ReadOnlySpan<byte> rest) => rest switch
    {
        [(byte)'Z' or (byte)'z'] => true,
        [(byte)'+' or (byte)'-', _, _, (byte)':', _, _] => Number(rest, 1, 2, 0, 23) && Number(rest, 4, 2, 0, 59),
        _ => false,
    };

    static bool Number(ReadOnlySpan<byte> text, int at, int length, int least, int most) =>
        DecimalNumber.Read(text.Slice(at, length)) is { } value && value >= least && value <= most;
}
