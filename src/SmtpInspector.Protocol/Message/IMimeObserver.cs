namespace SmtpInspector.Protocol.Message;

/// <summary>What wants to see a message's parts while they go by.</summary>
interface IMimeObserver
{
    /// <summary>A header section is complete, and what it says of the body is known.</summary>
    void HeaderEnded(MimePart part);

    /// <summary>
    /// A line, or a piece of one, of the body of a part that has no parts. The line ending before a boundary comes too,
    /// though it belongs to the boundary: whether one follows is not known yet.
    /// </summary>
    void BodyLine(MimePart part, ReadOnlySpan<byte> piece, bool starts, bool ends);

    /// <summary>A part is over, and all in it.</summary>
    void PartEnded(MimePart part);
}
