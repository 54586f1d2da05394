namespace SmtpInspector.Protocol.Practice;

/// <summary>What the listener is to do, in order.</summary>
public abstract record PracticeAction
{
    PracticeAction()
    {
    }

    /// <summary>Send a complete reply.</summary>
    public sealed record Send(PracticeReply Reply) : PracticeAction
    {
        /// <summary>The time between two octets; zero where they go together.</summary>
        public TimeSpan Pace { get; init; }

        /// <summary>What somebody in the middle puts in front of it.</summary>
        public PracticeReply? Before { get; init; }

        /// <summary>What somebody in the middle puts behind it.</summary>
        public PracticeReply? After { get; init; }

        /// <summary>All of it as on the wire, one character an octet (Latin-1).</summary>
        public string Octets => $"{Before}{Reply}{After}";
    }

    /// <summary>Wait before the next action, as a slow server does.</summary>
    public sealed record Wait(TimeSpan Duration) : PracticeAction;

    /// <summary>Drop what else was received in the clear, then make the handshake (RFC 3207 §4.2).</summary>
    public sealed record StartTls : PracticeAction;

    /// <summary>Keep this message: it was accepted.</summary>
    public sealed record Accept(PracticeMessage Message) : PracticeAction;

    /// <summary>Close the connection.</summary>
    public sealed record Close : PracticeAction;
}
