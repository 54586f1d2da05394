using SmtpInspector.Tests.Peers;

[assembly: AssemblyFixture(typeof(OpenSmtpdPeer))]

namespace SmtpInspector.Tests.Peers;

/// <summary>
/// A real OpenSMTPD: PLAIN, LOGIN for user / secret. <see cref="LoopbackPeer.Plain"/> offers neither STARTTLS nor AUTH.
/// </summary>
public sealed class OpenSmtpdPeer() : LoopbackPeer("opensmtpd-loopback", "openssl", "ss");
