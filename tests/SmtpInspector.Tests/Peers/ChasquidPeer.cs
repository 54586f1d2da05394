using SmtpInspector.Tests.Peers;

[assembly: AssemblyFixture(typeof(ChasquidPeer))]

namespace SmtpInspector.Tests.Peers;

/// <summary>
/// A real chasquid: PLAIN for user@loop.test / secret. <see cref="LoopbackPeer.Plain"/> offers STARTTLS and no AUTH.
/// </summary>
public sealed class ChasquidPeer() : LoopbackPeer("chasquid-loopback", "chasquid", "chasquid-util", "openssl", "ss");
