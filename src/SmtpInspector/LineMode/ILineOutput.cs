using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.LineMode;

/// <summary>Takes lines of output, one at a time.</summary>
interface ILineOutput
{
    /// <summary>Prints a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="hold">Whether it may wait for the next that must not, or for <see cref="Flush"/>.</param>
    void Print(StyledLine line, bool hold = false);

    /// <summary>Brings out what waits.</summary>
    void Flush()
    {
    }
}
