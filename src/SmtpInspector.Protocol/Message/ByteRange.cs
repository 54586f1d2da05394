namespace SmtpInspector.Protocol.Message;

/// <summary>A piece of a message's content, in octets from its first one.</summary>
/// <param name="Start">The first octet, from 0.</param>
/// <param name="End">One past the last octet.</param>
public readonly record struct ByteRange(long Start, long End)
{
    /// <summary>How many octets.</summary>
    public long Length => End - Start;

    /// <summary>
    /// These octets of <paramref name="content"/>, which is the whole message or as much of its beginning as is at hand:
    /// what lies behind its end is left out.
    /// </summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<byte> content)
    {
        var start = (int)Math.Min(Start, content.Length);
        return content[start..(int)Math.Clamp(End, start, content.Length)];
    }
}
