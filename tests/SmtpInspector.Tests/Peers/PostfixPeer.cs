using SmtpInspector.Tests.Peers;

[assembly: AssemblyFixture(typeof(PostfixPeer))]

namespace SmtpInspector.Tests.Peers;

/// <summary>
/// A real Postfix with Dovecot for SASL: PLAIN, LOGIN, CRAM-MD5, SCRAM-SHA-1, SCRAM-SHA-256 for user / secret.
/// <see cref="LoopbackPeer.Plain"/> offers STARTTLS and AUTH in the clear.
/// </summary>
public sealed class PostfixPeer() : LoopbackPeer("postfix-loopback", "postfix", "dovecot", "openssl", "ss")
{
    /// <summary>Speaks like Amazon SES, STARTTLS obligatory, for AKIAIOSFODNN7EXAMPLE / wJalrXUtnFEMIexamplekey.</summary>
    public string SesStartTls => Endpoint("ses_starttls");

    /// <summary>Speaks like Amazon SES, implicit TLS.</summary>
    public string SesImplicit => Endpoint("ses_implicit");
}
