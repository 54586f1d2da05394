using SmtpInspector.Net;
using SmtpInspector.Net.Practice;
using SmtpInspector.Protocol.Lessons;
using SmtpInspector.Session;

namespace SmtpInspector.Lessons;

/// <summary>
/// The practice server of one conversation of a lesson, and how to talk to it. Each conversation has its own, so that what one has
/// left behind changes nothing in the next: the same lesson runs the same way twice.
/// </summary>
sealed class LessonHost : IAsyncDisposable
{
    // Longer than anybody thinks about a step; a lesson that wants to be hung up on says so.
    static readonly TimeSpan Patience = TimeSpan.FromHours(4);

    readonly PracticeServer _server;

    LessonHost(PracticeServer server, TalkOptions options)
    {
        _server = server;
        Options = options;
    }

    /// <summary>How to talk to it.</summary>
    public TalkOptions Options { get; }

    /// <summary>Starts the server.</summary>
    public static async Task<LessonHost> StartAsync(LessonServer wanted, CancellationToken cancellationToken)
    {
        var server = await PracticeServer.StartAsync(
            new PracticeServerOptions
            {
                Profile = wanted.Setup.Profile,
                Idle = wanted.Idle ?? Patience,
                Seed = LessonServer.Seed,
                Faults = wanted.Setup.Faults,
            },
            cancellationToken);
        var mode = wanted.Tls switch
        {
            LessonTls.Implicit => TlsMode.Implicit,
            LessonTls.StartTls => TlsMode.StartTls,
            LessonTls.Manual => TlsMode.None,
        };
        var connection = new ConnectionOptions { Insecure = wanted.Trusting };
        if (!TlsOptions.TryLoad(connection, "localhost", out var tls, out var error))
        {
            throw new InvalidOperationException(error);
        }

        tls.Authorities.Add(server.CaCertificate);
        var port = mode == TlsMode.Implicit ? server.Port : server.StartTlsPort;
        return new LessonHost(server, new TalkOptions
        {
            Target = new Target.Tcp($"practice:{wanted.Setup.Profile.Name}", "localhost", port, mode),
            Connection = connection,
            Tls = tls,
            Mode = mode,
            EhloName = "me.example",
            DotStuffing = wanted.Stuffing,
        });
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
