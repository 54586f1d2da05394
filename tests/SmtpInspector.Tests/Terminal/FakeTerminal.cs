using System.Collections.Concurrent;
using SmtpInspector.Terminal.Device;

namespace SmtpInspector.Tests.Terminal;

/// <summary>A terminal whose keys and silences a test makes up. An empty piece of input stands for a silence that outlasts any time limit.</summary>
sealed class FakeTerminal : ITerminal
{
    readonly BlockingCollection<byte[]> _input = [];

    public event Action? Resized;

    public event Action? Resumed;

    public TerminalSize Size { get; private set; } = new(80, 24);

    public TerminalFeatures Features { get; set; }

    public void Type(ReadOnlySpan<byte> bytes) => _input.Add(bytes.ToArray());

    public void BeSilent() => _input.Add([]);

    public void End() => _input.CompleteAdding();

    public void Resize(int columns, int rows)
    {
        Size = new TerminalSize(columns, rows);
        Resized?.Invoke();
    }

    public void Resume() => Resumed?.Invoke();

    public int Read(Span<byte> buffer, TimeSpan timeout)
    {
        while (_input.TryTake(out var bytes, Timeout.Infinite))
        {
            bytes.CopyTo(buffer);
            if (bytes.Length > 0)
            {
                return bytes.Length;
            }

            if (timeout != Timeout.InfiniteTimeSpan)
            {
                return ITerminal.TimedOut;
            }
        }

        return 0;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
    }

    public void Suspend() => Resumed?.Invoke();

    public void Dispose() => _input.Dispose();
}
