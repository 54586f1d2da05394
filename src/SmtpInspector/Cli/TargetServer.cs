using System.Collections.Concurrent;
using SmtpInspector.LineMode;
using SmtpInspector.Net;
using SmtpInspector.Net.Practice;
using SmtpInspector.Protocol.Practice;
using SmtpInspector.Session;
using SmtpInspector.Terminal.Styling;

namespace SmtpInspector.Cli;

/// <summary>The server of a target; for <c>practice</c> one that is started for this run.</summary>
sealed class TargetServer : IAsyncDisposable
{
    readonly Target _target;

    TargetServer(Target target, PracticeServer? practice, ConcurrentQueue<ReceivedMessage>? received)
    {
        _target = target;
        Practice = practice;
        Received = received;
    }

    /// <summary>The practice server; null for any other.</summary>
    public PracticeServer? Practice { get; }

    /// <summary>Whom the practice server plays; null for any other.</summary>
    public PracticeProfile? Profile { get; private init; }

    /// <summary>What the practice server accepted and nobody has been told of yet; null for any other server.</summary>
    public ConcurrentQueue<ReceivedMessage>? Received { get; }

    /// <summary>The TLS mode where the user names none.</summary>
    public TlsMode Tls => _target.Tls;

    /// <summary>Understands a target, and starts the practice server where it is meant.</summary>
    public static async Task<TargetServer> FindAsync(string text, ConversationArguments arguments, CancellationToken cancellationToken)
    {
        if (!Target.TryParse(text, out var target, out var error))
        {
            throw new UsageException(error);
        }

        // What is wrong with the files is said before a server is started or a name looked up.
        if (target is not Target.Practice practice)
        {
            if (arguments.Faults.Count > 0)
            {
                throw new UsageException($"--fault {arguments.Faults[0]}: only the practice server has faults. The target is {text}; write practice, or practice:PROFILE.");
            }

            var server = new TargetServer(target, null, null);
            _ = server.LoadTls(arguments.Connection.Tls ?? target.Tls, arguments.Connection);
            return server;
        }

        if (!PracticeSetup.TryParse(practice.Profile, [.. practice.Faults, .. arguments.Faults], out var setup, out error))
        {
            throw new UsageException($"{text}: {error}.");
        }

        var received = new ConcurrentQueue<ReceivedMessage>();
        var options = new PracticeServerOptions
        {
            Profile = setup.Profile,
            Faults = setup.Faults,
            Idle = arguments.PracticeIdle,
            Notice = notice =>
            {
                if (notice is PracticeNotice.Accepted(_, var message))
                {
                    received.Enqueue(message);
                }
            },
        };
        return new TargetServer(target, await PracticeServer.StartAsync(options, cancellationToken), received) { Profile = setup.Profile };
    }

    /// <summary>Where to connect to.</summary>
    public Target TargetFor(TlsMode mode) => Practice is { } practice
        ? new Target.Tcp(_target.Written, "localhost", mode == TlsMode.Implicit ? practice.Port : practice.StartTlsPort, _target.Tls)
        : _target;

    /// <summary>The server as a transcript's header names it.</summary>
    public string Peer(TlsMode mode) => TargetFor(mode) switch
    {
        Target.Tcp when Practice is not null => _target.Written,
        Target.Tcp { Host: var host, Port: var port } => HostPort.Format(host, port),
        _ => _target.Written,
    };

    /// <summary>TLS with its files read; null where a socket without a name is spoken to in the clear.</summary>
    /// <exception cref="UsageException">A file is wrong.</exception>
    public TlsOptions? LoadTls(TlsMode mode, ConnectionOptions connection)
    {
        var host = _target switch
        {
            Target.Tcp tcp => tcp.Host,
            Target.Practice => "localhost",
            _ => null,
        };
        if (TlsOptions.TryLoad(connection, host, out var tls, out var error))
        {
            if (Practice is { } practice)
            {
                tls.Authorities.Add(practice.CaCertificate);
            }

            return tls;
        }

        return host is null && connection.ServerName is null && mode == TlsMode.None ? null : throw new UsageException(error);
    }

    /// <summary>Says what a person needs to know of a practice server; a program asks for <c>--auth</c> instead.</summary>
    public void Introduce(ILineOutput? output)
    {
        if (Practice is { } practice)
        {
            output?.Print(StyledLine.Of($"* practice server: user name {practice.UserName}, password {practice.Password}", LineColours.Event));
        }
    }

    public ValueTask DisposeAsync() => Practice?.DisposeAsync() ?? ValueTask.CompletedTask;
}
