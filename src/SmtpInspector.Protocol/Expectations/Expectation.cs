using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Lints.Client;
using SmtpInspector.Protocol.Rules;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Expectations;

/// <summary>What may come next in a conversation, and the section that says so.</summary>
/// <param name="From">Whose turn it is; with commands unanswered and PIPELINING offered either side may go on.</param>
/// <param name="What">What that side may say: codes, verbs, or a sentence.</param>
/// <param name="Why">One sentence that says why it is its turn.</param>
/// <param name="Reference">The section, as "RFC 5321 §4.3.2".</param>
public sealed record Expectation(Direction From, IReadOnlyList<string> What, string Why, string Reference)
{
    /// <summary>What may come next in a state, the likeliest first. Empty once the connection is closed.</summary>
    public static IReadOnlyList<Expectation> Of(SessionState state) => state switch
    {
        { Phase: Phase.Closed } => [],
        { Phase: Phase.Handshake } =>
            [new(Direction.Client, ["the TLS handshake"], "The server is ready for TLS: nothing but the handshake may come now.", "RFC 3207 §4")],
        { Phase: Phase.Closing } =>
            [new(Direction.Server, ["the close of the connection"], "The end was announced: nothing more is said.", "RFC 5321 §4.1.1.10")],
        { Content: ContentMode.Data } =>
            [new(Direction.Client, ["lines of the message", "."], "The server waits for the message; a line of one dot ends it.", "RFC 5321 §4.1.1.4")],
        { Content: ContentMode.Chunk } =>
            [new(Direction.Client, [FormattableString.Invariant($"{state.ChunkRemaining} octets of the chunk")], "The server counts the octets that BDAT announced.", "RFC 3030 §2")],
        { AwaitsAuthAnswer: true } =>
            [new(Direction.Client, ["the answer in base64", "*"], "The server has sent a challenge; a line of * cancels.", "RFC 4954 §4")],
        { NextToAnswer: { } awaited } => Awaiting(state, awaited),
        _ => [Commands(state)],
    };

    static Expectation[] Awaiting(SessionState state, Pending awaited)
    {
        var reply = Reply(awaited);
        return state.Offers?.Has("PIPELINING") == true && awaited.Verb is Verb.Mail or Verb.Rcpt or Verb.Rset
            ? [reply, Commands(state) with { Why = "PIPELINING is offered: a command may follow before the reply.", Reference = "RFC 2920 §3.1" }]
            : [reply];
    }

    static Expectation Reply(Pending awaited)
    {
        var codes = new List<string>();
        string? reference = null;
        foreach (var row in RepliesPerCommand.Of(awaited.Verb))
        {
            Add(row.I);
            Add(row.S);
            Add(row.E);
            reference ??= row.Reference;
        }

        if (codes.Count == 0)
        {
            codes.AddRange(["500", "502"]);
            reference = "RFC 5321 §4.2.4";
        }

        var what = awaited.Verb switch
        {
            Verb.Connection => "The connection stands: the server greets first.",
            Verb.EndOfData => "The message has ended: the server says whether it takes it.",
            _ => $"{awaited.Name} gets one reply.",
        };
        return new Expectation(Direction.Server, codes, what, reference ?? "RFC 5321 §4.3.2");

        void Add(IReadOnlyList<short> row)
        {
            foreach (var code in row)
            {
                var text = code.ToString("000", System.Globalization.CultureInfo.InvariantCulture);
                if (!codes.Contains(text))
                {
                    codes.Add(text);
                }
            }
        }
    }

    static Expectation Commands(SessionState state)
    {
        if (state.Phase == Phase.Refused)
        {
            return new Expectation(Direction.Client, ["QUIT"], "The server's greeting refused: only QUIT makes sense.", "RFC 5321 §3.1");
        }

        var standing = Presumption.Of(state).Standing;
        var verbs = new List<string>();
        foreach (var row in CommandOrder.Rows)
        {
            if (CommandOrder.Missing(row.Verb, standing) == Standing.None
                && CommandOrder.Obstacles(row.Verb, standing) == Standing.None
                && IsOffered(row.Verb, state))
            {
                verbs.Add(Verbs.Name(row.Verb));
            }
        }

        // What brings the session further stands first.
        var (first, why) = Step(state, standing, verbs);
        foreach (var verb in new[] { "QUIT", "MAIL", "AUTH", "STARTTLS", first })
        {
            if (verbs.Remove(verb))
            {
                verbs.Insert(0, verb);
            }
        }

        return new Expectation(Direction.Client, verbs, why, "RFC 5321 §4.1.4");
    }

    static (string First, string Why) Step(SessionState state, Standing standing, List<string> possible) => standing switch
    {
        _ when (standing & Standing.Introduced) == 0 && state.IsEhloUnknown => ("HELO", "EHLO is unknown here: HELO is older."),
        _ when (standing & Standing.Introduced) == 0 && !state.IsExcerpt => ("EHLO", "The client introduces itself first."),
        _ when (standing & Standing.Recipient) != 0 => ("DATA", "There is a sender and a recipient: the message may follow."),
        _ when (standing & Standing.Transaction) != 0 => ("RCPT", "There is a sender: recipients follow."),

        // A password should not go out before STARTTLS, nor a message before AUTH where both are offered.
        _ when !state.IsExcerpt && possible.Contains("STARTTLS") => ("STARTTLS", "TLS first: then all stays private."),
        _ when !state.IsExcerpt && possible.Contains("AUTH") => ("AUTH", "AUTH is offered: log in first."),
        _ => ("MAIL", "The session is ready for a message."),
    };

    static bool IsOffered(Verb verb, SessionState state) => verb switch
    {
        Verb.StartTls => state.Offers is null ? state.IsExcerpt : state.Offers.Has("STARTTLS"),
        Verb.Auth => state.Offers is null ? state.IsExcerpt : state.Offers.Has("AUTH"),
        Verb.Bdat => state.Offers is null ? state.IsExcerpt : state.Offers.Has("CHUNKING"),
        Verb.Etrn => state.Offers?.Has("ETRN") == true,
        Verb.Burl => state.Offers?.Has("BURL") == true,
        Verb.Lhlo => state.Lmtp,
        _ => true,
    };
}
