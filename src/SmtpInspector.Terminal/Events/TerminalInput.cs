using SmtpInspector.Terminal.Device;
using SmtpInspector.Terminal.Input;

namespace SmtpInspector.Terminal.Events;

/// <summary>
/// All that a terminal tells, keys, resizes and the rest, as one series of events. A thread of its own waits for them; it ends with the input
/// or when the terminal is given back.
/// </summary>
public sealed class TerminalInput
{
    /// <summary>
    /// How long an ESC may wait for what would make it a longer sequence: those come in one piece, but a network may break them.
    /// </summary>
    public static readonly TimeSpan EscapeTimeout = TimeSpan.FromMilliseconds(25);

    readonly ITerminal _terminal;
    readonly Action<TerminalEvent> _sink;
    readonly Lock _gate = new();

    TerminalInput(ITerminal terminal, Action<TerminalEvent> sink)
    {
        _terminal = terminal;
        _sink = sink;
    }

    /// <summary>Starts to listen.</summary>
    /// <param name="terminal">Where the events come from.</param>
    /// <param name="sink">Called for each event, one at a time, on other threads; quick, as it keeps the next one waiting.</param>
    public static void Start(ITerminal terminal, Action<TerminalEvent> sink)
    {
        var input = new TerminalInput(terminal, sink);
        terminal.Resized += () => input.Emit(new ResizeEvent(terminal.Size));
        terminal.Resumed += () => input.Emit(new ResumeEvent());
        new Thread(input.Read) { IsBackground = true, Name = "terminal input" }.Start();
    }

    void Read()
    {
        var decoder = new KeyDecoder(Emit);
        var buffer = new byte[4096];
        while (true)
        {
            var count = _terminal.Read(buffer, decoder.NeedsFlush ? EscapeTimeout : Timeout.InfiniteTimeSpan);
            if (count == 0)
            {
                break;
            }

            if (count == ITerminal.TimedOut)
            {
                decoder.Flush();
            }
            else
            {
                decoder.Feed(buffer.AsSpan(0, count));
            }
        }

        decoder.Flush();
        Emit(new InputEndedEvent());
    }

    void Emit(TerminalEvent terminalEvent)
    {
        lock (_gate)
        {
            _sink(terminalEvent);
        }
    }
}
