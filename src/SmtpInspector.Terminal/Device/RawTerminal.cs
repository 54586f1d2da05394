namespace SmtpInspector.Terminal.Device;

/// <summary>
/// The terminal that standard input and output belong to, with keys delivered one by one. It is given back exactly as it was when this is
/// disposed, when the process exits or dies of an unhandled exception, on SIGTERM, SIGHUP, SIGQUIT and SIGINT, and for as long as
/// the process is stopped.
/// </summary>
public sealed class RawTerminal : ITerminal
{
    // A frame that a stopped terminal does not take must not keep a dying process from restoring the settings.
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);
    const int MostStops = 100;
    static int _open;
    readonly Lock _gate = new();
    readonly ITerminalDriver _driver;
    readonly SignalWatch _signals;
    TerminalFeatures _features;
    bool _entered;
    bool _left;
    bool _ended;

    RawTerminal(TerminalFeatures features)
    {
        _driver = OperatingSystem.IsWindows() ? new WindowsDriver(OnResize) : new UnixDriver();
        _features = features;
        AppDomain.CurrentDomain.ProcessExit += OnExit;
        AppDomain.CurrentDomain.UnhandledException += OnExit;
        _signals = new SignalWatch(Restore, OnResize, StopItself, Return);
        _signals.Start();
        Enter();
    }

    public event Action? Resized;

    public event Action? Resumed;

    /// <summary>True when both standard input and standard output are terminals.</summary>
    public static bool IsAvailable => IsTerminal(StandardDescriptor.Input) && IsTerminal(StandardDescriptor.Output);

    public TerminalSize Size => _driver.Size;

    public TerminalFeatures Features
    {
        get => _features;
        set
        {
            lock (_gate)
            {
                if (_entered && value != _features)
                {
                    _driver.Write(FeatureSequences.Off(_features & ~value));
                    _driver.Write(FeatureSequences.On(value & ~_features));
                }

                _features = value;
            }
        }
    }

    /// <summary>Whether a standard stream is a terminal.</summary>
    public static bool IsTerminal(StandardDescriptor stream) => OperatingSystem.IsWindows()
        ? Kernel32.GetConsoleMode(Kernel32.GetStdHandle(Kernel32.StandardInput - (int)stream), out _) != 0
        : Libc.IsATty((int)stream) == 1;

    /// <summary>Takes the terminal; one can be held at a time.</summary>
    /// <param name="features"><see cref="TerminalFeatures.Line"/> or <see cref="TerminalFeatures.FullScreen"/>, as a rule.</param>
    /// <exception cref="TerminalUnavailableException">Standard input or output is no terminal.</exception>
    /// <exception cref="InvalidOperationException">It is held already.</exception>
    public static RawTerminal Open(TerminalFeatures features)
    {
        if (!IsAvailable)
        {
            throw new TerminalUnavailableException("Standard input and output must both be a terminal.");
        }

        if (Interlocked.Exchange(ref _open, 1) != 0)
        {
            throw new InvalidOperationException("The terminal is held already.");
        }

        try
        {
            return new RawTerminal(features);
        }
        catch
        {
            Volatile.Write(ref _open, 0);
            throw;
        }
    }

    public int Read(Span<byte> buffer, TimeSpan timeout) => _driver.Read(buffer, timeout);

    /// <remarks>
    /// While the terminal is given back, what is meant for a screen of its own is dropped, since it would overwrite the shell's; lines
    /// for a scrolling terminal are written all the same.
    /// </remarks>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            if (_entered || !_features.HasFlag(TerminalFeatures.AlternateScreen))
            {
                _driver.Write(bytes);
            }
        }
    }

    /// <remarks>Returns when the process is in the foreground again.</remarks>
    public void Suspend()
    {
        if (!OperatingSystem.IsWindows())
        {
            _signals.StopGroup(Leave);
            Return();
        }
    }

    public void Dispose()
    {
        Restore();
        _signals.Dispose();
        AppDomain.CurrentDomain.ProcessExit -= OnExit;
        AppDomain.CurrentDomain.UnhandledException -= OnExit;
        _driver.Dispose();
        Volatile.Write(ref _open, 0);
    }

    void OnExit(object? sender, EventArgs e) => Restore();

    void OnResize() => Resized?.Invoke();

    void StopItself()
    {
        if (!OperatingSystem.IsWindows())
        {
            _signals.StopItself(Leave);
            Return();
        }
    }

    /// <summary>
    /// Takes the terminal again after a stop, also one that could not be seen coming (SIGSTOP). After "bg" there is nothing to draw on, and
    /// no signal would tell of a later "fg": then it stops again, as the system does with whoever reads from a terminal in the background.
    /// </summary>
    void Return()
    {
        // Where the system does not stop it, because no shell could let it go on, this must end.
        for (var attempt = 0; attempt < MostStops && !_driver.IsForeground && !OperatingSystem.IsWindows(); attempt++)
        {
            _signals.StopItself(Leave, unless: () => _driver.IsForeground);
        }

        Enter();
    }

    void Enter()
    {
        bool again;
        lock (_gate)
        {
            if (_ended || !_driver.IsForeground)
            {
                return;
            }

            again = _entered || _left;
            _entered = true;
            _driver.EnterRaw();
            _driver.Write(FeatureSequences.On(_features));
        }

        if (again)
        {
            Resumed?.Invoke();
        }
    }

    void Leave()
    {
        lock (_gate)
        {
            LeaveHeld();
        }
    }

    void Restore()
    {
        var held = _gate.TryEnter(Patience);
        try
        {
            _ended = true;
            LeaveHeld();
        }
        finally
        {
            if (held)
            {
                _gate.Exit();
            }
        }
    }

    void LeaveHeld()
    {
        if (_entered)
        {
            _entered = false;
            _left = true;
            _driver.Write(FeatureSequences.Off(_features));
            _driver.LeaveRaw(discardInput: _features.HasFlag(TerminalFeatures.Mouse));
        }
    }
}
