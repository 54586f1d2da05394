using System.Net;

namespace SmtpInspector.Net.Practice;

/// <summary>Something that happened at the practice server.</summary>
/// <param name="Connection">The connection's number, from 1.</param>
public abstract record PracticeNotice(long Connection)
{
    /// <summary>A client connected.</summary>
    public sealed record Connected(long Connection, EndPoint? Remote, bool ImplicitTls) : PracticeNotice(Connection);

    /// <summary>TLS is up.</summary>
    public sealed record TlsStarted(long Connection, string Protocol) : PracticeNotice(Connection);

    /// <summary>A handshake failed or took too long.</summary>
    public sealed record TlsFailed(long Connection, string Reason) : PracticeNotice(Connection);

    /// <summary>Octets in the clear behind STARTTLS were thrown away (RFC 3207 §4.2).</summary>
    public sealed record PlaintextDiscarded(long Connection, long Octets) : PracticeNotice(Connection);

    /// <summary>A message was accepted.</summary>
    public sealed record Accepted(long Connection, ReceivedMessage Message) : PracticeNotice(Connection);

    /// <summary>The connection is over.</summary>
    public sealed record Closed(long Connection, string Reason) : PracticeNotice(Connection);

    /// <summary>The server itself failed: a mistake of ours, which ends this connection and is to be reported.</summary>
    public sealed record Failed(long Connection, Exception Exception) : PracticeNotice(Connection);
}
