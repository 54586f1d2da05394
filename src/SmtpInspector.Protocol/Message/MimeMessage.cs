namespace SmtpInspector.Protocol.Message;

/// <summary>The structure of a message's content.</summary>
/// <param name="Root">The whole message: its header section, its body, the parts in it.</param>
/// <param name="Length">Its size in octets, without dot-stuffing and the final dot.</param>
/// <param name="Lines">How many lines it has; a last one without an ending counts.</param>
public sealed record MimeMessage(MimePart Root, long Length, int Lines)
{
    /// <summary>Reads a message that is at hand as a whole.</summary>
    public static MimeMessage Read(ReadOnlySpan<byte> content, ReaderLimits? limits = null)
    {
        var reader = new MessageReader(limits);
        reader.Feed(content);
        return reader.Complete();
    }
}
