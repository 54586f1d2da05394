using SmtpInspector.Protocol.Grammar;
using static SmtpInspector.Protocol.Practice.PracticeTrouble;
using Argument = SmtpInspector.Protocol.Practice.PracticeFaultArgument;

namespace SmtpInspector.Protocol.Practice;

/// <summary>The faults every profile knows, and how a conversation asks for one.</summary>
public static class PracticeFaults
{
    /// <summary>
    /// <c>NAME@fault.example</c> as sender, recipient or user name asks for the fault NAME, <c>EHLO NAME.fault.example</c> for one
    /// that comes before those; <c>NAME+ARG@</c> for one with an argument. The name is reserved for documentation (RFC 2606 §3), so
    /// no real mail can mean it.
    /// </summary>
    public const string Domain = "fault.example";

    /// <summary>
    /// Faults that are nobody's in particular; a profile adds those of its own service, and its own words for these. A reply's
    /// enhanced code is left out where the profile does not offer ENHANCEDSTATUSCODES.
    /// </summary>
    public static IReadOnlyList<PracticeFault> Common { get; } =
    [
        new("greylisting", Argument.None,
            "The first attempt for a recipient is put off with 450, the second is taken.",
            "4yz means: the same again, later; a client that gives up loses mail, one that waits loses nothing.",
            "RFC 5321 §4.5.4.1",
            _ => new Answer(Verb.Rcpt, "450 4.7.1 Greylisted, please try again later") { Times = 1 }),
        new("no-such-user", Argument.None,
            "Every recipient is refused with 550.",
            "5yz means: never again like this; the client tells the sender and does not retry.",
            "RFC 5321 §4.2.1",
            _ => new Answer(Verb.Rcpt, "550 5.1.1 No such user here")),
        new("refuse-recipient", Argument.Count("N", 2),
            "The Nth recipient of each transaction is refused with 550, the others are taken.",
            "Each RCPT has an answer of its own: the message still goes to those that were taken.",
            "RFC 5321 §3.3",
            value => new Answer(Verb.Rcpt, "550 5.1.1 No such user here") { Nth = value.Number }),
        new("moved", Argument.None,
            "Recipients are taken with 251 instead of 250.",
            "Success is the first digit 2, not the number 250.",
            "RFC 5321 §3.4",
            _ => new Answer(Verb.Rcpt, "251 2.1.5 User not local; will forward")),
        new("throttling", Argument.Count("N", 1),
            "After N accepted messages the server puts off every further one.",
            "A limit on rate is answered by waiting longer each time, not by trying harder.",
            "RFC 5321 §4.5.4.1",
            value => new Answer(Verb.Mail, "450 4.7.0 Too many messages, slow down") { AfterMessages = value.Number }),
        new("size-limit", Argument.Count("OCTETS", 1000),
            "Messages may be of OCTETS octets only; EHLO says so, and a larger one is refused, at MAIL where its size is declared.",
            "SIZE saves sending what will be refused: 552 comes before the content, not after it.",
            "RFC 1870 §6.1",
            value => new SizeLimit(value.Number)),
        new("421", Argument.Step(Verb.Data),
            "At STEP the server says 421 and closes the connection.",
            "421 may answer any command: the transaction is gone, and the message is to be sent again later.",
            "RFC 5321 §3.8",
            value => new Cut(value.Step!.Value, "421 4.3.2 Service closing transmission channel")),
        new("close", Argument.Step(Verb.EndOfData),
            "At STEP the connection is closed without a word.",
            "After the dot and before its reply nobody knows whether the message was taken: the client must try again, and it may come twice.",
            "RFC 5321 §4.1.1.4",
            value => new Cut(value.Step!.Value, null)),
        new("delay", Argument.SecondsAtStep(3),
            "Replies come SECONDS late: all of them, or those to one STEP.",
            "A client waits for minutes, and for the verdict on a message longest, before it takes a server for dead.",
            "RFC 5321 §4.5.3.2",
            value => new Delay(value.Time, value.Step)),
        new("drip", Argument.InSeconds(0.05),
            "Replies come an octet at a time, SECONDS apart.",
            "TCP knows no lines: a reply is complete at its CRLF, not when a read returns.",
            "RFC 5321 §2.3.8",
            value => new Drip(value.Time)),
        new("mixed-codes", Argument.Step(Verb.Rcpt),
            "The reply at STEP has several lines, and the last one bears a refusal's code though the first bears success.",
            "All lines of a reply must bear one code; where they do not, clients disagree about what was said.",
            "RFC 5321 §4.2.1",
            value => new MixedCodes(value.Step!.Value)),
        new("missing-cr", Argument.Step(null),
            "Reply lines end in LF alone.",
            "Only CRLF ends a line; who takes less can be led to see lines that others do not see.",
            "RFC 5321 §2.3.8",
            value => new BareLineFeeds(value.Step)),
        new("wrong-enhanced-code", Argument.Step(null),
            "The enhanced code says success where the reply code refuses, and the other way round.",
            "Its first digit must be the reply code's; where they differ, the reply code decides.",
            "RFC 2034 §4",
            value => new WrongEnhancedCode(value.Step)),
        new("no-starttls", Argument.None,
            "On the port without TLS, STARTTLS is neither offered nor understood, and everything is taken in the clear.",
            "That is what a client sees behind somebody who strips the offer: one that goes on sends its password in the clear.",
            "RFC 3207 §6",
            _ => new NoStartTls()),
        new("injected-plaintext", Argument.Side,
            "Lines in the clear stand in front of STARTTLS's 220, or between it and the handshake.",
            "What was received in the clear must be thrown away at the handshake; else somebody in the middle speaks inside TLS.",
            "RFC 3207 §4.2",
            value => new Inject(value.Before)),
        new("expired-certificate", Argument.None,
            "The server's certificate ran out yesterday.",
            "Encryption without a valid certificate protects from listeners, not from somebody in the middle.",
            "RFC 3207 §4.1",
            _ => new Certificate(PracticeCertificateFaults.Expired)),
        new("wrong-name-certificate", Argument.None,
            "The server's certificate was made for wrong.example.",
            "A certificate proves a name; another name's certificate proves nothing about this server.",
            "RFC 3207 §4.1",
            _ => new Certificate(PracticeCertificateFaults.WrongName)),
        new("smuggling", Argument.None,
            "A dot on a line of its own ends the content even between bare line feeds.",
            "Two servers that disagree about the end of the content let a second message be smuggled in within the first.",
            "RFC 5321 §4.1.1.4",
            _ => new LenientEnd()),
    ];

    /// <summary>The fault an address or EHLO name asks for; null where it asks for none.</summary>
    /// <param name="profile">Whose faults to look among.</param>
    /// <param name="text"><c>NAME@fault.example</c> or <c>NAME.fault.example</c>, after NAME a <c>+label</c>: its argument where it fits, else nothing.</param>
    public static ChosenFault? AskedForBy(PracticeProfile profile, string text)
    {
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length <= Domain.Length + 1
            || !text.EndsWith(Domain, StringComparison.OrdinalIgnoreCase)
            || text[^(Domain.Length + 1)] is not ('@' or '.'))
        {
            return null;
        }

        var words = text[..^(Domain.Length + 1)].Split('+', 2);
        if (profile.FindFault(words[0]) is not { CanBeAskedFor: true } fault)
        {
            return null;
        }

        return words is [_, var label] && fault.Argument.Read(label) is { } value
            ? new(fault, label, fault.Make(value))
            : ChosenFault.Of(fault);
    }
}
