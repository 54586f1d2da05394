using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SmtpInspector.Terminal.Device;

/// <summary>termios on Linux, macOS and the BSDs. The structure differs between them, so it stays a buffer that only libc looks into.</summary>
sealed unsafe class UnixDriver : ITerminalDriver
{
    // 60 bytes on Linux, 72 on macOS.
    const int TermiosLength = 256;
    const int DescriptorSetLength = 128;
    const int Columns = 80;
    const int Rows = 24;
    readonly byte[] _saved = new byte[TermiosLength];
    readonly byte[] _raw = new byte[TermiosLength];
    readonly int _wakeRead;
    readonly int _wakeWrite;
    readonly Lock _wake = new();
    volatile bool _cancelled;
    bool _closed;

    /// <exception cref="TerminalUnavailableException">Standard input has no settings to read.</exception>
    public UnixDriver()
    {
        fixed (byte* saved = _saved)
        fixed (byte* raw = _raw)
        {
            if (Libc.GetAttributes(Libc.StandardInput, saved) != 0)
            {
                throw new TerminalUnavailableException("The terminal's settings cannot be read.");
            }

            _saved.CopyTo(_raw.AsSpan());
            Libc.MakeRaw(raw);
        }

        // Output flags stay as they were, so that "\n" in what others print still returns the carriage. They are the
        // second field, of 4 bytes on Linux and the BSDs and of 8 on macOS.
        var field = OperatingSystem.IsMacOS() ? 8 : 4;
        _saved.AsSpan(field, field).CopyTo(_raw.AsSpan(field));

        var ends = stackalloc int[2];
        if ((OperatingSystem.IsLinux() ? Libc.PipeForUsAlone(ends, Libc.CloseOnExecute) : Libc.Pipe(ends)) != 0 || ends[0] >= 8 * DescriptorSetLength)
        {
            throw new TerminalUnavailableException("Too many files are open.");
        }

        (_wakeRead, _wakeWrite) = (ends[0], ends[1]);
    }

    /// <remarks>
    /// A process in the background that changes the settings is stopped by SIGTTOU, or breaks the shell's line editor.
    /// </remarks>
    public bool IsForeground => Libc.GetForegroundGroup(Libc.StandardInput) == Libc.GetProcessGroup();

    public TerminalSize Size
    {
        get
        {
            // struct winsize: rows, columns, and two that nobody fills, as 16-bit numbers.
            var window = stackalloc ushort[4];
            nuint request = OperatingSystem.IsLinux() ? 0x5413u : 0x40087468u;
            var result = OperatingSystem.IsMacOS() && RuntimeInformation.ProcessArchitecture == Architecture.Arm64
                ? Libc.IoControlOnAppleArm(Libc.StandardOutput, request, 0, 0, 0, 0, 0, 0, window)
                : Libc.IoControl(Libc.StandardOutput, request, window);
            // A serial line or a container's terminal knows no size and says 0.
            return new TerminalSize(
                result == 0 && window[1] > 0 ? window[1] : Columns, result == 0 && window[0] > 0 ? window[0] : Rows);
        }
    }

    public void EnterRaw() => Set(_raw);

    public void LeaveRaw(bool discardInput)
    {
        if (discardInput)
        {
            _ = Libc.Flush(Libc.StandardInput, Libc.FlushInput);
        }

        Set(_saved);
    }

    public int Read(Span<byte> buffer, TimeSpan timeout)
    {
        var descriptors = stackalloc byte[DescriptorSetLength];
        var end = timeout == Timeout.InfiniteTimeSpan ? 0 : Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency);
        // struct timeval: seconds in 8 bytes, microseconds in 8 or, on macOS, in 4.
        var left = stackalloc long[2];
        while (!_cancelled)
        {
            new Span<byte>(descriptors, DescriptorSetLength).Clear();
            descriptors[Libc.StandardInput / 8] |= 1 << (Libc.StandardInput % 8);
            descriptors[_wakeRead / 8] |= (byte)(1 << (_wakeRead % 8));
            if (end != 0)
            {
                var remaining = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), Math.Max(end, Stopwatch.GetTimestamp()));
                left[0] = (long)remaining.TotalSeconds;
                left[1] = remaining.Milliseconds * 1000L;
            }

            var ready = Libc.Select(_wakeRead + 1, descriptors, null, null, end == 0 ? null : left);
            if (ready == 0)
            {
                return ITerminal.TimedOut;
            }

            if (ready < 0)
            {
                if (Marshal.GetLastPInvokeError() == Libc.InterruptedError)
                {
                    continue;
                }

                return 0;
            }

            if (_cancelled)
            {
                break;
            }

            fixed (byte* bytes = buffer)
            {
                var count = Libc.Read(Libc.StandardInput, bytes, buffer.Length);
                if (count >= 0)
                {
                    return (int)count;
                }
            }

            var error = Marshal.GetLastPInvokeError();
            if (error != Libc.InterruptedError && error != Libc.TryAgainError)
            {
                // EIO: the terminal has gone away.
                return 0;
            }
        }

        return 0;
    }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        var descriptors = stackalloc byte[DescriptorSetLength];
        fixed (byte* start = bytes)
        {
            nint written = 0;
            while (written < bytes.Length)
            {
                var count = Libc.Write(Libc.StandardOutput, start + written, bytes.Length - written);
                if (count >= 0)
                {
                    written += count;
                    continue;
                }

                var error = Marshal.GetLastPInvokeError();
                if (error == Libc.TryAgainError)
                {
                    // Another program that shares the terminal has made it non-blocking: wait until it takes more.
                    new Span<byte>(descriptors, DescriptorSetLength).Clear();
                    descriptors[Libc.StandardOutput / 8] |= 1 << (Libc.StandardOutput % 8);
                    _ = Libc.Select(Libc.StandardOutput + 1, null, descriptors, null, null);
                }
                else if (error != Libc.InterruptedError)
                {
                    // The terminal has gone away; Read says so to whoever can act on it.
                    return;
                }
            }
        }
    }

    public void CancelRead()
    {
        lock (_wake)
        {
            if (!_cancelled && !_closed)
            {
                _cancelled = true;
                byte any = 0;
                _ = Libc.Write(_wakeWrite, &any, 1);
            }
        }
    }

    /// <summary>Closes one end only: the other may just now be waited on.</summary>
    public void Dispose()
    {
        CancelRead();
        lock (_wake)
        {
            if (!_closed)
            {
                _closed = true;
                _ = Libc.Close(_wakeWrite);
            }
        }
    }

    static void Set(byte[] termios)
    {
        fixed (byte* bytes = termios)
        {
            while (Libc.SetAttributes(Libc.StandardInput, Libc.Now, bytes) != 0
                && Marshal.GetLastPInvokeError() == Libc.InterruptedError)
            {
            }
        }
    }
}
