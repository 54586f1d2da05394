using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.LineMode;

/// <summary>Takes lines of output, one at a time.</summary>
interface ILineOutput
{
    /// <summary>Prints a line.</summary>
    void Print(StyledLine line);
}
