namespace SmtpInspector.Terminal.Device;

/// <summary>What the operating systems do differently. Calls come one at a time, but for <see cref="Read"/>, which may be waiting meanwhile.</summary>
interface ITerminalDriver : IDisposable
{
    /// <summary>True when this process may use the terminal now: on Unix, when it is in the foreground.</summary>
    bool IsForeground { get; }

    TerminalSize Size { get; }

    /// <summary>Keys arrive at once and uninterpreted, Ctrl-C among them; "\n" alone still moves to the beginning of the next line.</summary>
    void EnterRaw();

    /// <summary>The settings are again what they were when the driver was made. Never throws.</summary>
    /// <param name="discardInput">Whether to drop what has arrived unread, such as mouse reports that a shell would take for commands.</param>
    void LeaveRaw(bool discardInput);

    int Read(Span<byte> buffer, TimeSpan timeout);

    /// <summary>Writes all, or as much as the terminal takes before it goes away. Never throws.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Makes a waiting and every later <see cref="Read"/> return 0.</summary>
    void CancelRead();
}
