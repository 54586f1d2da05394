using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using SmtpInspector.Net.Certificates;
using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net;

/// <summary>The client's side of a TLS handshake.</summary>
static class TlsClient
{
    /// <exception cref="TlsException">It failed.</exception>
    public static async Task<TlsHandshake> HandshakeAsync(
        SslStream stream, HandshakeTap tap, TlsOptions options, TimeProvider time, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        TlsSession? session = null;
        var askedForCertificate = false;
        var authentication = new SslClientAuthenticationOptions
        {
            TargetHost = options.ServerName,
            EnabledSslProtocols = Versions(options),
            CertificateChainPolicy = ChainPolicies.First(options.Authorities, options.Index),
            // Asks the server for a stapled OCSP response; nothing is ever fetched.
            CertificateRevocationCheckMode = X509RevocationMode.Offline,
            ClientCertificateContext = options.ClientCertificate,
            // Every conversation shows its whole handshake: a resumed session brings no certificates.
            AllowTlsResume = false,
            AllowRenegotiation = false,
            RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
            {
                // Kept from here: after a refusal the stream says nothing any more.
                session = SessionOf(stream, Verifier.Judge(certificate as X509Certificate2, chain!, options, time.GetUtcNow()));
                return session.Verified is true || options.Insecure;
            },
        };
        if (options.ClientCertificate is null)
        {
            authentication.LocalCertificateSelectionCallback = (_, _, _, server, _) =>
            {
                // Called once before the handshake, without a server's certificate, and again when the server asks.
                askedForCertificate |= server is not null;
                return null!;
            };
        }

        try
        {
            await stream.AuthenticateAsClientAsync(authentication, either.Token);
            // Without a verdict there is no telling who the peer is.
            session = session ?? throw new AuthenticationException("The server's certificate was not judged");
            return new(session, tap.Discarded, askedForCertificate);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            throw TlsFailures.InHandshake(
                error, new(tap, options, limit.IsCancellationRequested, askedForCertificate, session));
        }
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
