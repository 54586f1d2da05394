namespace SmtpInspector.Terminal.Device;

/// <summary>Takes what is to be shown.</summary>
public interface ITerminalOutput
{
    /// <summary>Shows all of it before returning, in one piece: what other threads write comes before or after, and never between.</summary>
    void Write(ReadOnlySpan<byte> bytes);
}
