namespace SmtpInspector.Protocol.Message;

/// <summary>How the lines of a header section look (RFC 5322 §2.2).</summary>
static class FieldSyntax
{
    /// <summary>Whether a line begins a field: a name, a colon.</summary>
    public static bool BeginsField(ReadOnlySpan<byte> line)
    {
        var length = NameLength(line);
        // RFC 5322 §4.5: obsolete syntax has white space between name and colon, and must be understood.
        return length > 0 && line[length..].TrimStart(" \t"u8) is [(byte)':', ..];
    }

    /// <summary>How many octets of a line's start can be a field's name: printable US-ASCII but the colon.</summary>
    public static int NameLength(ReadOnlySpan<byte> line)
    {
        var length = line.IndexOfAnyExceptInRange((byte)33, (byte)126);
        var name = length < 0 ? line : line[..length];
        var colon = name.IndexOf((byte)':');
        return colon < 0 ? name.Length : colon;
    }

    /// <summary>Whether a line continues the field before it.</summary>
    public static bool IsContinuation(ReadOnlySpan<byte> line) => line is [(byte)' ' or (byte)'\t', ..];

    /// <summary>Whether a line is empty, which ends a header section.</summary>
    public static bool IsEmpty(ReadOnlySpan<byte> line) => line is [(byte)'\n'] or [(byte)'\r', (byte)'\n'];

    /// <summary>
    /// Whether a line is the separator of an mbox file, or one that a delivery agent quoted. It is no part of a
    /// message, but stands in the header of many and does not end it.
    /// </summary>
    public static bool IsMboxFrom(ReadOnlySpan<byte> line) =>
        line.StartsWith("From "u8) || line.StartsWith(">From "u8);
}
