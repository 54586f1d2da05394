using SmtpInspector.Protocol.Conversation;

namespace SmtpInspector.Session;

/// <summary>Someone who sees that the program waits, and can stop it.</summary>
interface IWaiting
{
    /// <summary>Completes when the user stops waiting; null where nobody can.</summary>
    Task? BeginWait();

    /// <summary>Called about once a second while waiting.</summary>
    void StillWaiting(Pending awaited, TimeSpan waited, TimeSpan limit);

    /// <summary>The wait is over.</summary>
    void EndWait();
}
