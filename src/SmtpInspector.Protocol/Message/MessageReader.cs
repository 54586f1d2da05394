namespace SmtpInspector.Protocol.Message;

/// <summary>
/// Reads a message's structure while its content goes by, in chunks of any size. Bodies are not kept: they are byte
/// ranges of what was sent. Any octets have a structure; none makes it throw.
/// </summary>
public sealed class MessageReader
{
    readonly MimeScanner _scanner;
    readonly LineCutter _cutter;

    /// <summary>A reader for one message.</summary>
    /// <param name="limits">How much is kept; the usual limits where null.</param>
    public MessageReader(ReaderLimits? limits = null)
    {
        _scanner = new MimeScanner(limits ?? new ReaderLimits());
        _cutter = new LineCutter(_scanner);
    }

    /// <summary>Takes the next octets: content after dot-unstuffing (RFC 5321 §4.5.2), or of BDAT chunks as they are.</summary>
    public void Feed(ReadOnlySpan<byte> octets) => _cutter.Feed(octets);

    /// <summary>The content is over.</summary>
    public MimeMessage Complete()
    {
        _cutter.Complete();
        _scanner.Complete();
        return new MimeMessage(_scanner.Root, _scanner.Length, _scanner.Lines);
    }
}
