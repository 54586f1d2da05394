using System.Text;

namespace SmtpInspector.Terminal.Device;

/// <summary>
/// The Windows console, which since Windows 10 speaks the same control sequences once asked to. Input is read as records and not with
/// ReadFile, because resizes come only as records; keys then are key-down records that carry a sequence one UTF-16 code unit each.
/// </summary>
sealed unsafe class WindowsDriver : ITerminalDriver
{
    const ushort AltKey = 0x12;
    const int RecordsAtOnce = 128;
    readonly nint _input = Kernel32.GetStdHandle(Kernel32.StandardInput);
    readonly nint _output = Kernel32.GetStdHandle(Kernel32.StandardOutput);
    readonly uint _inputMode;
    readonly uint _outputMode;
    readonly uint _inputPage = Kernel32.GetConsoleCP();
    readonly uint _outputPage = Kernel32.GetConsoleOutputCP();
    readonly ManualResetEvent _cancel = new(false);
    readonly Action _resized;
    readonly Encoder _encoder = Encoding.UTF8.GetEncoder();
    readonly byte[] _ready = new byte[4 * RecordsAtOnce];
    int _start;
    int _end;

    /// <exception cref="TerminalUnavailableException">Standard input or output is no console.</exception>
    public WindowsDriver(Action resized)
    {
        _resized = resized;
        if (Kernel32.GetConsoleMode(_input, out _inputMode) == 0 || Kernel32.GetConsoleMode(_output, out _outputMode) == 0)
        {
            throw new TerminalUnavailableException("The console's mode cannot be read.");
        }
    }

    public bool IsForeground => true;

    public TerminalSize Size
    {
        get
        {
            Kernel32.ScreenBufferInfo info;
            return Kernel32.GetConsoleScreenBufferInfo(_output, &info) == 0
                ? new TerminalSize(80, 24)
                : new TerminalSize(info.WindowRight - info.WindowLeft + 1, info.WindowBottom - info.WindowTop + 1);
        }
    }

    public void EnterRaw()
    {
        _ = Kernel32.SetConsoleCP(Kernel32.Utf8);
        _ = Kernel32.SetConsoleOutputCP(Kernel32.Utf8);
        _ = Kernel32.SetConsoleMode(_input, Kernel32.RawInput);
        _ = Kernel32.SetConsoleMode(_output, Kernel32.RawOutput);
    }

    public void LeaveRaw(bool discardInput)
    {
        if (discardInput)
        {
            _ = Kernel32.FlushConsoleInputBuffer(_input);
        }

        _ = Kernel32.SetConsoleMode(_input, _inputMode);
        _ = Kernel32.SetConsoleMode(_output, _outputMode);
        _ = Kernel32.SetConsoleCP(_inputPage);
        _ = Kernel32.SetConsoleOutputCP(_outputPage);
    }

    public int Read(Span<byte> buffer, TimeSpan timeout)
    {
        var milliseconds = timeout == Timeout.InfiniteTimeSpan ? Kernel32.Infinite : (uint)timeout.TotalMilliseconds;
        var handles = stackalloc nint[2] { _cancel.SafeWaitHandle.DangerousGetHandle(), _input };
        while (_start == _end)
        {
            var ready = Kernel32.WaitForMultipleObjects(2, handles, all: 0, milliseconds);
            if (ready == Kernel32.WaitTimeout)
            {
                return ITerminal.TimedOut;
            }

            if (ready != 1 || !ReadRecords())
            {
                return 0;
            }
        }

        var length = Math.Min(buffer.Length, _end - _start);
        _ready.AsSpan(_start, length).CopyTo(buffer);
        _start += length;
        return length;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        fixed (byte* start = bytes)
        {
            uint done = 0;
            while (done < bytes.Length && Kernel32.WriteFile(_output, start + done, (uint)bytes.Length - done, out var written, 0) != 0)
            {
                done += written;
            }
        }
    }

    public void CancelRead() => _cancel.Set();

    // The event stays open for a reader that is still waiting; it is closed with the process.
    public void Dispose() => CancelRead();

    bool ReadRecords()
    {
        var records = stackalloc Kernel32.InputRecord[RecordsAtOnce];
        if (Kernel32.ReadConsoleInputW(_input, records, RecordsAtOnce, out var count) == 0)
        {
            return false;
        }

        Span<char> units = stackalloc char[RecordsAtOnce];
        var length = 0;
        for (var i = 0; i < count; i++)
        {
            ref var record = ref records[i];
            if (record.EventType == Kernel32.InputRecord.WindowBufferSizeEvent)
            {
                _resized();
            }

            // A character composed with Alt and the number pad comes as the release of Alt.
            else if (record.EventType == Kernel32.InputRecord.KeyEvent && record.UnicodeChar != 0
                && (record.KeyDown != 0 || record.VirtualKey == AltKey))
            {
                units[length++] = record.UnicodeChar;
            }
        }

        (_start, _end) = (0, _encoder.GetBytes(units[..length], _ready, flush: false));
        return true;
    }
}
