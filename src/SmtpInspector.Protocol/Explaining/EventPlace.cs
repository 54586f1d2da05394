using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Wire;
using Entry = SmtpInspector.Protocol.Judgement.Entry;

namespace SmtpInspector.Protocol.Explaining;

/// <summary>What happened to the connection, and what the program or a script did.</summary>
static class EventPlace
{
    public static Statement What(Entry entry) => entry switch
    {
        Entry.Connecting e => new($"The program connects to {e.Host}{Port(e.Port)}."),
        Entry.Connected e => new($"The connection stands, to {e.Address}{Port(e.Port)}.", "RFC 5321 §3.1"),
        Entry.Tls e => new($"The handshake is complete: {e.Session.Protocol} with {e.Session.Cipher}.", "RFC 3207 §4"),
        Entry.Injected => new("Octets in the clear between the 220 to STARTTLS and the handshake.", "RFC 3207 §4.2"),
        Entry.Closed e => new($"The {(e.By == Direction.Client ? "client" : "server")} closed the connection{(e.Clean ? ", in order" : "")}."),
        Entry.Failed e => new($"{Kind(e.Kind)}: {e.Message.TrimEnd('.')}."),
        Entry.Steered e => new(Steering(e)),
        Entry.Note => new("A note: nothing of the conversation itself."),
        _ => new("Something happened that is no line of the conversation."),
    };

    public static IEnumerable<Statement> Here(Entry entry, SessionState before) => entry switch
    {
        Entry.Connecting e => [Connecting(e.Port)],
        Entry.Connected => [before.Tls == true
            ? new("TLS comes first, then the server greets.", "RFC 8314 §3")
            : new("The server speaks first: the client says nothing before the greeting.", "RFC 5321 §4.3.1")],
        Entry.Tls e => Tls(e.Session, before),
        Entry.Injected => [new("Whoever put them there wanted them taken for the server's word inside TLS. They are shown, never believed, and no reply.", "RFC 3207 §6")],
        Entry.Closed e => [Closed(e, before)],
        Entry.Failed e => [Failed(e.Kind)],
        Entry.Steered e => [e.Kind switch
        {
            SteeringKind.HalfClose => new("The server sees the end of the client's side and may still answer what it was asked."),
            SteeringKind.Close => new("What was begun and not accepted is not sent.", "RFC 5321 §4.1.1.10"),
            SteeringKind.NoWait => new("The reply comes when it comes, and is matched by its order.", "RFC 2920 §3.1"),
            _ => new("A server waits for the next command for five minutes at least; some wait for seconds.", "RFC 5321 §4.5.3.2.7"),
        }],
        Entry.Note e => [new(e.Text)],
        _ => [new("Nothing changes by it.")],
    };

    static string Port(int port) => port == 0 ? "" : FormattableString.Invariant($", port {port}");

    static string Steering(Entry.Steered steered) => steered.Kind switch
    {
        SteeringKind.Wait => FormattableString.Invariant($"The script waits for {steered.Duration.TotalSeconds:0.###} s."),
        SteeringKind.NoWait => "The script does not await the reply to the next line.",
        SteeringKind.HalfClose => "The script ends the client's direction of the connection.",
        _ => "The script closes the connection.",
    };

    static string Kind(FailureKind kind) => kind switch
    {
        FailureKind.Connect => "No connection",
        FailureKind.Tls => "TLS",
        FailureKind.Timeout => "No answer in time",
        FailureKind.Closed => "The connection ended",
        _ => "Not understood",
    };

    static Statement Connecting(int port) => port switch
    {
        25 => new("Port 25 is where servers hand mail to each other; many networks block it for everyone else.", "RFC 5321 §4.5.4.2"),
        465 or 2465 => new("On this port TLS comes before the first line.", "RFC 8314 §3.3"),
        587 or 2587 => new("On this port new mail is handed in; it begins in the clear, and STARTTLS turns TLS on.", "RFC 6409 §3.1"),
        _ => new("The name is looked up and its addresses are tried in turn.", "RFC 5321 §5.1"),
    };

    static IEnumerable<Statement> Tls(TlsSession session, SessionState before)
    {
        yield return session.Verified switch
        {
            true => new("The certificate was verified: this is the server it was meant to be, and nobody on the way can read or change what follows.", "RFC 3207 §4.1"),
            false => new("The certificate does NOT verify: what follows is hidden from listeners, but whom it is said to is not proved.", "RFC 3207 §4.1"),
            null => new("Whether the certificate was verified is not known."),
        };
        foreach (var problem in session.Problems)
        {
            yield return new(problem) { Label = "Certificate" };
        }

        if (before.Offers is not null || before.OffersBeforeTls is not null || before.Introduction != Introduction.None)
        {
            yield return new("Both sides forget what was said in the clear: the client sends EHLO again.", "RFC 3207 §4.2");
        }
    }

    static Statement Closed(Entry.Closed closed, SessionState before) => closed switch
    {
        { Clean: true } => new("QUIT was answered: all that was accepted stays accepted.", "RFC 5321 §4.1.1.10"),
        _ when before.Content != ContentMode.None => new("It ended within a message: the server must not take it.", "RFC 5321 §4.1.1.10"),
        _ when before.NextToAnswer is { Verb: Grammar.Verb.EndOfData } => new("The verdict on the message never came: whether it was taken is not known, and sent again it may come twice.", "RFC 5321 §4.5.3.2.6"),
        _ when before.NextToAnswer is { } waiting => new($"The reply to {PlaceWords.Name(waiting.Verb)} never came.", "RFC 5321 §3.8"),
        { By: Direction.Server } when before.ClosingCode is { } code => new($"The server had announced it with {code}.", "RFC 5321 §3.8"),
        { By: Direction.Server } => new("The server hung up though QUIT was not sent; it should have said 421 first.", "RFC 5321 §3.8"),
        _ => new("The client left without QUIT; what was begun and not accepted is not sent.", "RFC 5321 §4.1.1.10"),
    };

    static Statement Failed(FailureKind kind) => kind switch
    {
        FailureKind.Connect => new("Nothing was said: check name and port, and whether a network blocks it."),
        FailureKind.Tls => new("Nothing was sent past this point.", "RFC 3207 §4.1"),
        FailureKind.Timeout => new("The server may be slow, or wait for something itself: on ports with implicit TLS it waits for the handshake.", "RFC 5321 §4.5.3.2"),
        FailureKind.Closed => new("What was sent and not answered is not known to have been done.", "RFC 5321 §3.8"),
        _ => new("What stands in the file there cannot be read as a conversation."),
    };
}
