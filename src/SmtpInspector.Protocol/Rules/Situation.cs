namespace SmtpInspector.Protocol.Rules;

/// <summary>What has happened in a session that lets a server answer any command with a code of its own.</summary>
[Flags]
public enum Situation
{
    /// <summary>Nothing of the kind.</summary>
    None = 0,

    /// <summary>The connection is not known to be inside TLS: a server may require it.</summary>
    BeforeTls = 1,

    /// <summary>The client has not authenticated: a server may require it.</summary>
    BeforeAuth = 2,

    /// <summary>A TLS handshake is complete, or may be: the server may find it too weak.</summary>
    InTls = 4,

    /// <summary>The greeting was 554: there is no service.</summary>
    Refused = 8,
}
