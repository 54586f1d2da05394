namespace SmtpInspector.Protocol.Conversation;

/// <summary>Why a conversation could not go on: the few names for all failures of our own side.</summary>
public enum FailureKind
{
    /// <summary>No connection came about.</summary>
    Connect,

    /// <summary>TLS failed, was refused, or the certificate did not verify.</summary>
    Tls,

    /// <summary>The peer did not answer in time.</summary>
    Timeout,

    /// <summary>The connection ended before the conversation did.</summary>
    Closed,

    /// <summary>A transcript could not be understood.</summary>
    Transcript,
}
