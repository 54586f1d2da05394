namespace SmtpInspector.Protocol.Message;

/// <summary>What takes content line by line.</summary>
interface ILineSink
{
    /// <summary>Takes a line, its ending included, or a piece of a line too long to hold.</summary>
    /// <param name="piece">The octets; a CR and the LF behind it are never in two pieces.</param>
    /// <param name="starts">Whether it begins a line.</param>
    /// <param name="ends">Whether it ends a line; the last octet is LF then.</param>
    void Take(ReadOnlySpan<byte> piece, bool starts, bool ends);
}
