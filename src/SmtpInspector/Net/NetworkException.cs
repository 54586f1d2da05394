using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Net;

/// <summary>
/// A connection could not be made or secured. The message is for the user: what happened and what to try.
/// It may quote what the peer sent, and is to be made visible like everything of the peer's before it is shown.
/// </summary>
public abstract class NetworkException : Exception
{
    private protected NetworkException(FailureKind kind, string message, Exception? inner)
        : base(message, inner) => Kind = kind;

    /// <summary>The name of the failure.</summary>
    public FailureKind Kind { get; }
}
