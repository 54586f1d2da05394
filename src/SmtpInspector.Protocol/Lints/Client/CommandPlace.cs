using SmtpInspector.Protocol.Conversation;
using SmtpInspector.Protocol.Findings;
using SmtpInspector.Protocol.Grammar;
using SmtpInspector.Protocol.Rules;
using SmtpInspector.Protocol.Wire;

namespace SmtpInspector.Protocol.Lints.Client;

/// <summary>Whether a command may stand where it does (RFC 5321 §4.1.4 and the extensions).</summary>
static class CommandPlace
{
    public static void Check(SessionState state, Command command, WireLine line, ICollection<Finding> findings)
    {
        var where = VerbColumns(line);
        if (state.NextToAnswer is { Verb: Verb.Connection })
        {
            findings.Add(
                FindingId.CommandBeforeGreeting, where, "The server speaks first: wait for its greeting before the first command.");
            return;
        }

        if (state.OutstandingCount > Presumption.Followed || !CheckEnd(state, command, where, findings))
        {
            return;
        }

        var presumed = Presumption.Of(state);
        if (!CheckMissing(state, command, presumed.Standing, where, findings))
        {
            return;
        }

        CheckObstacles(command, presumed, where, findings);
        CheckOffered(state, command, presumed.Standing, where, findings);
        CheckMixed(state, command, presumed, where, findings);
    }

    /// <summary>The columns of the verb.</summary>
    public static Columns VerbColumns(WireLine line) => new(0, 0, Verbs.WordOf(line.Content.Span).Length);

    static bool CheckEnd(SessionState state, Command command, Columns where, ICollection<Finding> findings)
    {
        // RFC 5321 §4.1.4: "The last command in a session MUST be the QUIT command."
        if (state.ClosingCode == 221)
        {
            findings.Add(FindingId.CommandOutOfOrder, where, "The session ended with QUIT and its 221: nothing may follow.");
            return false;
        }

        // RFC 5321 §3.1: after a 554 greeting the server waits for QUIT and answers 503 to everything else.
        if (state.Phase == Phase.Refused && command.Verb != Verb.Quit)
        {
            findings.Add(
                FindingId.CommandOutOfOrder,
                where,
                "The server's greeting said that it offers no mail service: only QUIT makes sense now.",
                "RFC 5321 §3.1",
                Severity.Info);
            return false;
        }

        return true;
    }

    static bool CheckMissing(
        SessionState state, Command command, Standing standing, Columns where, ICollection<Finding> findings)
    {
        var missing = CommandOrder.Missing(command.Verb, standing);

        // One step leads to the next: without MAIL there can be no recipient, without EHLO no MAIL.
        missing |= (missing & Standing.Recipient) != 0 ? Standing.Transaction & ~standing : Standing.None;
        missing |= (missing & Standing.Transaction) != 0 ? Standing.Introduced & ~standing : Standing.None;

        // After HELO the extensions are known: there are none. CheckOffered says so.
        if ((standing & Standing.Introduced) != 0)
        {
            missing &= ~Standing.Extended;
        }

        // What came before an excerpt is unknown.
        if (missing == Standing.None || state.IsExcerpt)
        {
            return true;
        }

        // RFC 5321 §4.1.4 asks for RCPT before DATA, and there was one; that the server refused it makes DATA
        // pointless, not wrong.
        if (missing == Standing.Recipient && state.Transaction is { RefusedCount: > 0 })
        {
            findings.Add(
                FindingId.CommandOutOfOrder,
                where,
                "The server has accepted no recipient, so it will refuse this too.",
                severity: Severity.Info);
            return true;
        }

        findings.Add(
            FindingId.CommandOutOfOrder,
            where,
            $"{Verbs.Name(command.Verb)} comes too early: {CommandOrder.FirstStep(missing)}.",
            CommandOrder.Of(command.Verb)?.Reference);
        return false;
    }

    static void CheckObstacles(Command command, Presumption presumed, Columns where, ICollection<Finding> findings)
    {
        var obstacles = CommandOrder.Obstacles(command.Verb, presumed.Standing);
        if (obstacles == Standing.None)
        {
            return;
        }

        if (command.Verb == Verb.Mail)
        {
            // What is left of a transaction whose DATA or BDAT was refused, the RFCs do not say; servers differ.
            if (!presumed.UsesData && !presumed.UsesBdat)
            {
                findings.Add(
                    FindingId.CommandOutOfOrder, where, "A mail transaction is open already: finish it with DATA, or drop it with RSET first.");
            }

            return;
        }

        if ((obstacles & Standing.Encrypted) != 0)
        {
            findings.Add(FindingId.StarttlsInsideTls, where, "The connection is inside TLS already: STARTTLS has done its work.");
        }

        if ((obstacles & Standing.Transaction) != 0)
        {
            findings.Add(FindingId.AuthInTransaction, where, "AUTH is not permitted during a mail transaction: send it before MAIL.");
        }

        if ((obstacles & Standing.Authenticated) != 0)
        {
            findings.Add(FindingId.AuthTwice, where, "AUTH has succeeded in this session: no other may follow.");
        }
    }

    static void CheckOffered(
        SessionState state, Command command, Standing standing, Columns where, ICollection<Finding> findings)
    {
        // RFC 5321 §4.1.1.1 wants EXPN, HELP and private commands listed too, but servers that know them and do
        // not say so are as many as the others, and nobody is the worse for asking.
        var keyword = command.Verb switch
        {
            Verb.StartTls when (standing & Standing.Encrypted) == 0 => "STARTTLS",
            Verb.Auth => "AUTH",
            Verb.Bdat => "CHUNKING",
            Verb.Etrn => "ETRN",
            Verb.Burl => "BURL",
            _ => null,
        };
        if (keyword is not null && Offered.Has(state, keyword) is false)
        {
            findings.Add(
                FindingId.ExtensionNotAdvertised,
                where,
                Offered.Missing(state, Verbs.Name(command.Verb), keyword));
        }
    }

    static void CheckMixed(
        SessionState state, Command command, Presumption presumed, Columns where, ICollection<Finding> findings)
    {
        if ((presumed.Standing & Standing.Transaction) == 0)
        {
            return;
        }

        if ((command.Verb == Verb.Data && presumed.UsesBdat) || (command.Verb == Verb.Bdat && presumed.UsesData))
        {
            findings.Add(
                FindingId.DataBdatMixed, where, "A message is sent with DATA or with BDAT, not with both: send RSET and begin anew.");
        }
        else if (command.Verb == Verb.Data && Offered.Has(state, "BINARYMIME") is true && TransactionMail.Of(state) is { } mail
            && mail.Has("BODY", "BINARYMIME"))
        {
            // RFC 3030 §3: "BINARYMIME cannot be used with the DATA command."
            findings.Add(
                FindingId.CommandOutOfOrder, where, "After BODY=BINARYMIME the message must be sent with BDAT, not with DATA.", "RFC 3030 §3");
        }
    }
}
