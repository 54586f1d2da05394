using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.LineMode;

/// <summary>Takes lines of output, one at a time.</summary>
interface ILineOutput
{
    /// <summary>Prints a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="hold">Whether it may wait for the next that must not, or for <see cref="Flush"/>.</param>
    void Print(StyledLine line, bool hold = false);

    /// <summary>
    /// Prints a line of octets that need not be made safe, where nothing is coloured: a message has many, and none of them needs
    /// to become text on its way. False when the line has to be printed in the other way.
    /// </summary>
    /// <param name="mark">What stands before it.</param>
    /// <param name="octets">The line, without its ending.</param>
    /// <param name="hold">As for a line of text.</param>
    bool TryPrint(ReadOnlySpan<byte> mark, ReadOnlySpan<byte> octets, bool hold) => false;

    /// <summary>Brings out what waits.</summary>
    void Flush()
    {
    }
}
