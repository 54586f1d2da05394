using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Redaction;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Judgement;

/// <summary>
/// One thing a person sees in a conversation, judged: a whole reply, a command, the content of a message, an event.
/// Line mode, JSON, <c>show</c> and the screen print these.
/// </summary>
/// <param name="At">Time since the connection attempt, when it was complete; null where unknown.</param>
/// <param name="Findings">What the judge has to say about it.</param>
public abstract record Entry(TimeSpan? At, IReadOnlyList<Finding> Findings)
{
    /// <summary>An address is being tried.</summary>
    public sealed record Connecting(TimeSpan? At, string Host, int Port, IReadOnlyList<Finding> Findings) : Entry(At, Findings);

    /// <summary>The transport connection stands.</summary>
    public sealed record Connected(TimeSpan? At, string Address, int Port, IReadOnlyList<Finding> Findings) : Entry(At, Findings);

    /// <summary>A TLS handshake is complete.</summary>
    public sealed record Tls(TimeSpan? At, TlsSession Session, IReadOnlyList<Finding> Findings) : Entry(At, Findings);

    /// <summary>A whole reply, or what there was of it when it was cut.</summary>
    /// <param name="At">When its last line came.</param>
    /// <param name="Value">The reply.</param>
    /// <param name="To">What it answers; null for a reply nobody asked for.</param>
    /// <param name="Listed">Whether an RFC lists the code for that command.</param>
    /// <param name="Secrets">The credentials echoed in it, by line.</param>
    /// <param name="Before">The state it was judged in.</param>
    /// <param name="Findings">What the judge has to say about it.</param>
    public sealed record Reply(
        TimeSpan? At,
        Grammar.Reply Value,
        Pending? To,
        bool Listed,
        IReadOnlyList<IReadOnlyList<SecretSpan>> Secrets,
        SessionState Before,
        IReadOnlyList<Finding> Findings) : Entry(At, Findings)
    {
        /// <summary>Time from the command to the end of the reply; null where unknown.</summary>
        public TimeSpan? Took => At - To?.At;

        /// <summary>The reply, credentials replaced: what may be spoken of.</summary>
        public Grammar.Reply Redacted => Redactor.Redact(Value, Secrets);

        /// <summary>The entry as if the server had sent the placeholders.</summary>
        public Reply WithoutSecrets() => Secrets.Count == 0 ? this : this with { Value = Redacted, Secrets = [] };

        /// <summary>Its lines as text after the code, credentials replaced.</summary>
        public IEnumerable<ReadOnlyMemory<byte>> RedactedTexts()
        {
            for (var i = 0; i < Value.Lines.Count; i++)
            {
                var line = Value.Lines[i];
                var whole = Redactor.Redact(line.Wire.Content, Secrets.Count > i ? Secrets[i] : []);
                yield return line.Code is null ? whole : whole.Length > 4 ? whole[4..] : default;
            }
        }
    }

    /// <summary>A command, or an answer to a challenge.</summary>
    /// <param name="At">When it was sent.</param>
    /// <param name="Wire">The whole line, its pieces joined.</param>
    /// <param name="Verb">Its verb; <see cref="Verb.Auth"/> for an answer to a challenge.</param>
    /// <param name="IsAuthAnswer">An answer to a 334.</param>
    /// <param name="Own">The program sent it, not the user.</param>
    /// <param name="Secrets">The credentials in it.</param>
    /// <param name="Before">The state it was judged in.</param>
    /// <param name="Findings">What the judge has to say about it.</param>
    public sealed record Command(
        TimeSpan? At,
        WireLine Wire,
        Verb Verb,
        bool IsAuthAnswer,
        bool Own,
        IReadOnlyList<SecretSpan> Secrets,
        SessionState Before,
        IReadOnlyList<Finding> Findings) : Entry(At, Findings)
    {
        /// <summary>The verb in upper case, as JSON has it.</summary>
        public string Name => Verb == Verb.Unknown ? Verbs.UnknownName(RedactedContent.Span) : Verbs.Name(Verb);

        /// <summary>The line without its ending, credentials replaced.</summary>
        public ReadOnlyMemory<byte> RedactedContent => Redactor.Redact(Wire.Content, Secrets);
    }

    /// <summary>The content of a message, or one chunk of it.</summary>
    /// <param name="At">When its end was sent.</param>
    /// <param name="Bytes">Octets as on the wire, without the final dot's line.</param>
    /// <param name="Lines">Lines as on the wire, an unfinished last one included.</param>
    /// <param name="IsChunk">A BDAT chunk; otherwise the content of DATA.</param>
    /// <param name="IsComplete">False when the conversation ended inside it.</param>
    /// <param name="Findings">What the judge has to say about it.</param>
    public sealed record Data(
        TimeSpan? At,
        long Bytes,
        long Lines,
        bool IsChunk,
        bool IsComplete,
        IReadOnlyList<Finding> Findings) : Entry(At, Findings);

    /// <summary>Something the program wants said.</summary>
    public sealed record Note(TimeSpan? At, string Text, IReadOnlyList<Finding> Findings) : Entry(At, Findings);

    /// <summary>Octets of the server's that stood between the 220 to STARTTLS and the handshake: shown, never believed.</summary>
    /// <param name="At">When it came.</param>
    /// <param name="Wire">The line.</param>
    /// <param name="Secrets">The credentials echoed in it.</param>
    /// <param name="Findings">What the judge has to say about it.</param>
    public sealed record Injected(TimeSpan? At, WireLine Wire, IReadOnlyList<SecretSpan> Secrets, IReadOnlyList<Finding> Findings) : Entry(At, Findings)
    {
        /// <summary>The line without its ending, credentials replaced.</summary>
        public ReadOnlyMemory<byte> RedactedContent => Redactor.Redact(Wire.Content, Secrets);
    }

    /// <summary>The connection ended.</summary>
    public sealed record Closed(TimeSpan? At, Direction By, bool Clean, IReadOnlyList<Finding> Findings) : Entry(At, Findings);

    /// <summary>The conversation failed.</summary>
    public sealed record Failed(TimeSpan? At, FailureKind Kind, string Message, IReadOnlyList<Finding> Findings) : Entry(At, Findings);

    /// <summary>A script steered.</summary>
    public sealed record Steered(TimeSpan? At, SteeringKind Kind, TimeSpan Duration, IReadOnlyList<Finding> Findings) : Entry(At, Findings);
}
