namespace SmtpInspector.Protocol.Conversation;

/// <summary>How the client has introduced itself, as far as the server accepted it.</summary>
public enum Introduction
{
    /// <summary>Not yet.</summary>
    None,

    /// <summary>By HELO: no extensions (RFC 5321 §3.2).</summary>
    Helo,

    /// <summary>By EHLO, or LHLO in LMTP.</summary>
    Ehlo,
}
