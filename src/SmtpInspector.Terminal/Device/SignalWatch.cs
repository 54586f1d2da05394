using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace SmtpInspector.Terminal.Device;

/// <summary>The signals that concern a terminal: those that end the process, resizes, and stop and go.</summary>
sealed class SignalWatch : IDisposable
{
    const int WholeGroup = 0;
    const int DefaultAction = 0;
    const int Ignore = 1;
    readonly List<PosixSignalRegistration> _registrations = [];
    readonly Action _ended;
    readonly Action _resized;
    readonly Action _stopped;
    readonly Action _continued;
    readonly Lock _gate = new();
    PosixSignalRegistration? _stop;

    /// <param name="ended">Called before the process ends by a signal; its end is not held up.</param>
    /// <param name="resized">Called when the window was resized (not on Windows, where the console tells in its input).</param>
    /// <param name="stopped">Called when another process asks this one to stop; is to call <see cref="StopItself"/>.</param>
    /// <param name="continued">Called when the process goes on.</param>
    public SignalWatch(Action ended, Action resized, Action stopped, Action continued)
    {
        (_ended, _resized, _stopped, _continued) = (ended, resized, stopped, continued);
    }

    /// <summary>Begins to watch.</summary>
    public void Start()
    {
        PosixSignal[] ends = [PosixSignal.SIGTERM, PosixSignal.SIGHUP, PosixSignal.SIGQUIT, PosixSignal.SIGINT];
        foreach (var signal in ends)
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, _ => _ended()));
        }

        if (!OperatingSystem.IsWindows())
        {
            _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => _resized()));
            _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGCONT, context =>
            {
                // Otherwise the runtime afterwards puts back the settings that it found when it started.
                context.Cancel = true;
                _continued();
            }));
            WatchStop();
        }
    }

    // SIGTSTP: 18 on macOS and the BSDs.
    static int StopSignal => OperatingSystem.IsLinux() ? 20 : 18;

    /// <summary>Stops the foreground job, this process and whatever started it or runs beside it, as the terminal does on Ctrl-Z.</summary>
    [UnsupportedOSPlatform("windows")]
    public void StopGroup(Action leave)
    {
        lock (_gate)
        {
            _stop?.Dispose();
            leave();
            _ = Libc.Signal(StopSignal, Ignore);
            _ = Libc.Kill(WholeGroup, StopSignal);
            StopHere();
        }
    }

    /// <summary>Stops this process alone, unless by the time it comes to that there is no need any more.</summary>
    [UnsupportedOSPlatform("windows")]
    public void StopItself(Action leave, Func<bool>? unless = null)
    {
        lock (_gate)
        {
            if (unless?.Invoke() != true)
            {
                _stop?.Dispose();
                leave();
                StopHere();
            }
        }
    }

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }

        lock (_gate)
        {
            _stop?.Dispose();
            _stop = null;
        }
    }

    // The kernel's own action, and not SIGSTOP: where no shell could start the process again (it leads the session, as in
    // a terminal window of its own) the kernel then does not stop it. raise, and not kill: it returns only after the stop.
    [UnsupportedOSPlatform("windows")]
    void StopHere()
    {
        _ = Libc.Signal(StopSignal, DefaultAction);
        _ = Libc.Raise(StopSignal);
        WatchStop();
    }

    [UnsupportedOSPlatform("windows")]
    void WatchStop() => _stop = PosixSignalRegistration.Create(PosixSignal.SIGTSTP, context =>
    {
        context.Cancel = true;
        _stopped();
    });
}
