using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net;

/// <summary>No connection came about.</summary>
public sealed class ConnectException : NetworkException
{
    internal ConnectException(ConnectReason reason, string message, Exception? inner = null)
        : base(FailureKind.Connect, message, inner) => Reason = reason;

    /// <summary>Why.</summary>
    public ConnectReason Reason { get; }
}
