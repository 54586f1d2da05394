namespace SmtpInspector.Net;

/// <summary>Why no connection came about.</summary>
public enum ConnectReason
{
    /// <summary>The name does not exist, or has no address of the family asked for.</summary>
    NameNotFound,

    /// <summary>The name could not be looked up: the resolver did not answer.</summary>
    LookupFailed,

    /// <summary>Nothing listens there.</summary>
    Refused,

    /// <summary>No answer within the time.</summary>
    TimedOut,

    /// <summary>There is no way to the address from here.</summary>
    Unreachable,

    /// <summary>The path of a Unix-domain socket leads to nothing, or not to a socket.</summary>
    NoSocket,

    /// <summary>The operating system does not allow it.</summary>
    Forbidden,

    /// <summary>Anything else; the message has the system's words.</summary>
    Other,
}
