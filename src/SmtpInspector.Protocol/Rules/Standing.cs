namespace SmtpInspector.Protocol.Rules;

/// <summary>What a session has reached, as far as the order of commands asks for it.</summary>
[Flags]
public enum Standing
{
    /// <summary>Nothing yet.</summary>
    None = 0,

    /// <summary>The server has greeted (RFC 5321 §4.3.1).</summary>
    Greeted = 1,

    /// <summary>EHLO, LHLO or HELO was accepted (RFC 5321 §4.1.4).</summary>
    Introduced = 2,

    /// <summary>EHLO or LHLO was accepted: extensions are known.</summary>
    Extended = 4,

    /// <summary>MAIL was accepted: a transaction is open.</summary>
    Transaction = 8,

    /// <summary>A recipient was accepted in it.</summary>
    Recipient = 16,

    /// <summary>AUTH has succeeded.</summary>
    Authenticated = 32,

    /// <summary>The connection is inside TLS.</summary>
    Encrypted = 64,
}
