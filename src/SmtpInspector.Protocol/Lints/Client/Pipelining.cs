using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>Commands sent before the reply to the one before (RFC 2920 §3.1).</summary>
static class Pipelining
{
    public static void Check(SessionState state, WireLine line, ICollection<Finding> findings)
    {
        // A command before the greeting has its own finding, and is no group of commands yet.
        if (state.LastSent is not { } last || state.NextToAnswer is { Verb: Verb.Connection })
        {
            return;
        }

        var where = CommandPlace.VerbColumns(line);
        switch (IsOffered(state))
        {
            case false:
                findings.Add(
                    FindingId.PipeliningNotOffered,
                    where,
                    $"The reply to {last.Name} had not come yet, and the server did not offer PIPELINING: wait for each reply.");
                break;
            case true when MustBeLast(last):
                findings.Add(
                    FindingId.PipeliningOrder,
                    where,
                    $"{last.Name} must be the last command of a group: wait for its reply before the next command.",
                    last.Verb == Verb.StartTls ? "RFC 3207 §4" : null);
                break;
            default:
                break;
        }
    }

    // Before the reply to EHLO nothing has been offered; only where the record lacks that reply it is unknown.
    static bool? IsOffered(SessionState state) =>
        state is { Offers: null, Introduction: Introduction.None, IsExcerpt: false } ? false : Offered.Has(state, "PIPELINING");

    static bool MustBeLast(Pending last) => last.Verb switch
    {
        // RFC 2920 §3.1: "The EHLO, DATA, VRFY, EXPN, TURN, QUIT, and NOOP commands can only appear as the last
        // command in a group". HELO and LHLO are EHLO's siblings.
        Verb.Ehlo or Verb.Helo or Verb.Lhlo or Verb.Data or Verb.Vrfy or Verb.Expn or Verb.Quit or Verb.Noop => true,

        // "Additional commands added by other SMTP extensions may only appear as the last command in a group unless
        // otherwise specified": RFC 3207 §4 repeats it for STARTTLS.
        Verb.StartTls or Verb.Etrn => true,

        // After AUTH with the initial response of a mechanism that needs no more, only success or failure can follow.
        Verb.Auth => !last.IsAuthAnswer && !IsComplete(last.Content),

        // RFC 3030 §2 and §4.2: BDAT may stand anywhere. RFC 2920 §3.1: so may the end of content. HELP and words
        // no one knows are not mentioned, and not judged.
        _ => false,
    };

    static bool IsComplete(ReadOnlyMemory<byte> auth) =>
        CommandParser.Parse(auth, new List<Finding>()) is Command.Auth { InitialResponse: not null, Mechanism: var mechanism }
        && SaslMechanisms.Find(mechanism.Text) is { OneStep: true };
}
