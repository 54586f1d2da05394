using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Lints.Server;

/// <summary>
/// The rules about what the server does. Pure: what is found depends on the arguments alone, and nothing a server
/// sends makes them throw.
/// </summary>
public static class ServerLints
{
    /// <summary>Judges a whole reply.</summary>
    /// <param name="before">The state before it.</param>
    /// <param name="to">What it answers; null for a reply nobody asked for.</param>
    /// <param name="reply">The reply, or what there was of it when it was cut.</param>
    /// <param name="findings">Receives what is found.</param>
    /// <param name="offers">What the reply to EHLO offers, as it may be spoken of; null: as the reply has it.</param>
    /// <remarks>
    /// Where <see cref="MayBeLastWord"/>, the caller holds the reply back until the next event and then asks
    /// <see cref="CheckLastWord"/> for the rest of the verdict.
    /// </remarks>
    public static void CheckReply(SessionState before, Pending? to, Reply reply, ICollection<Finding> findings, Offers? offers = null)
    {
        ReplyForm.Check(before, to, reply, findings);
        if (to is not null && !reply.IsComplete)
        {
            // Half a keyword is no unknown keyword, and half a name no wrong one: of a reply that breaks off the form is all there is.
            return;
        }

        EnhancedCodeRules.Check(before, to, reply, findings);
        if (to is null)
        {
            if (!MayBeLastWord(to, reply))
            {
                UnsolicitedRules.Check(before, reply, findings);
            }

            return;
        }

        ReplyCodeRules.Check(before, to, reply, findings);
        RefusedCommandRules.Check(before, to, reply, findings);
        switch (to.Verb)
        {
            case Verb.Connection:
                ServerNameRules.Greeting(reply, findings);
                break;
            case Verb.Ehlo or Verb.Lhlo when reply.Code == 250:
                ServerNameRules.Ehlo(reply, findings);
                EhloRules.Lines(reply, findings);
                OfferRules.Ehlo(before, reply, offers ?? Offers.Of(reply), findings);
                break;
            case Verb.Helo when reply.Code == 250:
                OfferRules.Helo(reply, findings);
                break;
            case Verb.Auth:
                AuthReplyRules.Challenge(reply, findings);
                break;
        }
    }

    /// <summary>Whether an RFC lists the code of a reply for what it answers, in the state it came in.</summary>
    public static bool IsListed(SessionState before, Pending? to, Reply reply) => ReplyCodeRules.IsListed(before, to, reply);

    /// <summary>
    /// Whether a reply may be the server's last word: a refusal nobody asked for. If the server closes next it is
    /// only worth knowing, otherwise it is one reply too many, so the verdict waits for the next event.
    /// </summary>
    public static bool MayBeLastWord(Pending? to, Reply reply) => UnsolicitedRules.MayBeLastWord(to, reply);

    /// <summary>The rest of the verdict on a reply that was held back.</summary>
    /// <param name="before">The state before the reply.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="serverClosed">Whether the server closed next, or nothing more is known of the conversation.</param>
    /// <param name="findings">Receives what is found.</param>
    public static void CheckLastWord(SessionState before, Reply reply, bool serverClosed, ICollection<Finding> findings) =>
        UnsolicitedRules.LastWord(before, reply, serverClosed, findings);

    /// <summary>Judges the end of the connection.</summary>
    /// <param name="before">The state before it.</param>
    /// <param name="closed">The event.</param>
    /// <param name="ending">What came directly before it.</param>
    /// <param name="findings">Receives what is found.</param>
    public static void CheckClose(
        SessionState before, ConversationEvent.Closed closed, Ending ending, ICollection<Finding> findings) =>
        CloseRules.Check(before, closed, ending, findings);

    /// <summary>Judges octets of the server's that stood between the 220 to STARTTLS and the TLS handshake.</summary>
    /// <param name="plaintext">A line of them.</param>
    /// <param name="findings">Receives what is found: always <c>starttls-injection</c>.</param>
    public static void CheckInjection(WireLine plaintext, ICollection<Finding> findings) =>
        findings.Add(Finding.Of(
            FindingId.StarttlsInjection,
            "Plaintext stood behind the 220 that answers STARTTLS, before the handshake. Someone on the way may have put it there to be taken for the server's word inside TLS: it is not believed.",
            new Columns(0, 0, plaintext.Content.Length)));
}
