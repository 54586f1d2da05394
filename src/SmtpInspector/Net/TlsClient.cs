using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Net.Certificates;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net;

/// <summary>
/// The client's side of one TLS handshake. It has no asynchronous method of its own, because each costs a conversation
/// milliseconds to begin; the wire awaits what the library returns.
/// </summary>
sealed class TlsClient : IDisposable
{
    readonly HandshakeTap _tap;
    readonly TlsOptions _options;
    readonly TimeProvider _time;
    readonly CancellationTokenSource _limit;
    readonly CancellationTokenSource _either;
    TlsSession? _session;
    bool _askedForCertificate;
    bool _accepted;

    public TlsClient(HandshakeTap tap, TlsOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        _tap = tap;
        _options = options;
        _time = time;
        _limit = new CancellationTokenSource(options.Timeout, time);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token, cancellationToken);
        Stream = new SslStream(tap, leaveInnerStreamOpen: true);
    }

    /// <summary>What is said inside TLS, once the handshake is made.</summary>
    public SslStream Stream { get; }

    public Task AuthenticateAsync()
    {
        var authentication = new SslClientAuthenticationOptions
        {
            TargetHost = _options.ServerName,
            EnabledSslProtocols = Versions(_options),
            CertificateChainPolicy = ChainPolicies.First(_options.Authorities, _options.Index),
            // Asks the server for a stapled OCSP response; nothing is ever fetched.
            CertificateRevocationCheckMode = X509RevocationMode.Offline,
            ClientCertificateContext = _options.ClientCertificate,
            // Every conversation shows its whole handshake: a resumed session brings no certificates.
            AllowTlsResume = false,
            AllowRenegotiation = false,
            RemoteCertificateValidationCallback = Accept,
        };
        if (_options.ClientCertificate is null)
        {
            authentication.LocalCertificateSelectionCallback = NoteRequest;
        }

        return Stream.AuthenticateAsClientAsync(authentication, _either.Token);
    }

    /// <summary>What came of a handshake that succeeded.</summary>
    public TlsHandshake Result() => new(
        // Without a verdict there is no telling who the peer is.
        _session ?? throw new AuthenticationException("The server's certificate was not judged"),
        _tap.Discarded,
        _askedForCertificate);

    /// <summary>Why it failed.</summary>
    public TlsException Failure(Exception error) =>
        TlsFailures.InHandshake(error, new(_tap, _options, _limit.IsCancellationRequested, _askedForCertificate, _session, _accepted));

    public void Dispose()
    {
        _either.Dispose();
        _limit.Dispose();
    }

    bool Accept(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        // Kept from here: after a refusal the stream says nothing any more.
        _session = SessionOf(Stream, Verifier.Judge(certificate as X509Certificate2, chain!, _options, _time.GetUtcNow()));
        _accepted = _session.Verified is true || _options.Insecure || _options.MayComplete?.Invoke(_session) is true;
        return _accepted;
    }

    X509Certificate NoteRequest(
        object sender, string host, X509CertificateCollection own, X509Certificate? server, string[] issuers)
    {
        // Called once before the handshake, without a server's certificate, and again when the server asks.
        _askedForCertificate |= server is not null;
        return null!;
    }

    static TlsSession SessionOf(SslStream stream, Verdict verdict) => new(
        stream.SslProtocol switch
        {
            SslProtocols.Tls12 => "TLS 1.2",
            SslProtocols.Tls13 => "TLS 1.3",
            var other => other.ToString(),
        },
        stream.NegotiatedCipherSuite.ToString(),
        verdict.Verified,
        verdict.Problems,
        verdict.Certificates);

    static SslProtocols Versions(TlsOptions options)
    {
        var versions = SslProtocols.None;
        for (var version = options.Min; version <= options.Max; version++)
        {
            versions |= version is TlsVersion.Tls12 ? SslProtocols.Tls12 : SslProtocols.Tls13;
        }

        return versions;
    }
}
