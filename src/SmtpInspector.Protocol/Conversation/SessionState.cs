using SmtpInspector.Protocol.Grammar;

namespace SmtpInspector.Protocol.Conversation;

/// <summary>
/// Where a conversation stands: a fold over what was sent and answered. Immutable, so that an entry can hold
/// the state it was judged in and the screen can show it for any line.
/// </summary>
public sealed partial record SessionState
{
    /// <summary>The state before the greeting.</summary>
    /// <param name="tls">Whether the connection is inside TLS from its first octet; null where that is not known.</param>
    /// <param name="port">The server's port; null where it is not known.</param>
    public static SessionState Start(bool? tls = null, int? port = null) => new()
    {
        Tls = tls,
        Port = port,
        Outstanding = Unanswered.Of(new Pending(Verb.Connection, default, null)),
    };

    /// <summary>
    /// The state of a conversation whose beginning is missing, as in an excerpt pasted from a document: what would
    /// have been said before is unknown, and no rule may hold its absence against anyone.
    /// </summary>
    public static SessionState Excerpt(bool? tls = null, int? port = null) => new()
    {
        Phase = Phase.Greeted,
        IsExcerpt = true,
        Tls = tls,
        Port = port,
    };

    /// <summary>Where the connection stands.</summary>
    public Phase Phase { get; init; }

    /// <summary>
    /// Only what the client says is known, as of a script: each line is taken to have had the reply that lets the next one
    /// make sense, and nothing is said of the order.
    /// </summary>
    public bool IsOfClientOnly { get; init; }

    /// <summary>True while the client has not introduced itself within what is known of the conversation.</summary>
    public bool IsExcerpt { get; init; }

    /// <summary>Whether the client has sent anything within what is known of the conversation.</summary>
    public bool ClientHasSpoken { get; init; }

    /// <summary>Whether a reply may still be that to a command which an excerpt leaves out.</summary>
    public bool IsBeginningCut => IsExcerpt && !ClientHasSpoken;

    /// <summary>Whether the connection is inside TLS; null where that is not known.</summary>
    public bool? Tls { get; init; }

    /// <summary>The server's port; null where it is not known.</summary>
    public int? Port { get; init; }

    /// <summary>Whether LHLO was used: one reply per recipient after the dot (RFC 2033 §4.2).</summary>
    public bool Lmtp { get; init; }

    /// <summary>Whether the server has named itself as Amazon SES.</summary>
    public bool IsSes { get; init; }

    /// <summary>How the client has introduced itself since the connection or the TLS handshake.</summary>
    public Introduction Introduction { get; init; }

    /// <summary>Whether the last EHLO was refused as a command that the server does not know.</summary>
    public bool IsEhloUnknown { get; init; }

    /// <summary>What the last EHLO was offered; null before one, and after the TLS handshake until the next.</summary>
    public Offers? Offers { get; init; }

    /// <summary>What was offered before the TLS handshake: never believed, kept for comparison (RFC 3207 §4.2).</summary>
    public Offers? OffersBeforeTls { get; init; }

    /// <summary>Whether AUTH has succeeded.</summary>
    public bool Authenticated { get; init; }

    /// <summary>The AUTH exchange that runs; null when none does.</summary>
    public AuthExchange? Auth { get; init; }

    /// <summary>Whether the server's last word was a 334: the client's next line is the answer.</summary>
    public bool AwaitsAuthAnswer { get; init; }

    /// <summary>
    /// The AUTH exchange that ended without success, or sooner than its mechanism does, while no command has been sent since: a line that is no
    /// command is probably the answer to a challenge that never came. Null otherwise.
    /// </summary>
    public AuthExchange? BrokenAuth { get; init; }

    /// <summary>Whether an AUTH has been sent: from then on a word that is no command may be the answer to a challenge.</summary>
    public bool HasSeenAuth { get; init; }

    /// <summary>How many AUTH exchanges have failed.</summary>
    public int FailedAuths { get; init; }

    /// <summary>The open mail transaction; null outside one.</summary>
    public MailTransaction? Transaction { get; init; }

    /// <summary>What the client's next octets are.</summary>
    public ContentMode Content { get; init; }

    /// <summary>How many octets of the running BDAT chunk are still to come.</summary>
    public long ChunkRemaining { get; init; }

    /// <summary>What the server has yet to answer, oldest first.</summary>
    public Unanswered Outstanding { get; init; }

    /// <summary>How many those are.</summary>
    public int OutstandingCount => Outstanding.Count;

    /// <summary>The newest of those; null when there is none.</summary>
    public Pending? LastSent => Outstanding.Last;

    /// <summary>Whether the client has sent QUIT, however it was answered.</summary>
    public bool HasQuit { get; init; }

    /// <summary>The reply code that announced the end: 221, 421 or 521; null before.</summary>
    public int? ClosingCode { get; init; }

    /// <summary>Whether an AUTH, or an answer to a challenge, is among what is unanswered.</summary>
    public bool HasUnansweredAuth
    {
        get
        {
            // A client that sends thousands of commands without waiting must not make each of them dearer than the last.
            if (OutstandingCount is 0 or > 1000)
            {
                return false;
            }

            foreach (var pending in Outstanding)
            {
                if (pending.Verb == Verb.Auth)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>The oldest thing unanswered; null when there is none.</summary>
    public Pending? NextToAnswer => Outstanding.First;
}
