namespace SmtpInspector.Terminal.Device;

/// <summary>A terminal that gives bytes as they are typed and takes bytes to show; a real one, or one made up by a test.</summary>
public interface ITerminal : ITerminalOutput, IDisposable
{
    /// <summary>What <see cref="Read"/> returns when nothing came in time.</summary>
    const int TimedOut = -1;

    /// <summary>The window was resized. Raised on another thread.</summary>
    event Action? Resized;

    /// <summary>The process was stopped and goes on: whatever was drawn is gone. Raised on another thread.</summary>
    event Action? Resumed;

    /// <summary>The size now.</summary>
    TerminalSize Size { get; }

    /// <summary>What the terminal is asked to do; may be changed at any time, all is undone by <see cref="IDisposable.Dispose"/>.</summary>
    TerminalFeatures Features { get; set; }

    /// <summary>Waits for input. One thread at a time may wait.</summary>
    /// <param name="buffer">Takes the bytes.</param>
    /// <param name="timeout">How long to wait; <see cref="Timeout.InfiniteTimeSpan"/> for as long as it takes.</param>
    /// <returns>
    /// The number of bytes read, at least one; 0 at the end of input, or when the terminal was given back meanwhile;
    /// <see cref="TimedOut"/> when the time is over.
    /// </returns>
    int Read(Span<byte> buffer, TimeSpan timeout);

    /// <summary>Stops the process as Ctrl-Z does elsewhere, with the terminal given back meanwhile; returns when it goes on.</summary>
    void Suspend();
}
