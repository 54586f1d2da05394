namespace SmtpInspector.Tests.Peers;

/// <summary>
/// A real mail server on free loopback ports, started by a script of <c>tests/Peers</c> when a test first asks for it and
/// shared by all tests of the assembly. The script holds a pipe from here: whichever way this process ends, the servers end.
/// </summary>
public abstract class LoopbackPeer : IAsyncDisposable
{
    readonly string _script;
    readonly Lazy<Task<Running>> _running;

    private protected LoopbackPeer(string script, params string[] tools)
    {
        _script = script;
        _running = new(() => StartAsync(tools));
    }

    /// <summary>Starts the server if it does not run yet; skips the test where it cannot.</summary>
    public Task StartAsync() => _running.Value;

    /// <summary>Implicit TLS, as HOST:PORT; the certificate is for localhost.</summary>
    public string Implicit => Endpoint("implicit");

    /// <summary>STARTTLS; AUTH is offered only inside TLS.</summary>
    public string StartTls => Endpoint("starttls");

    /// <summary>No TLS needed; what else it offers differs by server.</summary>
    public string Plain => Endpoint("plain");

    /// <summary>A PEM file that makes the certificate verify.</summary>
    public string CaFile => Value("ca");

    /// <summary>The server's log so far.</summary>
    public string Log => File.ReadAllText(Value("log"));

    /// <summary>Waits until the log, from a place on (a former length of <see cref="Log"/>), holds a text; gives the log from there.</summary>
    public async Task<string> LogUntilAsync(string text, int from = 0)
    {
        var end = DateTime.UtcNow + ChildProcess.Patience;
        while (true)
        {
            var log = Log[from..];
            if (log.Contains(text, StringComparison.Ordinal))
            {
                return log;
            }

            Assert.True(DateTime.UtcNow < end, $"\"{text}\" did not come into the log:\n{log}");
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_running.IsValueCreated && _running.Value.IsCompletedSuccessfully)
        {
            var running = await _running.Value;
            running.Script.CloseInput();
            await running.Script.EndAsync();
            await running.Script.DisposeAsync();
        }
    }

    /// <summary>HOST:PORT of one of the ports that the script's head lists.</summary>
    private protected string Endpoint(string port) => $"localhost:{Value(port)}";

    string Value(string name) => _running is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }
        ? _running.Value.Result.Values[name]
        : throw new InvalidOperationException($"Await {nameof(StartAsync)} first: the server starts when it is needed.");

    async Task<Running> StartAsync(string[] tools)
    {
        PeerTool.RequireRoot();
        foreach (var tool in tools)
        {
            PeerTool.Require(tool);
        }

        // A session of its own, so that Ctrl-C at the tests' terminal does not reach it before its input ends.
        var script = ChildProcess.Start(PeerTool.Require("setsid"), ["--wait", Path.Combine(Repository.Folder, "tests", "Peers", _script)]);
        if (!await script.Output.UntilAsync(octets => octets.AsSpan().EndsWith("\nready\n"u8), ChildProcess.Patience))
        {
            script.CloseInput();
            await script.EndAsync();
            var reason = script.Error.ToString().Trim();
            await script.DisposeAsync();
            throw reason.Contains("fetch-packages", StringComparison.Ordinal)
                ? PeerTool.Lacking(reason)
                : new InvalidOperationException($"{_script} did not start: {reason}");
        }

        var values = script.Output.ToString()
            .Split('\n')
            .Select(line => line.Split('=', 2))
            .Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0], pair => pair[1]);
        return new(script, values);
    }

    sealed record Running(ChildProcess Script, IReadOnlyDictionary<string, string> Values);
}
