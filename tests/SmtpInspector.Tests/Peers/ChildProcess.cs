using System.Diagnostics;

namespace SmtpInspector.Tests.Peers;

/// <summary>A process whose output is kept octet for octet, and that does not outlive the test.</summary>
sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>How long anything may take before a test gives up: far more than it needs on a busy machine.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly Process _process;
    readonly Task _reading;

    ChildProcess(Process process)
    {
        _process = process;
        _reading = Task.WhenAll(
            Output.FillAsync(process.StandardOutput.BaseStream),
            Error.FillAsync(process.StandardError.BaseStream));
    }

    public OutputBuffer Output { get; } = new();

    public OutputBuffer Error { get; } = new();

    public int Id => _process.Id;

    public bool HasEnded => _process.HasExited;

    /// <summary>Starts a program. Of the environment a variable with null is removed.</summary>
    public static ChildProcess Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? directory = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = directory ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start"));
    }

    /// <summary>Starts a program, gives it all of its input, and waits for its end.</summary>
    public static async Task<Ended> RunAsync(
        string program,
        IEnumerable<string> arguments,
        byte[]? input = null,
        IReadOnlyDictionary<string, string?>? environment = null,
        string? directory = null)
    {
        await using var child = Start(program, arguments, environment, directory);
        await child.WriteAsync(input ?? []);
        child.CloseInput();
        return await child.EndAsync();
    }

    /// <summary>Writes to its standard input. A process that has closed it says so by what it does next.</summary>
    public async Task WriteAsync(byte[] input)
    {
        try
        {
            await _process.StandardInput.BaseStream.WriteAsync(input);
            await _process.StandardInput.BaseStream.FlushAsync();
        }
        catch (IOException)
        {
            // A broken pipe: it ended before it read everything, which its exit status tells.
        }
    }

    public Task WriteAsync(string input) => WriteAsync(Octets.Of(input));

    public void CloseInput()
    {
        try
        {
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The flush at closing meets the same broken pipe.
        }
    }

    /// <summary>Waits until a text stands in its standard output.</summary>
    public async Task UntilAsync(string text)
    {
        if (!await Output.UntilAsync(text, Patience))
        {
            Assert.Fail($"\"{text}\" did not come. Output:\n{Output}\nError output:\n{Error}");
        }
    }

    /// <summary>Waits for its end.</summary>
    public async Task<Ended> EndAsync()
    {
        using var late = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(late.Token);
            await _reading.WaitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            Assert.Fail($"The process did not end. Output:\n{Output}\nError output:\n{Error}");
        }

        return new(_process.ExitCode, Output.ToArray(), Error.ToArray());
    }

    /// <summary>Ends it at once; what it has written is still there.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await _reading.WaitAsync(Patience);
        _process.Dispose();
    }

    /// <summary>How a process ended, and all that it wrote.</summary>
    public sealed record Ended(int Status, byte[] OutputOctets, byte[] ErrorOctets)
    {
        public string Output { get; } = System.Text.Encoding.UTF8.GetString(OutputOctets);

        public string Error { get; } = System.Text.Encoding.UTF8.GetString(ErrorOctets);

        /// <summary>The lines of the standard output, without their endings.</summary>
        public string[] Lines { get; } = System.Text.Encoding.UTF8.GetString(OutputOctets).Split('\n');

        /// <summary>Fails with everything the process wrote when it ended otherwise.</summary>
        public Ended Expect(int status)
        {
            Assert.True(Status == status, $"Ended with {Status} instead of {status}. Output:\n{Output}\nError output:\n{Error}");
            return this;
        }
    }
}
