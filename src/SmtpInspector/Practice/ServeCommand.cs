using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SmtpInspector.Net.Practice;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Practice;

/// <summary>The verb <c>serve</c>: the practice server until it is stopped.</summary>
public static class ServeCommand
{
    const int Stopped = 0;
    const int WrongUsage = 2;

    /// <summary>Serves until <paramref name="cancellationToken"/> is cancelled or a signal asks the process to end.</summary>
    /// <returns>The exit status: 0 when it was stopped, 2 when it could not be started as asked.</returns>
    public static async Task<int> RunAsync(ServeOptions options, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        if (options.List)
        {
            return await ListAsync(options, output, error);
        }

        using var log = new PracticeLog(output, error, options.Verbose, options.SaveMessages);
        if (Plan(options, log, out var problem) is not { } plan)
        {
            return await RefuseAsync(error, problem!);
        }

        using var signals = new TerminationSignals(cancellationToken);
        PracticeServer server;
        try
        {
            server = await PracticeServer.StartAsync(plan, CancellationToken.None);
        }
        catch (SocketException exception)
        {
            return await RefuseAsync(error, CannotListen(options, exception));
        }

        await using (server)
        {
            if (options.CaOut is not null && CannotWrite(options.CaOut, server.CaPem) is { } trouble)
            {
                return await RefuseAsync(error, trouble);
            }

            if (!IPAddress.IsLoopback(options.Listen))
            {
                await error.WriteLineAsync($"warning: {options.Listen} can be reached from other machines; whoever does finds a mail server that keeps what it is sent");
            }

            log.Announce(Announcement(server));
            await signals.WaitAsync();
        }

        return Stopped;
    }

    static async Task<int> ListAsync(ServeOptions options, TextWriter output, TextWriter error)
    {
        if (!PracticeSetup.TryParse(options.Profile, [], out var setup, out var problem))
        {
            return await RefuseAsync(error, problem);
        }

        var listing = new ServeListing(options.Width);
        foreach (var line in options.ListsOne ? listing.Of(setup.Profile) : listing.Everything())
        {
            await output.WriteLineAsync(line);
        }

        return Stopped;
    }

    /// <summary>The lines that scripts wait for; scripts and people read the ports and the account out of them.</summary>
    static string Announcement(PracticeServer server) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        listening on {new IPEndPoint(server.Address, server.Port)} (implicit TLS)
        listening on {new IPEndPoint(server.Address, server.StartTlsPort)} (STARTTLS)
        username: {server.UserName}
        password: {server.Password}
        """);

    static PracticeServerOptions? Plan(ServeOptions options, PracticeLog log, out string? problem)
    {
        if (!PracticeSetup.TryParse(options.Profile, options.Faults, out var setup, out problem))
        {
            return null;
        }

        problem = log.Prepare();
        return problem is not null ? null : new PracticeServerOptions
        {
            Profile = setup.Profile,
            Address = options.Listen,
            Port = options.Port,
            StartTlsPort = options.StartTlsPort,
            Verified = options.Verified?.Select(identity => identity.Trim().TrimStart('@')).Where(identity => identity.Length > 0).ToArray(),
            Idle = options.Idle,
            Seed = options.Seed,
            Region = options.Region,
            Faults = setup.Faults,
            Notice = log.Write,
        };
    }

    static string CannotListen(ServeOptions options, SocketException exception)
    {
        var ports = (options.Port, options.StartTlsPort) switch
        {
            (0, 0) => "a free port",
            (var port, 0) => $"port {port}",
            (0, var port) => $"port {port}",
            var (first, second) => $"ports {first} and {second}",
        };
        return $"cannot listen on {options.Listen}, {ports}: {exception.Message}; choose others with --port and --starttls-port, or leave them out for free ones";
    }

    static string? CannotWrite(string path, string text)
    {
        try
        {
            File.WriteAllText(path, text);
            return null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return $"cannot write {path}: {exception.Message}";
        }
    }

    static async Task<int> RefuseAsync(TextWriter error, string problem)
    {
        await error.WriteLineAsync($"smtp-inspector serve: {problem}");
        return WrongUsage;
    }
}
