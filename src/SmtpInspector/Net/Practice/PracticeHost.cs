using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography;
using SmtpInspector.Protocol.Practice;

namespace SmtpInspector.Net.Practice;

/// <summary>What all connections of one practice server share.</summary>
sealed class PracticeHost
{
    /// <summary>How many octets of unfinished messages are held at once, over all connections.</summary>
    const long ContentRoom = 24 * 1024 * 1024;

    readonly Lock _telling = new();
    readonly PracticeSettings _settings;
    readonly PracticeMemory _memory = new(ContentRoom);
    readonly PracticeRandom _random;

    public PracticeHost(PracticeServerOptions options, PracticeCertificates certificates, CancellationToken stopping)
    {
        Options = options;
        Stopping = stopping;
        Idle = options.Idle ?? options.Profile.Idle;
        _random = new PracticeRandom(options.Seed ?? BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)));
        Credentials = PracticeCredentials.Create(options.Profile, _random, options.Region);
        _settings = new PracticeSettings(options.Profile, Credentials, new VerifiedIdentities(options.Verified ?? options.Profile.Verified))
        {
            Region = options.Region,
            Faults = options.Faults,

            // With a seed a run is to be the same again, its times included.
            Now = options.Seed is null ? options.Time.GetUtcNow : () => PracticeSettings.SameTime,
        };
        TlsOptions = new SslServerAuthenticationOptions
        {
            ServerCertificateContext = certificates.Context,
            EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
            ClientCertificateRequired = false,
        };
    }

    public PracticeServerOptions Options { get; }

    public PracticeCredentials Credentials { get; }

    public SslServerAuthenticationOptions TlsOptions { get; }

    public CancellationToken Stopping { get; }

    public TimeSpan Idle { get; }

    public ReceivedMessages Messages { get; } = new();

    public PracticeSession NewSession(long number, bool implicitTls) => new(_settings, _memory, _random.Branch(number), implicitTls);

    public void Accept(long connection, PracticeMessage message)
    {
        var received = new ReceivedMessage(Options.Time.GetUtcNow(), message);
        Messages.Add(received);
        Tell(new PracticeNotice.Accepted(connection, received));
    }

    public void Tell(PracticeNotice notice)
    {
        if (Options.Notice is { } tell)
        {
            lock (_telling)
            {
                tell(notice);
            }
        }
    }
}
