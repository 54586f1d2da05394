namespace SmtpInspector.Protocol.Message;

/// <summary>Hexadecimal digits as octets.</summary>
static class Hex
{
    /// <summary>The octet that two digits at the start of <paramref name="text"/> stand for.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out byte octet)
    {
        octet = 0;
        if (text.Length < 2 || !char.IsAsciiHexDigit((char)text[0]) || !char.IsAsciiHexDigit((char)text[1]))
        {
            return false;
        }

        octet = (byte)((Value(text[0]) << 4) | Value(text[1]));
        return true;
    }

    static int Value(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
