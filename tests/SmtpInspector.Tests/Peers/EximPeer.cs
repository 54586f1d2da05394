using SmtpInspector.Tests.Peers;

[assembly: AssemblyFixture(typeof(EximPeer))]

namespace SmtpInspector.Tests.Peers;

/// <summary>
/// A real Exim: PLAIN, LOGIN, CRAM-MD5 for user / secret. <see cref="LoopbackPeer.Plain"/> offers STARTTLS and AUTH in the clear.
/// </summary>
public sealed class EximPeer() : LoopbackPeer("exim-loopback", "openssl", "ss");
